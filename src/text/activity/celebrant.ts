/** 寿星: whose birthday falls in a month, and the invitation. */
export const celebrantText = {
  entry: '这个月的寿星',
  entryDetail: '看名单，请他们来过集体生日',
  lead: (age: number) => `满 ${age} 岁的老人，按各人登记的公历或农历算。`,
  month: '哪个月',
  reason: '为什么要看',
  reasonHint: '看生日要写原因，名单上每个人在「谁看过我的信息」里都看得到。',
  reasons: { party: '办集体生日会', visit: '上门祝寿' },
  action: '看名单',
  none: { title: '这个月没有', text: '登记了生日的老人里，这个月没有过生日的。换一个月看看。' },
  count: (count: number) => `${count} 位寿星`,
  row: (day: string, turns: number, lunar: string | undefined) =>
    `${day}${lunar ? `（农历${lunar}）` : ''} 满 ${turns} 岁`,
  caredFor: '由家人照护，通知发给家人',
  invite: '请来参加哪个生日会',
  noActivity: '还没有发布的生日会。先用「集体生日会」的模板发布一个，再来邀请。',
  toBegin: '去新建活动',
  send: (count: number) => (count > 0 ? `邀请这 ${count} 位` : '请先选人'),
  nobody: '请至少选一位。',
  whichMissing: '请选一个生日会。',
  sent: (count: number) => `邀请发出去了，${count} 家会收到通知。同一个活动再发，也只通知一次。`,
} as const
