import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, type MemberId, type Page, paging } from './shared/scalars'

/** Of one matter, or all that the caller answers for. */
export const noticeUnreached = v.object({
  activityId: v.optional(id),
  bookingId: v.optional(id),
  requestId: v.optional(id),
  ...paging,
})

/** `told`: the person knows it; `no_answer`: nobody took the call; `taken_back`: the last word was a slip. */
const outcomes = ['told', 'no_answer', 'taken_back'] as const
export type PhoneOutcome = (typeof outcomes)[number]

/** Without an outcome the person was told. */
export const noticeToldByPhone = v.object({ noticeId: id, outcome: v.optional(v.picklist(outcomes)) })

/**
 * Why no message has reached somebody. `no_wechat`: they have none; `not_allowed`: they have allowed none;
 * `refused`: they refuse them; `failed`: WeChat could not; `unknown`: it may have come.
 */
export type WhyUnreached = 'no_wechat' | 'not_allowed' | 'refused' | 'failed' | 'unknown'

/** Somebody whom a notice has not reached, and who has not read it. */
export interface Unreached {
  noticeId: string
  memberId: MemberId
  name: string
  why: WhyUnreached
  at: Instant
  /** From then on it is too late. */
  until: Instant
  /** 1 is the least. */
  worth: number
  /** As the person reads it. */
  title: string
  text: string
  /** What it is about, and when that is. */
  about?: string
  windowFrom?: Instant
  activityId?: string
  bookingId?: string
  requestId?: string
  /** There is a number that can be opened for a reason. */
  hasPhone: boolean
  /** Who acts for them and has a number, where they have none. */
  callInstead?: { memberId: MemberId; name: string }
  /** Who tried when, and nobody took the call. */
  tried: { at: Instant; who: string }[]
}

export const callListOperations = {
  'notice.unreached': { input: noticeUnreached, reply: reply<Page<Unreached>>() },
  'notice.toldByPhone': { input: noticeToldByPhone, reply: reply<{ state: 'told' | 'open' }>() },
} as const satisfies Record<string, ContractRow>
