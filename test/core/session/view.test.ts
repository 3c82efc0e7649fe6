import { type ActivityViewer, type SessionHead, sessionView } from '#core/activity/view'
import { sessionStateAt } from '#core/session/view'
import { hourMs, mondayNine } from '#support/time'

const closesAt = mondayNine
const from = closesAt + 24 * hourMs
const to = from + 2 * hourMs

const head = (more: Partial<SessionHead>): SessionHead => ({
  _id: 's_1',
  activityId: 'a_1',
  state: 'open',
  rule: 'first_come',
  from,
  to,
  opensAt: closesAt - 48 * hourMs,
  closesAt,
  capacity: 10,
  free: 10,
  waiting: 0,
  ...more,
})

const nobody: ActivityViewer = {
  memberId: undefined,
  bar: undefined,
  partyOf: () => [],
  clashesWith: () => [],
  aftermathOf: () => undefined,
}

describe('a session whose timer has not run', () => {
  it.each([
    ['open until sign-up closes', {}, closesAt - 1, 'open', undefined],
    ['closed from then on', {}, closesAt, 'closed', 'closed'],
    ['drawing where a draw decides', { rule: 'draw' }, closesAt, 'drawing', 'closed'],
    ['drawing while it is frozen', { rule: 'draw', state: 'drawing' }, closesAt, 'drawing', 'closed'],
    ['drawn until it ends', { rule: 'draw', state: 'drawn' }, to - 1, 'drawn', 'closed'],
    ['finished at its end', {}, to, 'finished', 'over'],
    ['finished at its end, also when drawn', { rule: 'draw', state: 'drawn' }, to, 'finished', 'over'],
    ['cancelled after its end too', { state: 'cancelled' }, to, 'cancelled', 'cancelled'],
  ] as const)('is %s, on the page and among own sign-ups', (_, more, now, state, bar) => {
    const session = head(more)
    const page = sessionView(session, [], nobody, now)
    expect(page.state).toBe(state)
    expect(page.cannotJoin).toBe(bar)
    expect(sessionStateAt(session, now)).toBe(state)
  })
})
