import { defaultLimits } from '#contract/shared/defaultLimits'
import { commitmentOf } from '#contract/shared/draw'
import { newSession, type Party, type Session, type SessionPlan } from '#core/session/session'
import { hourMs, mondayNine } from './time'

export const sessionLimits = defaultLimits
export const aSeed = 'c0ffee'.repeat(8)

/** Three places on Wednesday morning; sign-up from Monday nine o'clock for a day. */
export const aPlan = (more: Partial<SessionPlan> = {}): SessionPlan => ({
  sessionId: 's_1',
  communityId: 'tubengkan',
  activityId: 'a_1',
  title: '端午节包粽子',
  place: '社区活动室',
  from: mondayNine + 48 * hourMs,
  to: mondayNine + 50 * hourMs,
  capacity: 3,
  opensAt: mondayNine,
  closesAt: mondayNine + 24 * hourMs,
  rule: 'first_come',
  partyMax: 3,
  audience: null,
  seed: { sealed: 'sealed', commitment: commitmentOf(aSeed) },
  ...more,
})

export const aParty = (more: Partial<Party> = {}): Party => ({
  state: 'confirmed',
  size: 1,
  name: '王奶奶',
  at: mondayNine,
  names: 'sealed',
  offerUntil: null,
  mustAccept: false,
  ticket: null,
  by: 'k',
  commands: [],
  ...more,
})

/** A session with these parties; free places, waiting count and line follow from them, in their order. */
export function aSession(
  parties: Record<string, Partial<Party>> = {},
  more: Partial<SessionPlan> = {},
): Session {
  const roster = Object.fromEntries(Object.entries(parties).map(([id, party]) => [id, aParty(party)]))
  const session = newSession(aPlan(more))
  const all = Object.entries(roster)
  const held = all.filter(([, { state }]) => state === 'confirmed' || state === 'offered')
  return {
    ...session,
    roster,
    line: all.flatMap(([id, { state }]) => (state === 'waitlisted' ? [id] : [])),
    waiting: all.filter(([, { state }]) => state === 'waitlisted' || state === 'in_draw').length,
    free: session.capacity - held.reduce((sum, [, { size }]) => sum + size, 0),
  }
}
