import type { SignupRule } from '#contract/session'
import type { Day, Instant } from '#contract/shared/scalars'
import { instantOf } from '#contract/shared/wallClock'
import { dateWords, dayWords, momentWords } from '#text/shared/time'
import { festivalName } from './activity'

/** The page on which a coordinator, or a team's leader, writes an activity. */
export const editorText = {
  team: '谁来办',
  teamHint: '点这里可以换成一个服务队：志愿者的时长记在队里，队长也能改、能签到。',
  teamHintLeader: '志愿者的时长记在这个队里。',
  noTeam: '社区、妇女之家',
  hostedBy: (name: string) => `谁来办：${name}`,
  teamOf: (name: string) => `${name}来办，志愿者的时长记在队里。`,
  frameHint: (most: number) =>
    `队里自己办的，每场最多 ${most} 人，先到先得。人更多的、要抽签的、有补贴的，请妇女之家协调员来发布。`,
  capacityHint: '居民可以来几个人。只要志愿者来的，写 0，再加志愿岗位。',
  kind: '哪一类',
  title: '名称',
  summary: '介绍',
  summaryHint: '做什么、要带什么、找谁问。',
  place: '地点',
  sessions: '场次',
  sessionsHint: '办几次就写几场，每场各有名额。',
  addSession: '加一场',
  sessionsFull: (most: number) => `一个活动最多 ${most} 场。`,
  sessionTitle: '这一场的时间和名额',
  sessionDetail: (capacity: string, shifts: number) =>
    capacity === '0' && shifts > 0
      ? `只要志愿者，${shifts} 个岗位`
      : `${capacity || '?'} 人${shifts > 0 ? `，${shifts} 个志愿岗位` : ''}`,
  sessionUnset: '还没有选时间',
  sessionWindow: '什么时候',
  sessionCapacity: '名额（人）',
  shifts: '志愿岗位',
  shiftName: (seat: number) => `岗位 ${seat}：做什么`,
  shiftCapacity: (seat: number) => `岗位 ${seat}：要几个人`,
  addShift: '加一个志愿岗位',
  removeShift: (seat: number) => `去掉岗位 ${seat}`,
  keepSession: '确定',
  removeSession: '去掉这一场',
  removeLesson: '去掉这一课',
  series: '每周重复',
  seriesTitle: '往后重复',
  seriesFrom: (last: string) => `从 ${last} 往后排，别的都一样，排好了还能一个一个改。`,
  seriesEvery: '隔多久一次',
  seriesPaces: { 1: '每天', 7: '每周', 14: '每两周' },
  seriesCount: '一共几次（连这一次）',
  seriesAdded: (days: string) => `会加上：${days}。`,
  seriesAdd: (count: number) => `加上这 ${count} 次`,
  seriesWrong: (most: number, whole: number) => `请写 2 到 ${most} 之间的数。一共最多 ${whole} 次。`,
  signup: '报名',
  opens: '什么时候开始报名',
  closes: '什么时候截止报名',
  momentDay: '哪一天',
  momentTime: '几点',
  rule: '名额怎么分',
  rules: {
    first_come: { title: '先到先得', detail: '先报名的先有名额，满了排候补。' },
    draw: { title: '抽签', detail: '截止后抽签，先后一样；怎么抽的人人能验。' },
  } satisfies Record<SignupRule, { title: string; detail: string }>,
  partyMax: '一家最多几个人',
  audience: '请谁来',
  invited: {
    all: { title: '所有居民', detail: undefined },
    elders: { title: '老人', detail: (age: number) => `${age} 岁以上` },
    children: { title: '孩子和家长', detail: '至少一个孩子、一个大人' },
    ages: { title: '按年纪', detail: '自己写从几岁到几岁' },
  },
  minAge: '从几岁（岁）',
  maxAge: '到几岁（岁）',
  agesHint: '只限一头也行，另一头空着。',
  grids: '只请这些网格（不选就是都请）',
  estates: '只请这些小区（不选就是都请）',
  subsidy: '每人补贴（元）',
  subsidyHint: '培训的交通补贴，没有就不填。',
  save: '存成草稿',
  saved: '草稿存好了，还没有发布。',
  next: '保存并预览',
  change: '改好了，看看会告诉谁',
  changeTitle: '确认改动',
  changeText: (parts: readonly string[], people: number) =>
    `改了${parts.join('、')}。${
      people > 0
        ? `已经有 ${people} 人报上了，改时间、地点、场次会通知报上的和在候补的人。`
        : '还没有人报名，不用通知谁。'
    }`,
  changeKeep: '再看看',
  changeAction: '就这样改',
  unchanged: '没有改什么。',
  conflict: '这个活动刚才被别人改过了。您写的都还在这一页；请打开新的一份对一对再改。',
  reload: '丢掉我写的，用新的一份',
  kept: '写的内容会留在这台电脑（手机）上，断网、退出都不会丢。',
  preview: '居民看到的样子',
  previewUntitled: '（还没有名称）',
  previewSignup: (opens: string, closes: string) => `报名：${opens} 到 ${closes}`,
  previewPlaces: (capacity: string) => (capacity === '0' ? '只要志愿者' : `${capacity || '?'} 个名额`),
  previewParty: (most: string) => `一次最多报 ${most || '?'} 个人`,
  parts: {
    teamId: '谁来办',
    title: '名称',
    summary: '介绍',
    place: '地点',
    sessions: '场次',
    opens: '报名开始时间',
    closes: '报名截止时间',
    rule: '名额怎么分',
    partyMax: '一家几个人',
    subsidy: '补贴',
    subsidyPer: '补贴怎么算',
    places: '名额',
    leastPercent: '结业要上满多少',
    gain: '学完能做什么',
    invited: '请谁来',
  },
  faults: {
    team: '请选是哪一个队来办。',
    title: '请写名称。',
    summary: '请写几句介绍。',
    place: '请写地点。',
    sessions: '请加一场，写上时间和名额。',
    lessons: '请加一课，写上时间。',
    places: (most: number) => `名额请写 1 到 ${most} 之间的数。`,
    leastPercent: '请写 1 到 100 之间的数；不写就按社区的规定。',
    window: '请选哪一天、几点开始、几点结束。结束不晚于开始，就算到次日。',
    capacity: (most: number) => `名额请写 1 到 ${most} 之间的数。只要志愿者来的，写 0，再加志愿岗位。`,
    shift: (most: number) => `志愿岗位要写做什么、要几个人（1 到 ${most}）。`,
    moment: '请选哪一天、几点。',
    closes: '截止要在开始报名之后。',
    dates: '请先把标出来的时间改好。',
    partyMax: '请写 1 到 10 之间的数。',
    subsidy: '请写元数，比如 20；没有就空着。',
    ages: '请写岁数，前面的不能比后面的大；两头都空着请选「所有居民」。',
  },
} as const

type DatesWrong = 'sessions_same' | 'session_running' | 'closes_late' | 'draw_late' | 'closes_early'

/** Says which dates cannot be meant, or may not be. */
export function datesWords(what: DatesWrong, at: Instant, now: Instant, course?: boolean): string {
  switch (what) {
    case 'sessions_same':
      if (course) return `${momentWords(at, now)} 有两课，时间撞在一起。`
      return `${momentWords(at, now)} 写了两场，时间一样。`
    case 'session_running':
      return `${momentWords(at, now)} 的这一${course ? '课' : '场'}已经开始了，发布不了。`
    case 'closes_late':
      return '报名截止的时间晚于活动开始。'
    case 'draw_late':
      return '截止时抽签，可是第一场那时已经开始了。'
    case 'closes_early':
      return '第一场以前报名就截止了，后面的场次到时候不能再报。'
  }
}

/** The button that puts them right. */
export function mendWords(what: DatesWrong, to: Instant, now: Instant, course?: boolean): string {
  switch (what) {
    case 'sessions_same':
      return `把后面一${course ? '课' : '场'}改到 ${dayWords(to, now)}`
    case 'session_running':
      return `改到 ${dayWords(to, now)}`
    case 'closes_late':
    case 'draw_late':
      return `改成 ${momentWords(to, now)} 截止`
    case 'closes_early':
      return `一直能报，改成 ${momentWords(to, now)} 截止`
  }
}

/** `11月30日 周一不是冬至（冬至是12月22日 周二）。`; undefined where the day may be another one. */
export function festivalRemark(festival: string | undefined, day: Day, festivalDay: Day): string | undefined {
  const name = festivalName(festival)
  const words = (of: Day) => dateWords(instantOf(of, '00:00') ?? 0)
  return name && `${words(day)}不是${name}（${name}是${words(festivalDay)}）。`
}
