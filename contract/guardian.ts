import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import { type Instant, id, line, type MemberId, personName } from './shared/scalars'

/** The minor names a guardian by the code that the guardian's phone shows. */
export const guardianAsk = v.object({ memberId: id, relation: line(1, 10) })
/**
 * The guardian's answer about a minor who has named them; `given: false` declines, or takes a consent back.
 */
export const guardianAnswer = v.object({ memberId: id, given: v.boolean(), version: line(1, 20) })
/**
 * A worker records the consent of a guardian without an account: who the guardian is, and which paper says
 * so.
 */
export const guardianRecord = v.object({
  memberId: id,
  guardianName: personName,
  relation: line(1, 10),
  /** Where the paper is, and its date. */
  note: line(2, 100),
})
/** A worker records that the guardian took the consent back, and how the worker knows. */
export const guardianEndRecord = v.object({ memberId: id, reason: line(2, 100) })
export const guardianList = v.object({})

export type GuardianState = 'asked' | 'given' | 'declined' | 'withdrawn'
export interface OwnGuardian {
  name: string
  relation: string
  state: GuardianState
  at: Instant
  /** A worker recorded it from a paper; the guardian has no account. */
  recorded?: { by: string; note: string }
}
/** A minor who has named the caller. */
export interface Ward {
  memberId: MemberId
  name: string
  /** What the caller is to the minor, in the minor's words. */
  relation: string
  state: GuardianState
  at: Instant
}
export interface Guardians {
  /** The caller is known to be a minor and needs a guardian's consent to volunteer. */
  needed: boolean
  own?: OwnGuardian
  wards: Ward[]
}

export const guardianOperations = {
  'guardian.ask': { input: guardianAsk, reply: reply<{ state: GuardianState }>() },
  'guardian.answer': { input: guardianAnswer, reply: reply<{ state: GuardianState }>() },
  'guardian.record': { input: guardianRecord, reply: reply<{ state: GuardianState }>() },
  'guardian.endRecord': { input: guardianEndRecord, reply: reply<{ state: GuardianState }>() },
  'guardian.list': { input: guardianList, reply: reply<Guardians>() },
} as const satisfies Record<string, ContractRow>
