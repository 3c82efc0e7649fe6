import type { ToldPart } from '#contract/vacancy'
import type { PlacementNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

const because = (note: string | undefined): string => (note ? `（${note}）` : '')

/** Notices about vacancies and placement. */
export const placementNotices: Record<PlacementNoticeKind, Writer> = {
  vacancy_changed: (n) => ({
    title: '您想去的招工有变动',
    text: `「${n.title}」改了${n.note}。请打开看看还想不想去；不想去了，点「我不去了」就行。`,
  }),
  vacancy_closed: (n) => ({
    title: '您想去的招工结束了',
    text: `「${n.title}」结束了${because(n.note)}。已经请您去面谈的，照常去；别的招工，请到「招工」里看看。`,
  }),
  placement_invited: (n) => ({
    title: '请您去面谈',
    text: `「${n.title}」请您去看看${n.note ? `：${n.note}` : ''}。去不了，请打开点「我不去了」，或者打社区电话。`,
  }),
  placement_placed: (n) => ({
    title: '记下您上岗了',
    text: `社区记下您在「${n.title}」上岗了。过些日子会问问您还在不在做；记得不对，请打社区电话。`,
  }),
  placement_declined: (n) => ({
    title: '这次没有谈成',
    text: `「${n.title}」这次没有谈成${because(n.note)}。请到「招工」里看看别的，有疑问请打社区电话。`,
  }),
  placement_left: (n) => ({
    title: '记下您不在那里做了',
    text: `社区记下您不在「${n.title}」做了${because(n.note)}。记得不对，请打社区电话；还想找活，请到「招工」里看看。`,
  }),
  placement_withdrawn: (n) => ({
    title: '有人不去了',
    text: `${n.who}不去「${n.title}」了，也收回了同意。给过用工单位电话的，请转告他们不要再打、把号码删掉。`,
  }),
}

const partWords: Record<ToldPart, string> = {
  title: '做什么',
  firm: '用工单位',
  place: '地点',
  payText: '工资',
  hoursText: '上班时间',
  words: '说明',
}

/** What an edit of a vacancy changed, as those who are interested read it. A new firm needs a new consent. */
export const vacancyChanges = (changed: readonly ToldPart[]): string =>
  changed.map((part) => partWords[part]).join('、') +
  (changed.includes('firm') ? '（换了单位，原来同意给的电话不再给）' : '')

/** Stands as the reason of the opening by which name and number were passed. */
export const passedReason = (firm: string, title: string): string =>
  `您想去「${title}」，把姓名和电话转给用工单位「${firm}」`
