import type { GuardianState } from '#contract/guardian'
import type { Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  owing,
  type Recorded,
  record,
} from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'

/** 监护人同意: a minor has named a guardian, and what that guardian says about their volunteering. */
export interface Guardianship extends Aggregate {
  /** The minor's member id: one guardian at a time answers for a minor. */
  _id: MemberId
  minorName: string
  guardianId: MemberId
  guardianName: string
  relation: string
  state: GuardianState
  /** Of the wording that was agreed to; null before. */
  version: string | null
  /** Who wrote the word down from a paper, and what they noted of it; null and absent where the guardian has an account. */
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

/** Before anybody was named. */
export function newGuardianship(minor: Named & { communityId: string }): Guardianship {
  return {
    _id: minor._id,
    communityId: minor.communityId,
    rev: 0,
    events: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
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
  return { ...record(guardianship, command, state), ...more, state, since: command.at }
}

/** The minor hears of the guardian on paper; a name without an id would outlive whoever asks to be forgotten. */
const tellOfPaper = (next: Guardianship, kind: NoticeEffect['kind']): NoticeEffect => ({
  effect: 'notice',
  noticeId: `n_g_${next._id}_${next.rev}_minor`,
  to: next._id,
  kind,
  note: next.relation,
})

const unrecorded = { recorderId: null, recorderName: null, paper: null }

/** The word stands on a paper that a worker has seen. */
export const isOnPaper = ({ state, recorderId }: Guardianship): boolean =>
  state === 'given' && (recorderId ?? null) !== null

/**
 * A worker has the word of a guardian without an account on paper. A word that a guardian gave themselves is not
 * written over; the same paper again changes nothing.
 */
export function decideRecord(
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
    ...record(guardianship, command, 'given', paper),
    ...{ guardianId: '', guardianName, relation, version: null },
    ...{ recorderId: recorder._id, recorderName: recorder.name, paper },
    state: 'given',
    since: command.at,
  }
  return owing(next, command, [tellOfPaper(next, 'guardian_recorded')])
}

/** The guardian on paper takes it back, and the worker says how they know; what follows is as with any guardian. */
export function decideEndRecord(
  guardianship: Guardianship,
  command: Command,
  reason: string,
): Decision<Guardianship> {
  if (guardianship.state === 'given' && !isOnPaper(guardianship)) return { refusal: 'guardian_not_recorded' }
  if (guardianship.state !== 'given') return { next: guardianship }
  const next: Guardianship = {
    ...record(guardianship, command, 'withdrawn', reason),
    state: 'withdrawn',
    since: command.at,
  }
  return owing(next, command, [giveBack(next), tellOfPaper(next, 'guardian_record_ended')])
}

const giveBack = (next: Guardianship): Effect => ({
  effect: 'giveBack',
  cause: `${next._id}:guardian:${next.rev}`,
  memberId: next._id,
})

/** The minor names who shall be asked. While a word stands, nobody else is; asking the same again changes nothing. */
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
  return owing(next, command, [tell(next, 'guardian', 'guardian_asked')])
}

/**
 * The guardian's word, from their own account; nobody else has one. Taking it back ends the minor's volunteering at
 * once: what they had claimed returns to the hall. Giving it again renews it.
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
    return owing(next, command, [
      tell(next, 'minor', 'guardian_gave'),
      tell(next, 'guardian', 'guardian_word'),
    ])
  }
  if (state === 'asked') {
    const next = moved(guardianship, command, 'declined')
    return owing(next, command, [tell(next, 'minor', 'guardian_declined')])
  }
  if (state !== 'given') return { next: guardianship }
  const next = moved(guardianship, command, 'withdrawn')
  return owing(next, command, [
    giveBack(next),
    tell(next, 'minor', 'guardian_withdrew'),
    tell(next, 'guardian', 'guardian_withdrawn'),
  ])
}

/** The ward has come of age, and the guardian leaves: their word ends, and nothing of the ward's ends with it. */
export function decideOutgrown(guardianship: Guardianship, command: Command): Decision<Guardianship> {
  if (guardianship.state !== 'given' && guardianship.state !== 'asked') return { next: guardianship }
  return { next: moved(guardianship, command, 'withdrawn') }
}
