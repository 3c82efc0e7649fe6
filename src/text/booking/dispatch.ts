import type { BookingWait } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { durationWords, momentWords } from '#text/shared/time'

/** What waits for a leader, or the worker of a grid. */
export const leadText = {
  entry: '等您安排',
  entryDetail: '没人认领的预约，要核定时长的服务',
  notLeading: {
    title: '这里是给队长和网格员用的',
    text: '没有人认领的预约会在这里。您要是志愿者，请去任务大厅看看。',
    action: '去任务大厅',
  },
  atRisk: '没人认领的',
  atRiskEmpty: '现在没有。预约过了一段时间还没人认领，会出现在这里，也会通知您。',
  /** How pressing it is: from the leaders’ first word, from the workers’ on, and once its hour has come. */
  pressing: { leader: '没人认领', grid: '快到时间了', begun: '已经开始了' },
  requested: (at: Instant, now: Instant) => `${momentWords(at, now)} 约的`,
  invited: (count: number) => (count > 0 ? `已经请了 ${count} 位志愿者` : '还没有请过人'),
  findHands: '去找人',
  seeBooking: '打开预约，和居民商量',
  forgotten: '时长等您核定的',
  forgottenEmpty:
    '现在没有。有人忘了签退、做得比约好的长得多、取消以前已经签到，或者是家人之间的服务，会出现在这里，等您核定。',
  waits: {
    forgotten: '忘了签退',
    overrun: '比约好的长',
    related: '家人之间',
    resumed: '取消以前签到',
    objected: '居民不同意补记',
  } satisfies Record<BookingWait, string>,
  served: (who: string, at: Instant, now: Instant, minutes: number) =>
    `${who} ${momentWords(at, now)} 签到，最多 ${durationWords(minutes)}`,
} as const

/** Asking or sending volunteers. */
export const dispatchText = {
  way: '请人帮忙，或者派一位去',
  lead: '越合适的排在越前面。请他帮忙：他收到通知，愿意就认领。派他去：直接替他认领，他来不了可以交还。',
  licence: (licence: string) => `要有证件：${licence}`,
  list: '本队的志愿者',
  emptyTitle: '队里还没有别的志愿者',
  emptyText: '先请人加入服务队，通过以后就能请他帮忙。',
  ask: (name: string) => `请${name}帮忙`,
  asked: '请过了',
  askAction: (count: number) => (count > 0 ? `请这 ${count} 位帮忙` : '请选中的人帮忙'),
  askDone: (count: number) => `已经通知 ${count} 位志愿者。`,
  send: '派他去',
  sendOf: (name: string) => `派他去：${name}`,
  sendTitle: (name: string) => `派${name}去？`,
  sendText: '会替他认领，并通知他和居民。最好先和他说好；他来不了，可以交还。',
  sendAction: '派他去',
  sendKeep: '先不派',
  sent: (name: string) => `已经派${name}去，通知他和居民了。`,
  noId: {
    title: '没有找到这个预约',
    text: '链接可能不完整。请从「等您安排」里打开。',
    action: '看等您安排的',
  },
  over: '已经有人认领了，不用再找。',
} as const
