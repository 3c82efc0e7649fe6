import fc from 'fast-check'
import { changeWords, type KnownNames } from '#app/activity/words'
import type { PlannedChange } from '#core/activity/change'
import { changesBetween, concernedBy, summaryDifference } from '#core/activity/changes'
import { aPublished, aSession, someContent } from '#support/activityModel'
import { dayMs, hourMs, mondayNine } from '#support/time'

const first = mondayNine + 7 * dayMs
const names: KnownNames = {
  grids: [{ gridId: 'grid_1', name: '第一网格' }],
  estates: [{ estateId: 'huochai', name: '火柴新村', buildings: [] }],
  teams: [
    { teamId: 'women', name: '巾帼服务队', purpose: '', sample: true },
    { teamId: 'repair', name: '维修服务队', purpose: '', sample: true },
  ],
}
const span = { from: first, to: first + hourMs }
const all = ['placed', 'waiting', 'volunteers']
const parties = ['placed', 'waiting']
const audience = { gridIds: ['grid_1'], minAge: 60 }

/** Who is told of each change, and in which words. A new kind of change without a line does not compile. */
const table: {
  [What in PlannedChange['what']]: [PlannedChange & { what: What }, string[], string]
} = {
  title: [{ what: 'title', from: '包粽子', to: '包饺子' }, all, '名称由「包粽子」改为「包饺子」'],
  place: [{ what: 'place', from: '活动室', to: '广场' }, all, '地点由「活动室」改为「广场」'],
  window: [
    { what: 'window', sessionId: 's', from: span, to: { from: first + hourMs, to: first + 2 * hourMs } },
    all,
    '时间由 11月30日 周一 9:00–10:00 改为 11月30日 周一 10:00–11:00',
  ],
  sessionCancelled: [
    { what: 'sessionCancelled', sessionId: 's', at: first },
    parties,
    '11月30日 周一 9:00 的场次取消了',
  ],
  subsidyFen: [{ what: 'subsidyFen', from: 0, to: 1000 }, parties, '交通补贴由 0 元 改为 10 元'],
  summary: [
    { what: 'summary', gone: '请带围裙。', added: '请带围裙和碗。' },
    all,
    '介绍里的「请带围裙。」改为「请带围裙和碗。」',
  ],
  audience: [
    { what: 'audience', from: null, to: audience },
    all,
    '请的人由「社区居民都可以来」改为「第一网格的居民，60 岁以上」',
  ],
  capacity: [
    { what: 'capacity', sessionId: 's', at: first, from: 10, to: 20 },
    ['waiting'],
    '11月30日 周一 9:00 的名额由 10 人改为 20 人',
  ],
  closesAt: [
    { what: 'closesAt', from: first - dayMs, to: first, draws: true },
    ['waiting'],
    '报名截止、抽签的时间由 11月29日 周日 9:00 改为 11月30日 周一 9:00',
  ],
  sessionAdded: [
    { what: 'sessionAdded', sessionId: 's_2', at: first },
    ['waiting'],
    '新增 11月30日 周一 9:00 的场次',
  ],
  shiftName: [
    { what: 'shiftName', sessionId: 's', shiftId: 'f', from: '签到', to: '引导' },
    ['volunteers'],
    '志愿岗位「签到」改为「引导」',
  ],
  shiftTeam: [
    { what: 'shiftTeam', sessionId: 's', shiftId: 'f', name: '签到', from: 'women', to: 'repair' },
    ['volunteers'],
    '志愿岗位「签到」的时长由记在巾帼服务队改为记在维修服务队',
  ],
  opensAt: [
    { what: 'opensAt', from: first - dayMs, to: first },
    [],
    '报名开始时间由 11月29日 周日 9:00 改为 11月30日 周一 9:00',
  ],
  rule: [{ what: 'rule' }, [], '报名方式改了'],
  partyMax: [{ what: 'partyMax', from: 2, to: 4 }, [], '每次最多报名人数由 2 人改为 4 人'],
  kind: [{ what: 'kind' }, [], '活动类别改了'],
  team: [{ what: 'team' }, [], '主办的队伍改了'],
  shifts: [{ what: 'shifts' }, [], '志愿岗位改了'],
  lessonMoved: [
    {
      what: 'lessonMoved',
      ...{ sessionId: 's', lessonId: 'l_1' },
      from: span,
      to: { from: first + hourMs, to: first + 2 * hourMs },
    },
    parties,
    '11月30日 周一 9:00 的课改到 11月30日 周一 10:00–11:00',
  ],
  lessonPlace: [
    { what: 'lessonPlace', sessionId: 's', lessonId: 'l_1', at: first, from: '活动室', to: '厨房' },
    parties,
    '11月30日 周一 9:00 的课换地方：由「活动室」改为「厨房」',
  ],
  lessonAdded: [
    { what: 'lessonAdded', sessionId: 's', lessonId: 'l_9', at: span, place: '厨房', makesUp: first - dayMs },
    parties,
    '补 11月29日 周日 9:00 那一课：11月30日 周一 9:00–10:00，在厨房',
  ],
  lessonCancelled: [
    { what: 'lessonCancelled', sessionId: 's', lessonId: 'l_1', at: span },
    parties,
    '11月30日 周一 9:00 的课不上了',
  ],
  leastPercent: [{ what: 'leastPercent' }, parties, '结业要上满几课改了'],
  trainer: [{ what: 'trainer' }, [], '上课的老师改了'],
  gain: [{ what: 'gain' }, [], '学完能做什么改了'],
}

describe('a change of an activity', () => {
  it.each(Object.values(table))('%o tells %j: %s', (change, concerned, words) => {
    expect([...concernedBy(change)]).toEqual(concerned)
    expect(changeWords(change, names)).toBe(words)
  })

  it('of the close of sign-up by draw says that the lots are drawn then', () => {
    const { signup } = aPublished()
    const drawn = (closesAt: number) => ({ signup: { ...signup, rule: 'draw' as const, closesAt } })
    const [change] = changesBetween(aPublished(drawn(first - dayMs)), someContent(drawn(first - hourMs)))
    expect(change).toMatchObject({ what: 'closesAt', draws: true })
  })

  it('of a shift’s team concerns that shift; its slots only stand on the page', () => {
    const withShift = (more: object) =>
      aSession('s_1', first, {
        shifts: [{ shiftId: 'f_1', name: '签到', capacity: 2, teamId: 'women', ...more }],
      })
    const before = aPublished({ sessions: [withShift({})] })
    const after = someContent({ sessions: [withShift({ teamId: 'repair', capacity: 4 })] })
    expect(changesBetween(before, after)).toEqual([
      { what: 'shiftTeam', sessionId: 's_1', shiftId: 'f_1', name: '签到', from: 'women', to: 'repair' },
      { what: 'shifts' },
    ])
  })
})

describe('the difference of two summaries', () => {
  it.each([
    ['请带围裙。九点集合。', '请带围裙和碗。九点集合。', { gone: '请带围裙。', added: '请带围裙和碗。' }],
    ['九点集合。', '九点集合。\n请带身份证！', { added: '请带身份证！' }],
    ['九点集合；请带伞', '九点集合', { gone: '请带伞' }],
    ['九点集合，请带伞。', ' 九点集合、请带伞!\n', {}],
    ['请带伞。九点集合。', '九点集合。请带伞。', {}],
  ])('of %j and %j is %j', (before, after, difference) => {
    expect(summaryDifference(before, after)).toEqual(difference)
  })

  it('tells nobody where it is nothing', () => {
    expect(concernedBy({ what: 'summary' })).toEqual([])
  })

  it('of a text with itself is nothing, and no part of it is longer than a notice bears', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const { gone = '', added = '' } = summaryDifference(one, other)
        return (
          Object.keys(summaryDifference(one, one)).length === 0 && gone.length <= 100 && added.length <= 100
        )
      }),
    )
  })
})
