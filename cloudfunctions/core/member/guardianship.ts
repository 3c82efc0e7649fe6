import type { GuardianState } from '#contract/guardian'
import type { Instant, MemberId } from '#contract/scalars'
import { type Aggregate, type Command, type Decision, owing, type Recorded, record } from '../aggregate'
import type { Effect, NoticeEffect } from '../effect'

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

/** The minor names who shall be asked. While a word stands, nobody else is; asking the same again changes nothing. */
export function decideAsk(
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
  const named = { guardianId: guardian._id, guardianName: guardian.name, relation, version: null }
  const next = moved(guardianship, command, 'asked', named)
  return owing(next, command, [tell(next, 'guardian', 'guardian_asked')])
}

/**
 * The guardian's word, from their own account; nobody else has one. Taking it back ends the minor's volunteering at
 * once: what they had claimed returns to the hall. Giving it again renews it.
 */
export function decideAnswer(
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
  const back: Effect = { effect: 'giveBack', cause: `${next._id}:guardian:${next.rev}`, memberId: next._id }
  return owing(next, command, [
    back,
    tell(next, 'minor', 'guardian_withdrew'),
    tell(next, 'guardian', 'guardian_withdrawn'),
  ])
}

/** The ward has come of age, and the guardian leaves: their word ends, and nothing of the ward's ends with it. */
export function decideOutgrown(guardianship: Guardianship, command: Command): Decision<Guardianship> {
  if (guardianship.state !== 'given' && guardianship.state !== 'asked') return { next: guardianship }
  return { next: moved(guardianship, command, 'withdrawn') }
}
