import type { Instant } from '#contract/shared/scalars'
import { clockWords, durationWords } from '#text/shared/time'

/** A leader's word on a forgotten check-out. */
export const settleText = {
  open: '核定时长',
  lead: (minutes: number) =>
    `没有签退，先按约好的结束时间算 ${durationWords(minutes)}。请问问居民和志愿者，再核定。`,
  title: '核定这次服务的时长',
  text: (from: Instant, minutes: number) =>
    `${clockWords(from)} 签到。最多 ${minutes} 分钟，只能少不能多。原因志愿者和居民都会看到。`,
  minutes: '实际服务了多少分钟',
  minutesWrong: (most: number) => `请写 0 到 ${most} 的整数。`,
  reason: '为什么这样定',
  reasons: ['问过居民，做到了约好的时间', '问过居民，提前做完了', '问过居民，没有做'],
  action: '核定',
  done: (minutes: number | undefined) =>
    minutes
      ? `核定为 ${durationWords(minutes)}，已经记进志愿者的时长账，并通知两边。`
      : '核定为没有时长，已经通知两边。',
} as const
