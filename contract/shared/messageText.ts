import type { Purpose } from '../notice'
import type { MessageWord, TemplateFault } from './message'

/** What each purpose is called. */
export const purposeTitles: Record<Purpose, string> = {
  booking: '预约和上门服务',
  activity: '活动',
  request: '反映的问题',
  team: '服务队',
  training: '培训',
  bulletin: '要紧的公告',
  member: '登记和代办',
  duty: '等您办的事',
}

/** What each word of a message is called. */
export const messageWordTitles: Record<MessageWord, string> = {
  matter: '什么事',
  what: '有什么消息',
  short: '结果（五个字以内）',
  when: '时间',
  until: '最晚什么时候',
  from: '谁发的',
  phone: '联系电话',
  tip: '温馨提示',
  reference: '编号',
}

const faultWords: Record<TemplateFault['fault'], (at: string) => string> = {
  no_words: () => '还没有填字段，请至少填一个',
  unknown_type: (at) => `${at}：微信没有这种字段，请照着微信后台的样子填，例如 thing4`,
  nothing_fits: (at) => `${at}：这种字段里没有内容可以填，请换一个没有它的模板`,
  unfit: (at) => `${at}：这种字段填不下这一项，请换一个字段`,
  key_twice: (at) => `${at}：这个字段前面已经用了`,
  other_fields: () => '和另一个用途是同一个模板，用的字段也要一样',
}

/** One sentence about a mistake in a template, without the purpose. */
export const templateFaultWords = ({ word, key = '', fault }: TemplateFault): string =>
  faultWords[fault](word === undefined ? key : `${messageWordTitles[word]}（${key}）`)
