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

/** What coordinators read of the feedback. */
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
  comments: '留言',
  noComments: '没有写话。',
  noNames: '这里不写是谁说的。',
  said: (stars: number) => `${stars} 颗星`,
} as const
