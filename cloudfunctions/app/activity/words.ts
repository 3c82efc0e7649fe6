import { dayNumberOf, wallClock } from '#contract/shared/wallClock'
import type { PlannedChange, Span } from '#core/activity/change'

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

/** What an edit changed, as people read it. */
export function changeWords(change: PlannedChange): string {
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
    case 'opensAt':
      return `报名开始时间由 ${when(change.from)} 改为 ${when(change.to)}`
    case 'closesAt':
      return `报名截止时间由 ${when(change.from)} 改为 ${when(change.to)}`
    case 'partyMax':
      return `每次最多报名人数由 ${change.from} 人改为 ${change.to} 人`
    case 'subsidyFen':
      return `交通补贴由 ${yuan(change.from)} 改为 ${yuan(change.to)}`
    case 'rule':
      return '报名方式改了'
    case 'audience':
      return '参加对象改了'
    case 'summary':
      return '活动介绍改了'
    case 'kind':
      return '活动类别改了'
    case 'team':
      return '主办的队伍改了'
    case 'shifts':
      return '志愿岗位改了'
  }
}
