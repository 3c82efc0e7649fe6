import type { HourNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

/** Notices about honour minutes, reversals and certificates. */
export const hourNotices: Record<HourNoticeKind, Writer> = {
  honour_proposed: (n) => ({
    title: '荣誉时长等您复核',
    text: `${n.who}提议记 ${n.minutes} 分钟荣誉时长：${n.note}。请另一位队长或管理员复核。`,
  }),
  honour_declined: (n) => ({
    title: '荣誉时长没有通过',
    text: `您提议的 ${n.minutes} 分钟荣誉时长没有通过复核${n.note ? `：${n.note}` : ''}。请核对后再提。`,
  }),
  honour_credited: (n) => ({
    title: '荣誉时长已记入',
    text: `${n.minutes} 分钟荣誉时长记进了您的时长账：${n.note}。谢谢您！`,
  }),
  hours_reversed: (n) => ({
    title: '一笔时长被更正',
    text: `「${n.title}」的 ${n.minutes} 分钟由${n.who}更正扣回：${n.note}。有疑问请联系队长或社区。`,
  }),
  certificate_revoked: (n) => ({
    title: '一张服务证明作废了',
    text: `您的一张服务证明作废了：${n.note}。请按现在的时长重新开一张。`,
  }),
}
