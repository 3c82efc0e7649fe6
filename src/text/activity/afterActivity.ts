/** After a session: how it was, in three taps. */
export const feedbackText = {
  title: '这次活动怎么样？',
  lead: '点几颗星，再按发送就行。协调员看得到星和话，看不到是谁说的。',
  stars: '给几颗星',
  starsMissing: '请先点几颗星。',
  comment: '想说的话',
  action: '发送',
  done: '收到了，谢谢您。下次会办得更好。',
} as const

/** To whoever is said to have missed a session. */
export const appealText = {
  open: '我来过，写一句说明',
  title: '说明一下',
  text: '协调员会看到您的话，核对以后补上签到。缺席一两次没有关系。',
  label: '是怎么回事',
  reasons: ['我来了，忘了签到。', '我来晚了，没有碰到签到的人。', '临时有急事，没有来成。'],
  action: '发给协调员',
  done: '发给协调员了，核对以后会补上。',
} as const

/** What coordinators read of it. */
export const feedbacksText = {
  entry: '大家怎么说',
  none: { title: '还没有人评', text: '活动结束后，来过的人会收到通知，点开就能评。' },
  count: (count: number) => `${count} 家评了`,
  average: (byStars: readonly number[]) => {
    const count = byStars.reduce((sum, each) => sum + each, 0)
    const stars = byStars.reduce((sum, each, index) => sum + each * (index + 1), 0)
    return `平均 ${(stars / count).toFixed(1)} 颗星`
  },
  ofStars: (stars: number) => `${stars} 颗星`,
  families: (count: number) => `${count} 家`,
  comments: '说的话',
  noComments: '没有写话。',
  noNames: '这里不写是谁说的。',
  said: (stars: number) => `${stars} 颗星`,
} as const

/** 寿星: whose birthday falls in a month, and the invitation. */
export const birthdaysText = {
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

/** Photos on an activity's page. */
export const photosText = {
  title: '照片',
  forResidents: (count: number) => `有 ${count} 张照片。照片里有邻居，登记核对通过的居民才能看。`,
  more: (count: number) => `再看 ${count} 张`,
  takeOff: '照片里有您、不想放在这里，请告诉协调员，马上去掉。',
} as const

/** The same, for who adds them. */
export const coordinatorPhotosText = {
  title: (count: number) => (count > 0 ? `照片（${count} 张）` : '照片'),
  lead: '请先问过照片里的人，同意了再放。照片和说明都要过微信的内容检查，登记过的居民看得到。',
  nth: (number: number) => `第 ${number} 张照片`,
  remove: '去掉',
  removeNth: (number: number) => `去掉第 ${number} 张照片`,
  field: '加照片',
  hint: '一次最多六张，一共最多十二张。',
  caption: '说明',
  captionHint: '比如「大家一起包粽子」，可以不写。',
  missing: '请先选照片。',
  action: '放到活动页上',
} as const
