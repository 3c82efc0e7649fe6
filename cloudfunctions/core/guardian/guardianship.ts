import type { GuardianState } from '#contract/guardian'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'

/** A minor has named a guardian, and the guardian's answer about the minor's volunteering. */
export interface Guardianship extends Aggregate {
  /** The minor's member id: a minor has one guardian at a time. */
  _id: MemberId
  minorName: string
  guardianId: MemberId
  guardianName: string
  relation: string
  state: GuardianState
  /** The version of the wording that the guardian agreed to; null before. */
  version: string | null
  /**
   * The worker who recorded the consent from a paper, and their note; null or absent where the guardian has
   * an account.
   */
  recorderId?: MemberId | null
  recorderName?: string | null
  paper?: string | null
  since: Instant
  events: Recorded<GuardianState>[]
}

interface Named {
  _id: MemberId
  name: string
}

/** A guardianship before a guardian is named. */
export function newGuardianship(minor: Named & { communityId: string }): Guardianship {
  return {
    _id: minor._id,
    communityId: minor.communityId,
    ...unwritten(),
    minorName: minor.name,
    guardianId: '',
    guardianName: '',
    relation: '',
    state: 'withdrawn',
    version: null,
    since: 0,
  }
}

function tell(next: Guardianship, to: 'minor' | 'guardian', kind: NoticeEffect['kind']): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_g_${next._id}_${next.rev}_${to}`,
    to: to === 'minor' ? next._id : next.guardianId,
    kind,
    who: to === 'minor' ? next.guardianName : next.minorName,
    whoId: to === 'minor' ? next.guardianId : next._id,
    note: next.relation,
  }
}

function moved(
  guardianship: Guardianship,
  command: Command,
  state: GuardianState,
  more: Partial<Guardianship> = {},
): Guardianship {
  return { ...withEvent(guardianship, command, state), ...more, state, since: command.at }
}

/**
 * Tells the minor about a guardian on paper. The notice has no name of the guardian: without an id beside it,
 * it could not be found and removed.
 */
const tellOfPaper = (next: Guardianship, kind: NoticeEffect['kind']): NoticeEffect => ({
  effect: 'notice',
  noticeId: `n_g_${next._id}_${next.rev}_minor`,
  to: next._id,
  kind,
  note: next.relation,
})

const unrecorded = { recorderId: null, recorderName: null, paper: null }

/** The consent is on a paper that a worker has seen. */
export const isOnPaper = ({ state, recorderId }: Guardianship): boolean =>
  state === 'given' && (recorderId ?? null) !== null

/**
 * A worker records the consent of a guardian without an account from a paper. A consent that a guardian gave
 * from their own account is not replaced; recording the same paper again changes nothing.
 */
export function decideRecordGuardian(
  guardianship: Guardianship,
  command: Command,
  recorder: Named,
  said: { guardianName: string; relation: string; note: string },
): Decision<Guardianship> {
  if (recorder._id === guardianship._id) return { refusal: 'guardian_self' }
  if (guardianship.state === 'given' && !isOnPaper(guardianship)) return { refusal: 'guardian_given' }
  const { guardianName, relation, note: paper } = said
  const same =
    guardianship.guardianName === guardianName &&
    guardianship.relation === relation &&
    guardianship.paper === paper
  if (isOnPaper(guardianship) && same) return { next: guardianship }
  const next: Guardianship = {
    ...withEvent(guardianship, command, 'given', paper),
    ...{ guardianId: '', guardianName, relation, version: null },
    ...{ recorderId: recorder._id, recorderName: recorder.name, paper },
    state: 'given',
    since: command.at,
  }
  return withEffects(next, command, [tellOfPaper(next, 'guardian_recorded')])
}

/**
 * A worker records that a guardian on paper took the consent back, and how the worker knows. The effects are
 * the same as for any guardian.
 */
export function decideEndGuardianRecord(
  guardianship: Guardianship,
  command: Command,
  reason: string,
): Decision<Guardianship> {
  if (guardianship.state === 'given' && !isOnPaper(guardianship)) return { refusal: 'guardian_not_recorded' }
  if (guardianship.state !== 'given') return { next: guardianship }
  const next: Guardianship = {
    ...withEvent(guardianship, command, 'withdrawn', reason),
    state: 'withdrawn',
    since: command.at,
  }
  return withEffects(next, command, [giveBack(next), tellOfPaper(next, 'guardian_record_ended')])
}

const giveBack = (next: Guardianship): Effect => ({
  effect: 'giveBack',
  cause: `${next._id}:guardian:${next.rev}`,
  memberId: next._id,
})

/**
 * The minor names a guardian. While a consent holds, no other guardian can be named; naming the same one
 * again changes nothing.
 */
export function decideAskGuardian(
  guardianship: Guardianship,
  command: Command,
  guardian: Named,
  relation: string,
): Decision<Guardianship> {
  if (guardian._id === guardianship._id) return { refusal: 'guardian_self' }
  if (guardianship.state === 'given') return { refusal: 'guardian_given' }
  if (
    guardianship.state === 'asked' &&
    guardianship.guardianId === guardian._id &&
    guardianship.relation === relation
  )
    return { next: guardianship }
  const named = {
    guardianId: guardian._id,
    guardianName: guardian.name,
    relation,
    version: null,
    ...unrecorded,
  }
  const next = moved(guardianship, command, 'asked', named)
  return withEffects(next, command, [tell(next, 'guardian', 'guardian_asked')])
}

/**
 * The guardian's answer, from the guardian's own account. Taking a consent back ends the minor's volunteering
 * at once: the minor's claims return to the hall. Giving it again renews it.
 */
export function decideGuardianAnswer(
  guardianship: Guardianship,
  command: Command,
  guardianId: MemberId,
  word: { given: boolean; version: string },
): Decision<Guardianship> {
  if (guardianship.guardianId !== guardianId) return { refusal: 'not_found' }
  const { state } = guardianship
  if (word.given) {
    if (state === 'given' && guardianship.version === word.version) return { next: guardianship }
    const next = moved(guardianship, command, 'given', { version: word.version })
    return withEffects(next, command, [
      tell(next, 'minor', 'guardian_gave'),
      tell(next, 'guardian', 'guardian_word'),
    ])
  }
  if (state === 'asked') {
    const next = moved(guardianship, command, 'declined')
    return withEffects(next, command, [tell(next, 'minor', 'guardian_declined')])
  }
  if (state !== 'given') return { next: guardianship }
  const next = moved(guardianship, command, 'withdrawn')
  return withEffects(next, command, [
    giveBack(next),
    tell(next, 'minor', 'guardian_withdrew'),
    tell(next, 'guardian', 'guardian_withdrawn'),
  ])
}

/**
 * The guardian leaves after the ward has come of age: the consent ends, and the ward's volunteering goes on.
 */
export function decideOutgrown(guardianship: Guardianship, command: Command): Decision<Guardianship> {
  if (guardianship.state !== 'given' && guardianship.state !== 'asked') return { next: guardianship }
  return { next: moved(guardianship, command, 'withdrawn') }
}
