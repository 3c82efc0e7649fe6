import type { Audience } from '#contract/activity'
import { dayNumberOf, wallClock } from '#contract/shared/wallClock'
import type { PlannedChange, Span } from '#core/activity/change'
import type { CommunityDocument } from '#store/rows/community'

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** `11月25日 周三 9:00`. */
export function when(at: number): string {
  const clock = wallClock(at)
  return `${clock.format('M月D日')} ${weekdays[clock.day()]} ${clock.format('H:mm')}`
}

/** `11月25日 周三 9:00–11:00`, `11月29日 周日 22:00–次日02:00`; an end on a later day is named with its day. */
export function whenFromTo({ from, to }: Span): string {
  const end = wallClock(to)
  const days = dayNumberOf(to) - dayNumberOf(from)
  const ends = days === 0 ? end.format('H:mm') : days === 1 ? `次日${end.format('HH:mm')}` : when(to)
  return `${when(from)}–${ends}`
}

const yuan = (fen: number): string => `${fen / 100} 元`

/** The names that a change is worded with; what a community has no more is left unnamed. */
export type KnownNames = Pick<CommunityDocument, 'grids' | 'estates' | 'teams'>

function ages({ minAge, maxAge }: Audience): string | undefined {
  if (minAge !== undefined && maxAge !== undefined) return `${minAge} 到 ${maxAge} 岁`
  if (minAge !== undefined) return `${minAge} 岁以上`
  return maxAge === undefined ? undefined : `${maxAge} 岁以下`
}

function audienceWords(audience: Audience | null, { grids, estates }: KnownNames): string {
  const { gridIds = [], estateIds = [], withChild } = audience ?? {}
  const places = [
    grids.flatMap(({ gridId, name }) => (gridIds.includes(gridId) ? [name] : [])),
    estates.flatMap(({ estateId, name }) => (estateIds.includes(estateId) ? [name] : [])),
  ]
  const parts = [
    ...places.flatMap((names) => (names.length > 0 ? [`${names.join('、')}的居民`] : [])),
    ages(audience ?? {}),
    withChild && '大人带 14 岁以下的孩子',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('，') : '社区居民都可以来'
}

const teamName = (teamId: string, { teams }: KnownNames): string =>
  teams.find((team) => team.teamId === teamId)?.name ?? '别的队'

/** What an edit changed, as people read it. */
export function changeWords(change: PlannedChange, names: KnownNames): string {
  switch (change.what) {
    case 'title':
      return `名称由「${change.from}」改为「${change.to}」`
    case 'place':
      return `地点由「${change.from}」改为「${change.to}」`
    case 'window':
      return `时间由 ${whenFromTo(change.from)} 改为 ${whenFromTo(change.to)}`
    case 'capacity':
      return `${when(change.at)} 的名额由 ${change.from} 人改为 ${change.to} 人`
    case 'sessionAdded':
      return `新增 ${when(change.at)} 的场次`
    case 'sessionCancelled':
      return `${when(change.at)} 的场次取消了`
    case 'lessonMoved':
      return `${when(change.from.from)} 的课改到 ${whenFromTo(change.to)}`
    case 'lessonPlace':
      return `${when(change.at)} 的课换地方：由「${change.from}」改为「${change.to}」`
    case 'lessonAdded':
      return change.makesUp === undefined
        ? `加一课：${whenFromTo(change.at)}，在${change.place}`
        : `补 ${when(change.makesUp)} 那一课：${whenFromTo(change.at)}，在${change.place}`
    case 'lessonCancelled':
      return `${when(change.at.from)} 的课不上了`
    case 'leastPercent':
      return '结业要上满几课改了'
    case 'trainer':
      return '上课的老师改了'
    case 'gain':
      return '学完能做什么改了'
    case 'opensAt':
      return `报名开始时间由 ${when(change.from)} 改为 ${when(change.to)}`
    case 'closesAt':
      return `报名截止${change.draws ? '、抽签的' : ''}时间由 ${when(change.from)} 改为 ${when(change.to)}`
    case 'partyMax':
      return `每次最多报名人数由 ${change.from} 人改为 ${change.to} 人`
    case 'subsidyFen':
      return `交通补贴由 ${yuan(change.from)} 改为 ${yuan(change.to)}`
    case 'rule':
      return '报名方式改了'
    case 'audience':
      return change.from === undefined || change.to === undefined
        ? '参加对象改了'
        : `请的人由「${audienceWords(change.from, names)}」改为「${audienceWords(change.to, names)}」`
    case 'summary':
      return summaryWords(change)
    case 'kind':
      return '活动类别改了'
    case 'team':
      return '主办的队伍改了'
    case 'shiftName':
      return `志愿岗位「${change.from}」改为「${change.to}」`
    case 'shiftTeam':
      return `志愿岗位「${change.name}」的时长由记在${teamName(change.from, names)}改为记在${teamName(change.to, names)}`
    case 'shifts':
      return '志愿岗位改了'
  }
}

function summaryWords({ gone, added }: Extract<PlannedChange, { what: 'summary' }>): string {
  if (gone !== undefined && added !== undefined) return `介绍里的「${gone}」改为「${added}」`
  if (added !== undefined) return `介绍里新写了「${added}」`
  return gone === undefined ? '活动介绍改了' : `介绍里去掉了「${gone}」`
}
