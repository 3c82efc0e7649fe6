import type { ActivityContent, PlannedSession } from '#core/activity/activity'
import { frameFault, type Runner, runsActivity } from '#core/activity/runs'

const womensTeamId = 'women'
const leads = (...teams: string[]): Runner => ({
  roles: ['resident', 'team_leader'],
  grants: teams.map((teamId) => ({ role: 'team_leader', scope: { teamId } })),
  womensTeamId,
})
const holds = (role: Runner['roles'][number]): Runner => ({
  roles: ['resident', role],
  grants: [{ role }],
  womensTeamId,
})

describe('who runs an activity', () => {
  it.each<[string, Runner, { own: boolean; other: boolean; womens: boolean; nobodys: boolean }]>([
    ['a coordinator', holds('coordinator'), { own: true, other: true, womens: true, nobodys: true }],
    ['an admin', holds('admin'), { own: true, other: true, womens: true, nobodys: true }],
    ['the leader of the team', leads('patrol'), { own: true, other: false, womens: false, nobodys: false }],
    ['a leader of two', leads('patrol', 'arts'), { own: true, other: true, womens: false, nobodys: false }],
    [
      'the leader of the Women’s Home’s team',
      leads(womensTeamId),
      { own: false, other: false, womens: false, nobodys: false },
    ],
    [
      'a leader whose office rests',
      { ...leads('patrol'), roles: [] },
      { own: false, other: false, womens: false, nobodys: false },
    ],
    ['a volunteer', holds('volunteer'), { own: false, other: false, womens: false, nobodys: false }],
  ])('%s', (_, runner, expected) => {
    const seen = {
      own: runsActivity(runner, { teamId: 'patrol' }),
      other: runsActivity(runner, { teamId: 'arts' }),
      womens: runsActivity(runner, { teamId: womensTeamId }),
      nobodys: runsActivity(runner, {}),
    }
    expect(seen).toEqual(expected)
  })
})

describe('a leader’s frame', () => {
  const session = (capacity: number, shifts: PlannedSession['shifts'] = []): PlannedSession => ({
    ...{ sessionId: 's_1', from: 1, to: 2, capacity, shifts, cancelled: false },
  })
  const shift = (capacity: number, teamId = 'patrol') => ({ shiftId: 'f_1', name: '巡逻', capacity, teamId })
  const content = (more: Partial<ActivityContent> = {}): ActivityContent => ({
    kind: 'other',
    title: '夜间巡逻',
    summary: '两人一组。',
    place: '门口',
    sessions: [session(30, [shift(30)])],
    signup: { opensAt: 0, closesAt: 1, rule: 'first_come', partyMax: 4, audience: null },
    subsidyFen: null,
    festival: null,
    teamId: 'patrol',
    ...more,
  })
  const draw = { ...content().signup, rule: 'draw' as const }

  it.each<[string, ActivityContent, ReturnType<typeof frameFault>]>([
    ['as many people as the limit', content(), undefined],
    ['more people', content({ sessions: [session(31)] }), { refusal: 'team_capacity' }],
    ['more volunteers', content({ sessions: [session(1, [shift(31)])] }), { refusal: 'team_capacity' }],
    [
      'a session that was called off',
      content({ sessions: [{ ...session(99), cancelled: true }] }),
      undefined,
    ],
    [
      'a shift of another team',
      content({ sessions: [session(1, [shift(1, 'arts')])] }),
      { issue: { path: 'sessions.0.shifts.0.teamId', message: 'is not the activity’s team' } },
    ],
    ['a draw', content({ signup: draw }), { issue: { path: 'signup.rule', message: expect.any(String) } }],
    [
      'a subsidy',
      content({ subsidyFen: 500 }),
      { issue: { path: 'subsidyFen', message: expect.any(String) } },
    ],
    ['a training', content({ kind: 'training' }), { issue: { path: 'kind', message: expect.any(String) } }],
    ['a birthday', content({ kind: 'birthday' }), { issue: { path: 'kind', message: expect.any(String) } }],
  ])('%s', (_, written, fault) => expect(frameFault(written, 30)).toEqual(fault))

  it('leaves what a coordinator has written so', () => {
    const large = content({
      ...{ kind: 'training', subsidyFen: 500, signup: draw },
      sessions: [session(200, [shift(60, 'arts')])],
    })
    expect(frameFault(large, 30, large)).toBeUndefined()
    const larger = { ...large, sessions: [session(201, [shift(60, 'arts')])] }
    expect(frameFault(larger, 30, large)).toEqual({ refusal: 'team_capacity' })
  })
})
