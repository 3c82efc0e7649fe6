import type { ActivityCard, ActivityDetail, ActivityKind, Audience } from '#contract/activity'
import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'
import { momentWords, windowWords } from '#text/shared/time'

/** 活动: the list by month. */
export const activityListText = {
  kind: '看哪一类',
  kinds: {
    all: '全部',
    festival: '节日',
    training: '培训',
    birthday: '生日会',
    lecture: '讲座',
    other: '其他',
  } satisfies Record<ActivityKind | 'all', string>,
  month: (at: Instant, now: Instant) => {
    const clock = wallClock(at)
    return clock.format(clock.year() === wallClock(now).year() ? 'M月' : 'YYYY年M月')
  },
  toPast: '看过去的活动',
  toUpcoming: '看接下来的活动',
  mine: '我的报名',
  mineDetail: '候补到第几位、有没有给您留的名额',
  pastLead: '这些活动已经过去了。',
  empty: { title: '接下来还没有活动', text: '社区有新活动，会放在这里。可以先看看过去办过的。' },
  emptyKind: { title: '这一类还没有活动', text: '可以看看别的活动。', action: '看全部活动' },
  emptyPast: { title: '还没有办过的活动', text: '办过的活动会放在这里。' },
} as const

const festivals: Record<string, string> = {
  lantern: '元宵节',
  dragon_boat: '端午节',
  mid_autumn: '中秋节',
  double_ninth: '重阳节',
  winter_solstice: '冬至',
  new_year_feast: '春节',
  childrens_day: '儿童节',
}

/** `元宵节 · 正月十五`; undefined where there is nothing to name. */
export function festivalWords({
  festival,
  lunar,
}: Pick<ActivityCard, 'festival' | 'lunar'>): string | undefined {
  const name = festival === undefined ? undefined : festivals[festival]
  const day = lunar ? `农历${lunar}` : undefined
  return name ? [name, day].filter(Boolean).join(' · ') : day
}

/** When it is, or when its next session is. */
export function whenWords({ from, to, sessionCount }: ActivityCard, now: Instant): string {
  const window = windowWords({ from, to }, now)
  return sessionCount > 1 ? `${window}（共 ${sessionCount} 场）` : window
}

type Capacity = Pick<ActivityCard, 'capacity' | 'free' | 'waiting'>

/** How full it is. */
export function capacityWords({ capacity, free, waiting }: Capacity): string {
  if (waiting > 0) return `${capacity} 个名额满了，${waiting} 家在候补`
  return free === 0 ? `${capacity} 个名额满了，可以候补` : `还有 ${free} 个名额（共 ${capacity} 个）`
}

/** The same where a draw decides. */
export const drawCapacityWords = ({ capacity }: Capacity) => `${capacity} 个名额，抽签决定`

/** One line about sign-up under an activity of the list. */
export function signupWords(card: ActivityCard, now: Instant): string {
  const { state, signup } = card
  if (state === 'cancelled') return '已经取消'
  if (card.to <= now || state === 'finished') return '已经结束'
  if (now < signup.opensAt) return `${momentWords(signup.opensAt, now)} 开始报名`
  if (now >= signup.closesAt) return '报名已截止'
  return signup.rule === 'draw' ? drawCapacityWords(card) : capacityWords(card)
}

/** For whom; undefined where everybody is welcome. */
export function audienceWords(
  audience: Audience | undefined,
  named: { grid: (id: string) => string; estate: (id: string) => string },
): string | undefined {
  if (!audience) return undefined
  const { gridIds, estateIds, minAge, maxAge, withChild } = audience
  const parts: string[] = []
  if (gridIds?.length) parts.push(`${gridIds.map(named.grid).join('、')}的居民`)
  if (estateIds?.length) parts.push(`${estateIds.map(named.estate).join('、')}的居民`)
  if (minAge !== undefined && maxAge !== undefined) parts.push(`${minAge} 到 ${maxAge} 岁`)
  else if (minAge !== undefined) parts.push(`${minAge} 岁以上`)
  else if (maxAge !== undefined) parts.push(`${maxAge} 岁以下`)
  if (withChild) parts.push('大人带 14 岁以下的孩子一起来')
  return parts.length > 0 ? parts.join('，') : undefined
}

/** The page of one activity. */
export const activityText = {
  noId: { title: '没有找到这个活动', text: '链接可能不完整。请从「活动」里打开。', action: '看看有哪些活动' },
  when: '时间',
  where: '地点',
  audience: '请谁来',
  everybody: '社区居民都可以来',
  party: '一起来',
  partyOf: (most: number) => (most === 1 ? '每次报一个人' : `一次最多报 ${most} 个人，排在一起`),
  signup: '报名',
  signupOf: ({ opensAt, closesAt }: ActivityDetail['signup'], now: Instant) =>
    `${momentWords(opensAt, now)} 开始，${momentWords(closesAt, now)} 截止`,
  rule: '怎么定',
  rules: { first_come: '先报先得，满了可以候补', draw: '抽签，先报后报机会一样' },
  subsidy: '交通补贴',
  subsidyOf: (fen: number) => `每人 ${fen / 100} 元`,
  changes: '改过的地方',
  changed: (at: Instant, now: Instant) => `${momentWords(at, now)} 改了`,
  cancelled: (reason: string | undefined) => `这个活动取消了，请不用去。${reason ? `原因：${reason}` : ''}`,
  session: (nth: number, count: number) => (count === 1 ? '报名' : `第 ${nth} 场`),
  shifts: '志愿岗位',
  shiftsLead: '来帮忙的，时长记进您的时长账。',
  run: '这个活动归您管。',
  again: '看看别的活动',
} as const
