import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, line, type MemberId } from './shared/scalars'

export const memberAppointProxy = v.object({
  memberId: id,
  /** Where a worker records it for a paper member: which paper says so, and where it lies. */
  word: v.optional(line(2, 200)),
})

export const memberDismissProxy = v.object({ memberId: id })

/** The proxy's own word; `memberId` is who has appointed them. */
export const memberAcceptProxy = v.object({ memberId: id })

export const memberDeclineProxy = v.object({ memberId: id })

/** `asked`: the proxy has not answered, and may not act. */
export type ProxyState = 'asked' | 'active' | 'ended'

/** A member who may act for another member, with the recorded word of both. */
export interface AppointedProxy {
  memberId: MemberId
  name: string
  since: Instant
  /** The proxy has not agreed and may do so until then; absent once they have. */
  asksUntil?: Instant
}

export const proxyOperations = {
  'member.appointProxy': { input: memberAppointProxy, reply: reply<{ proxies: AppointedProxy[] }>() },
  'member.dismissProxy': { input: memberDismissProxy, reply: reply<{ proxies: AppointedProxy[] }>() },
  'member.acceptProxy': { input: memberAcceptProxy, reply: reply<{ state: ProxyState }>() },
  'member.declineProxy': { input: memberDeclineProxy, reply: reply<{ state: ProxyState }>() },
} as const satisfies Record<string, ContractRow>
