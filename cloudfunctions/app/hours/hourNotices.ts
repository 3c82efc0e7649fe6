import type { Overlap } from '#contract/hours'
import type { HourNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

/** What was credited, and why it may be less than the service lasted. */
export function creditedWords({ minutes = 0, overlap }: Pick<NoticeDocument, 'minutes' | 'overlap'>): string {
  if (overlap && minutes === 0)
    return `与另一次服务${overlapped(overlap)}时间重叠，同一分钟只记一次，这一次不另计`
  if (overlap) return `与另一次服务${overlapped(overlap)}时间重叠，只计 ${minutes} 分钟，已经记进您的时长账`
  return minutes > 0 ? `${minutes} 分钟记进了您的时长账` : '在场的时间太短，这一次没有记时长'
}

const overlapped = ({ titles }: Overlap): string =>
  titles.length === 0 ? '' : `（${titles.map((title) => `「${title}」`).join('')}）`

const takenBackWords = ({ title, minutes, who, note }: NoticeDocument): string =>
  minutes
    ? `「${title}」的 ${minutes} 分钟由${who}更正扣回：${note}。`
    : `「${title}」由${who}更正：${note}。`

/** Notices about honour minutes, reversals and certificates. */
export const hourNotices: Record<HourNoticeKind, Writer> = {
  honour_proposed: (n) => ({
    title: '荣誉时长等您复核',
    text: `${n.who}提议记 ${n.minutes} 分钟荣誉时长：${n.note}。请另一位队长或管理员复核。`,
  }),
  honour_over_cap: (n) => ({
    title: '荣誉时长等管理员复核',
    text: `给${n.who}记 ${n.minutes} 分钟荣誉时长（${n.note}），会超过一个月的上限。请管理员核实以后再决定。`,
  }),
  honour_declined: (n) => ({
    title: '荣誉时长没有通过',
    text: `您提议的 ${n.minutes} 分钟荣誉时长没有通过复核${n.note ? `：${n.note}` : ''}。请核对后再提。`,
  }),
  honour_credited: (n) => ({
    title: '荣誉时长已记入',
    text: `${n.minutes} 分钟荣誉时长记进了您的时长账：${n.note}。谢谢您！`,
  }),
  word_proposed: (n) => ({
    title: '补记的时长等您复核',
    text: `${n.who}提议给一位志愿者补记「${n.title}」的 ${n.minutes} 分钟：${n.note}。请另一位队长、协调员或管理员问清楚再复核。`,
  }),
  word_declined: (n) => ({
    title: '补记没有通过',
    text: `您提议补记的「${n.title}」${n.minutes} 分钟没有通过复核${n.note ? `：${n.note}` : ''}。`,
  }),
  hours_reversed: (n) => ({
    title: '一笔时长被更正',
    text: `${takenBackWords(n)}${n.overlap ? '其余的时间在另一次服务里，照旧算。' : ''}有疑问请联系队长或社区。`,
  }),
  hours_overlapped: (n) => ({
    title: '两次服务时间重叠',
    text: `${n.who}做「${n.title}」的时间，和另一次服务${n.overlap ? overlapped(n.overlap) : ''}重叠。同一分钟只记一次，这一次只计 ${n.minutes ?? 0} 分钟。请问一问两次是怎么做的。`,
  }),
  certificate_revoked: (n) => ({
    title: '一张服务证明作废了',
    text: `您的一张服务证明作废了：${n.note}。请按现在的时长重新开一张。`,
  }),
}
