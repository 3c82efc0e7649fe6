import type { Audience } from '#contract/activity'
import type { Activity, ActivityContent, PlannedSession, PlannedShift } from './activity'
import type { PlannedChange } from './change'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What an edit changes in a published activity, in the order in which people are told. */
export function changesBetween(before: Activity, after: ActivityContent): PlannedChange[] {
  const changes: PlannedChange[] = []
  for (const what of ['title', 'place'] as const)
    if (before[what] !== after[what]) changes.push({ what, from: before[what], to: after[what] })
  for (const session of after.sessions) changes.push(...sessionChanges(before, session))
  for (const what of ['opensAt', 'closesAt'] as const)
    if (before.signup[what] !== after.signup[what])
      changes.push({ what, from: before.signup[what], to: after.signup[what] })
  if (before.signup.partyMax !== after.signup.partyMax)
    changes.push({ what: 'partyMax', from: before.signup.partyMax, to: after.signup.partyMax })
  if (before.subsidyFen !== after.subsidyFen)
    changes.push({ what: 'subsidyFen', from: before.subsidyFen ?? 0, to: after.subsidyFen ?? 0 })
  if (before.signup.rule !== after.signup.rule) changes.push({ what: 'rule' })
  if (!sameAudience(before.signup.audience, after.signup.audience)) changes.push({ what: 'audience' })
  if (before.summary !== after.summary) changes.push({ what: 'summary' })
  if (before.kind !== after.kind || before.festival !== after.festival) changes.push({ what: 'kind' })
  if ((before.teamId ?? null) !== (after.teamId ?? null)) changes.push({ what: 'team' })
  if (after.sessions.some((session) => shiftsDiffer(before, session))) changes.push({ what: 'shifts' })
  return changes
}

/** Whether the shifts changed of a session that existed before and is not cancelled; their order is nothing. */
function shiftsDiffer(before: Activity, { sessionId, cancelled, shifts }: PlannedSession): boolean {
  const past = before.sessions.find((each) => each.sessionId === sessionId)
  if (past === undefined || cancelled) return false
  const known = new Map(past.shifts.map((shift) => [shift.shiftId, shift]))
  return shifts.length !== known.size || shifts.some((shift) => !sameShift(known.get(shift.shiftId), shift))
}

const sameShift = (a: PlannedShift | undefined, b: PlannedShift): boolean =>
  a !== undefined && a.name === b.name && a.capacity === b.capacity && a.teamId === b.teamId

/** The order of grids and of estates is nothing. */
function sameAudience(a: Audience | null, b: Audience | null): boolean {
  const inOrder = ({ gridIds, estateIds, minAge, maxAge, withChild }: Audience) => [
    [...(gridIds ?? [])].sort(),
    [...(estateIds ?? [])].sort(),
    minAge,
    maxAge,
    withChild,
  ]
  return same(inOrder(a ?? {}), inOrder(b ?? {}))
}

function sessionChanges(before: Activity, session: PlannedSession): PlannedChange[] {
  const { sessionId, from, to, capacity, cancelled } = session
  const past = before.sessions.find((each) => each.sessionId === sessionId)
  if (!past) return [{ what: 'sessionAdded', sessionId, at: from }]
  if (cancelled && !past.cancelled) return [{ what: 'sessionCancelled', sessionId, at: past.from }]
  const changes: PlannedChange[] = []
  if (past.from !== from || past.to !== to)
    changes.push({ what: 'window', sessionId, from: { from: past.from, to: past.to }, to: { from, to } })
  if (past.capacity !== capacity)
    changes.push({ what: 'capacity', sessionId, at: from, from: past.capacity, to: capacity })
  return changes
}

/**
 * Whom a change concerns, of one session or of all sessions that are not over: its parties, those that wait,
 * or nobody.
 */
export type Concern = 'parties' | 'waiting' | 'nobody'

/**
 * Whether people who have signed up are told of a change; the other changes only stand on the activity's
 * page.
 */
export function concernOf(change: PlannedChange): Concern {
  switch (change.what) {
    case 'title':
    case 'place':
    case 'window':
    case 'sessionCancelled':
    case 'subsidyFen':
      return 'parties'
    case 'capacity':
      return 'waiting'
    default:
      return 'nobody'
  }
}
