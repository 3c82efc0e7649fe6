import type { ActivityCard, ActivityDetail, ActivityKind, Audience } from '#contract/activity'
import type { Community } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'
import { momentWords, windowWords } from '#text/shared/time'

/** 活动: the list by month. */
export const activityListText = {
  kind: '看哪一类',
  sift: (kind: string) => `分类看（${kind}）`,
  kinds: {
    all: '全部',
    festival: '节日',
    training: '培训',
    birthday: '生日会',
    lecture: '讲座',
    other: '其他',
  } satisfies Record<ActivityKind | 'all', string>,
  cancelled: '已取消',
  month: (at: Instant, now: Instant) => {
    const clock = wallClock(at)
    return clock.format(clock.year() === wallClock(now).year() ? 'M月' : 'YYYY年M月')
  },
  toPast: '看过去的活动',
  toUpcoming: '看接下来的活动',
  mine: '我的报名',
  vacancies: '招工',
  vacanciesDetail: '做什么、多少钱、几点上班',
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
  childrens_day: '儿童节',
}

/** The festival of a template that stands by default; the feast before the new year is held on no festival. */
export const festivalName = (festival: string | undefined): string | undefined =>
  festival === undefined ? undefined : festivals[festival]

/** `元宵节 · 农历正月十五`; undefined on a day that is not the festival. */
export function festivalWords({
  festival,
  lunar,
}: Pick<ActivityCard, 'festival' | 'lunar'>): string | undefined {
  if (!lunar) return undefined
  return [festivalName(festival), `农历${lunar}`].filter(Boolean).join(' · ')
}

/** When it is, or when its next session is. */
export function whenWords({ from, to, sessionCount, lessonCount }: ActivityCard, now: Instant): string {
  const window = windowWords({ from, to }, now)
  if (lessonCount !== undefined) return `${window}（一期 ${lessonCount} 课）`
  return sessionCount > 1 ? `${window}（共 ${sessionCount} 场）` : window
}

/** What one can do after a course: `学完能上门做家政`, `学完：一门手艺`. */
export const gainWords = (gain: string): string => `学完${/^[能会]/.test(gain) ? '' : '：'}${gain}`

type Capacity = Pick<ActivityCard, 'capacity' | 'free' | 'waiting' | 'capacityEach'>

/** How full it is. Places of several sessions are not added up: one comes to each by itself. */
export function capacityWords({ capacity, free, waiting, capacityEach }: Capacity): string {
  if (capacity === 0) return '只要志愿者来帮忙'
  if (capacityEach !== undefined && free > 0) return `每场 ${capacityEach} 个名额，还有空的`
  if (waiting > 0) return `${capacity} 个名额满了，${waiting} 家在候补`
  return free === 0 ? `${capacity} 个名额满了，可以候补` : `还有 ${free} 个名额（共 ${capacity} 个）`
}

/** The same where a draw decides. */
export const drawCapacityWords = ({ capacity, capacityEach }: Capacity) =>
  capacityEach === undefined ? `${capacity} 个名额，抽签决定` : `每场 ${capacityEach} 个名额，抽签决定`

/** The same, and how many volunteers are missing: `还有 3 个名额（共 30 个） · 还缺 2 名志愿者`. */
export const cardWords = (card: ActivityCard, now: Instant): string =>
  [signupWords(card, now), card.freeSlots === undefined ? undefined : `还缺 ${card.freeSlots} 名志愿者`]
    .filter(Boolean)
    .join(' · ')

/** One line about sign-up under an activity of the list. */
export function signupWords(card: ActivityCard, now: Instant): string {
  const { state, signup } = card
  if (state === 'cancelled') return '已经取消'
  if (card.to <= now || state === 'finished') return '已经结束'
  if (now < signup.opensAt) return `${momentWords(signup.opensAt, now)} 开始报名`
  if (now >= signup.closesAt) return '报名已截止'
  return signup.rule === 'draw' ? drawCapacityWords(card) : capacityWords(card)
}

/** Nobody signs up to come: only the volunteers of its shifts are wanted. */
export const isForVolunteers = ({ sessions }: Pick<ActivityDetail, 'sessions'>): boolean =>
  sessions.every(({ capacity }) => capacity === 0)

/**
 * For whom, with the names that the community has for its grids and estates, and their ids while it is being
 * read; undefined where everybody is welcome.
 */
export function audienceWords(
  audience: Audience | undefined,
  community: Pick<Community, 'grids' | 'estates'> | undefined,
): string | undefined {
  if (!audience) return undefined
  const { gridIds = [], estateIds = [], minAge, maxAge, withChild } = audience
  const grids = gridIds.map((id) => community?.grids.find(({ gridId }) => gridId === id)?.name ?? id)
  const estates = estateIds.map(
    (id) => community?.estates.find(({ estateId }) => estateId === id)?.name ?? id,
  )
  const parts: string[] = []
  if (grids.length > 0) parts.push(`${grids.join('、')}的居民`)
  if (estates.length > 0) parts.push(`${estates.join('、')}的居民`)
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
  host: '主办',
  volunteers: '只要志愿者来帮忙',
  where: '地点',
  audience: '请谁来',
  everybody: '社区居民都可以来',
  party: '可以带人',
  partyOf: (most: number) => (most === 1 ? '每次报一个人' : `一次最多报 ${most} 个人，算一家，一起排`),
  signup: '报名',
  signupOf: ({ opensAt, closesAt }: ActivityDetail['signup'], now: Instant) =>
    `${momentWords(opensAt, now)} 开始，${momentWords(closesAt, now)} 截止`,
  rule: '名额怎么分',
  rules: { first_come: '先报先得，满了可以候补', draw: '抽签，先报后报机会一样' },
  subsidy: '交通补贴',
  subsidyOf: (fen: number) => `每人 ${fen / 100} 元`,
  changes: '改过的地方',
  changed: (at: Instant, now: Instant) => `${momentWords(at, now)} 改了`,
  cancelled: (reason: string | undefined) => `这个活动取消了，您不用去了。${reason ? `原因：${reason}` : ''}`,
  session: (nth: number, count: number) => (count === 1 ? '报名' : `第 ${nth} 场`),
  shifts: '志愿岗位',
  run: '这个活动归您管。',
  again: '看看别的活动',
  call: '不会用手机报名的，打社区电话，工作人员帮着报。',
  gone: {
    title: '没有找到这个活动',
    text: '可能已经撤下，也可能链接不完整。接下来的活动都在下面。',
    action: '看看有哪些活动',
  },
  sessionsInAll: (count: number) => `，共 ${count} 场`,
  forwardCancelled: (title: string) => `取消：${title}`,
  cancelledShort: '活动取消了',
} as const
