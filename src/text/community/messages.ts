import type { Purpose } from '#contract/notice'
import type { MessageFacts, MessageFault, MessageWord } from '#contract/shared/message'
import { momentWords } from '#text/shared/time'

/** The page of the message templates. */
export const messagesText = {
  lead: '在微信公众平台的「订阅消息」里选好模板，把模板编号和字段照样填到这里。没有填的，居民只能在通知里看到。',
  none: '还没有填',
  used: (count: number) => `填了 ${count} 个字段`,
  wrong: '发不出去',
  id: '模板编号',
  idHint: '在公众平台「我的模板」里，一长串字母和数字。不用这个模板，就把这一页全部清空。',
  idWrong: '模板编号只有字母、数字、- 和 _，请从公众平台复制过来。',
  idMissing: '请填模板编号。',
  placeholder: '例如 thing4',
  previewTitle: '微信里看到的样子',
  previewNone: '填好字段，这里就有样子了。',
  save: '保存',
  saved: '存好了，从下一条提醒起照这样发。',
  saves: '存好以后，改的人看到的都一样；正在等着发的提醒也照新的发。',
  noPurpose: { title: '没有这一项', text: '请从消息模板里重新打开。', action: '看消息模板' },
  /** What WeChat said last about a template. */
  fault: ({ fault, key, at }: MessageFault, now: number) =>
    `${momentWords(at, now)}微信退回了一条：${faults[fault](key)}。没有扣居民的次数，一天之内改好会补发。`,
} as const

const faults: Record<MessageFault['fault'], (key: string | undefined) => string> = {
  words: (key) => (key ? `「${key}」这个字段不对，请和公众平台里的模板对一对` : '字段和模板对不上'),
  page: () => '点开的页面在现在的版本里没有，请联系技术人员',
  template: () => '没有这个模板，请核对编号，或者看看是不是被停用了',
  permission: () => '这个小程序还不能发订阅消息，请联系技术人员',
  ban: () => '有人的微信说这个模板被停用了',
  filter: () => '有两个模板的标题一样，微信只问了一个，请换一个',
}

/** What stands in each word, for who fills a field with it. */
export const messageWordHints: Record<MessageWord, string> = {
  matter: '例如：水管维修、腊八节包粥',
  what: '例如：有志愿者认领了',
  short: '例如：已取消、轮到您了',
  when: '活动或上门的时间',
  until: '最晚什么时候回话；没有的话就是活动或上门的时间',
  from: '社区的名称',
  phone: '社区的电话',
  tip: '请打开小程序看一看',
  reference: '这件事在系统里的编号',
}

/** A typical notice of each purpose, for the preview. */
export const typicalFacts: Record<Purpose, Pick<MessageFacts, 'matter' | 'what' | 'short'>> = {
  booking: { matter: '水管漏水', what: '有志愿者认领了', short: '有结果了' },
  activity: { matter: '腊八节一起包粥', what: '轮到您了', short: '轮到您了' },
  request: { matter: '停车棚', what: '办好了吗？请您看看', short: '有结果了' },
  team: { matter: '陪老人去医院', what: '队长想请您帮忙', short: '请您看看' },
  training: { matter: '家政培训第三期', what: '活动有变动', short: '有变动' },
  bulletin: { matter: '明天停水', what: '社区有要紧的公告', short: '请您看看' },
  member: { matter: '登记通过了', what: '登记通过了', short: '有结果了' },
  duty: { matter: '停车棚', what: '有新的诉求', short: '请您看看' },
}
export const typicalTip = '请打开小程序看一看'
export const typicalReference = 'b_3f9c21'
