import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, type MemberId } from './shared/scalars'

export const memberAppointProxy = v.object({ memberId: id })

export const memberDismissProxy = v.object({ memberId: id })

/** A member who may act for another member, with that member's recorded word. */
export interface AppointedProxy {
  memberId: MemberId
  name: string
  since: Instant
}

export const proxyOperations = {
  'member.appointProxy': { input: memberAppointProxy, reply: reply<{ proxies: AppointedProxy[] }>() },
  'member.dismissProxy': { input: memberDismissProxy, reply: reply<{ proxies: AppointedProxy[] }>() },
} as const satisfies Record<string, ContractRow>
