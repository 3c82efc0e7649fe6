import type { StationThing } from '#contract/publication'
import { hourMs, minuteMs } from '#contract/shared/time'
import { thingsWords } from '#text/publication/stationWords'
import { momentWords } from '#text/shared/time'

/** 刚刚、20 分钟前、3 小时前; what was seen longer ago is dated. */
const agoWords = (at: number, now: number): string => {
  const minutes = Math.floor((now - at) / minuteMs)
  if (minutes < 5) return '刚刚'
  return minutes < 60 ? `${minutes} 分钟前` : `${Math.floor((now - at) / hourMs)} 小时前`
}

export const stationText = {
  open: '开着',
  closed: '没开门',
  openNow: '现在开着',
  closedNow: '现在没开',
  byHours: '这是按开门时间算的，还没有人来看过。',
  said: (at: number, now: number) => `${agoWords(at, now)}有人看过`,
  saidOnce: (at: number, now: number) => `${momentWords(at, now)}有人看过，现在可能变了`,
  saidBy: (who: string) => `${who}说的，只有工作人员看得到名字`,
  has: (things: readonly StationThing[]) => (things.length > 0 ? `有${thingsWords(things)}` : ''),
  lacks: (things: readonly StationThing[]) => (things.length > 0 ? `没看到${thingsWords(things)}` : ''),
  shut: '门没开',
  wasClosed: '那时没开门',
  wasOpen: '那时开着',
  openFirst: '现在开着的',
  openFirstNone: '现在都没开。',
  others: '现在没开的',
  report: '有什么不对？告诉社区',
  reportDetail: '门没开、没有水、东西坏了，都可以说',
  reportAbout: (title: string) => `休闲驿站「${title}」：`,
  say: '我在这里，说说现在怎么样',
  sayTitle: '现在怎么样？',
  sayOpen: '门开着吗',
  sayOptions: [
    { value: 'open' as const, title: '开着' },
    { value: 'closed' as const, title: '没开门' },
  ],
  sayMissing: '请先选：门开着，还是没开。',
  sayHas: '现在有什么',
  sayHasHint: '看到一样，点一样。',
  sayAction: '就这样',
  sayDone: '记下了，谢谢您。来的人马上看得到。',
} as const
