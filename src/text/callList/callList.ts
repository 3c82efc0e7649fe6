import type { Unreached, WhyUnreached } from '#contract/callList'
import type { Instant } from '#contract/shared/scalars'
import { momentWords } from '#text/shared/time'

/** A sentence that tells what to tap, which nobody can do on the telephone. */
const toTap = /打开|点|「我的|名单里|到「|在「|码/

/**
 * What the caller says of a notice: its sentences without those that tell what to tap, or its title where nothing else
 * is left; then that the caller writes down what the person wants.
 */
export function phoneScript({ title, text }: { title: string; text: string }): string {
  // phones of iOS 12 read no pattern that looks behind
  const said = (text.match(/[^。；？]+[。；？]?/g) ?? []).filter((sentence) => !toTap.test(sentence))
  const told = said.length > 0 ? said.join('').replace(/；$/, '。') : `${title}。`
  return `您好，我是社区的。${told}有什么要办的，您说，我替您记下来。`
}

/** People whom a notice has not reached, and who are telephoned. */
export const callListText = {
  entry: '要打电话的人',
  lead: '通知没有送到、他们也还没有看到的，请打电话告诉一声。他们自己看到了，这里就没有了。',
  empty: { title: '没有要打电话的人', text: '通知都送到了，或者他们已经看到了。' },
  emptyAction: '回首页',
  notStaff: {
    title: '这里是给办事的人用的',
    text: '您的通知在「通知」里。',
    action: '看我的通知',
  },
  why: {
    no_wechat: '没有微信',
    not_allowed: '没有开微信提醒',
    refused: '关了微信提醒',
    failed: '微信送不到',
    unknown: '不知道送到没有',
  } satisfies Record<WhyUnreached, string>,
  other: '登记、队伍和别的事',
  before: (until: Instant, now: Instant) => `${momentWords(until, now)} 前告诉`,
  noPhone: '没有登记电话，请当面说一声。',
  instead: (name: string) => `没有登记电话，可以请代办人${name}转告。`,
  tried: ({ at, who }: Unreached['tried'][number], now: Instant) =>
    `${momentWords(at, now)} ${who}打过，没人接`,
  call: '打电话',
  callOf: (name: string) => `打电话：${name}`,
  told: '告诉了',
  toldOf: (name: string) => `告诉了：${name}`,
  noAnswer: '没人接',
  noAnswerOf: (name: string) => `没人接：${name}`,
  toldNews: (name: string) => `记下了：${name}知道了。`,
  noAnswerNews: (name: string) => `记下了：${name}没有接。等会儿再打。`,
  undo: '按错了，撤回',
  undone: (name: string) => `撤回了，${name}又在下面。`,

  sheetTitle: (name: string) => `给${name}打电话`,
  sheetText: '号码要写明为什么看，对方在「谁看过我的信息」里看得到。',
  say: '可以这样说',
  reason: '为什么看号码',
  reasons: ['告诉一件要紧的事，通知没有送到。', '问一问来不来、方不方便。'],
  reasonMissing: '请选一个，或者写清楚为什么，至少两个字。',
  open: '看号码',
  afterCall: '打完以后，回到名单里点「告诉了」或者「没人接」。',
  noNumber: '号码刚刚去掉了。请当面说一声。',
} as const
