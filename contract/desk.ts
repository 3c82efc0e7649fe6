import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type DeskId, groupedCode, type Instant, id, paging, text } from './shared/scalars'

export const deskBegin = v.object({})
export const deskPoll = v.object({
  pairId: id,
  pollSecret: v.pipe(text, v.minLength(1), v.maxLength(128)),
})
export const deskApprove = v.object({ pairId: id, digits: v.pipe(groupedCode, v.regex(/^\d{4}$/)) })
export const deskList = v.object({ ...paging })
export const deskLogout = v.object({ deskId: v.optional(id) })

export interface PairBegun {
  pairId: string
  pollSecret: string
  /** What the mini-program code carries, at most 32 characters. */
  scene: string
  digits: string
  expiresAt: Instant
  /** The mini-program code as a data URL; absent when WeChat did not give one. */
  picture?: string
}
export type PairState = 'waiting' | 'approved' | 'expired'
export interface Polled {
  state: PairState
  /** Present once approved; every repeat gets the same token until the pair expires. */
  token?: string
}
export interface Desk {
  deskId: DeskId
  since: Instant
  expiresAt: Instant
  /** This is the browser that asks. */
  here: boolean
}

export const deskOperations = {
  'desk.begin': { input: deskBegin, reply: reply<PairBegun>() },
  'desk.poll': { input: deskPoll, reply: reply<Polled>() },
  'desk.approve': { input: deskApprove, reply: reply<{ state: PairState }>() },
  'desk.list': { input: deskList, reply: reply<Page<Desk>>() },
  'desk.logout': { input: deskLogout, reply: reply<Record<string, never>>() },
} as const satisfies Record<string, ContractRow>
