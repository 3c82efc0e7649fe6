import type { BookingWait, Relation } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { clockWords, durationWords } from '#text/shared/time'

const whyAsked: Record<BookingWait, (minutes: number) => string> = {
  forgotten: (minutes) => `没有签退，先按约好的结束时间算 ${durationWords(minutes)}。`,
  overrun: (minutes) => `做了 ${durationWords(minutes)}，比约好的长得多，居民还没有确认。`,
  resumed: (minutes) =>
    `一共 ${durationWords(minutes)}。取消或退回之前已经签到，后来才送到，居民还没有确认。`,
  objected: (minutes) => `补记了 ${durationWords(minutes)}，居民说不是这样。`,
  related: (minutes) => `一共 ${durationWords(minutes)}。`,
}
const relations: Record<Relation, string> = {
  dwelling: '志愿者和居民登记在同一户，时长要您核定后才记入。',
  proxy: '志愿者和居民互相代办，时长要您核定后才记入。',
}

/** A leader's word on a service that silence does not credit. */
export const settleText = {
  open: '核定时长',
  lead: (waits: BookingWait, related: Relation | undefined, minutes: number) =>
    `${whyAsked[waits](minutes)}${related ? relations[related] : ''}请问问居民和志愿者，再核定。`,
  title: '核定这次服务的时长',
  text: (from: Instant, minutes: number) =>
    `${clockWords(from)} 签到。最多 ${minutes} 分钟，只能少不能多。原因志愿者和居民都会看到。`,
  minutes: '实际服务了多少分钟',
  minutesWrong: (most: number) => `请写 0 到 ${most} 的整数。`,
  reason: '为什么这样定',
  reasons: ['问过居民，做了这么久', '问过居民，提前做完了', '问过居民，没有做'],
  action: '核定',
  done: (minutes: number | undefined) =>
    minutes
      ? `核定为 ${durationWords(minutes)}，已经记进志愿者的时长账，并通知两边。`
      : '核定为没有时长，已经通知两边。',
} as const
