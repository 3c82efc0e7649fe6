import type { BookingCard } from '#contract/booking'

/** The title of a booking in a list: the kind of help, and the relative where it is for one. */
export function bookingTitle({ kindTitle, forName }: BookingCard): string {
  return forName ? `${kindTitle}（${forName}）` : kindTitle
}

/** The lists. */
export const bookingListText = {
  /** What is over, folded. */
  over: {
    mine: (count: number) => `以前的 ${count} 个`,
    claimed: (count: number) => `做过的 ${count} 个`,
  },
  mineEmpty: { title: '还没有预约', text: '家里要修东西、要人陪，都可以约志愿者，免费。', action: '去预约' },
  visitor: { title: '请先登录', text: '登录以后，就能看到您的预约。', action: '登录' },
  whose: '看谁的预约',
  mine: '我的',
  theirs: (name: string) => `替${name}办的`,
  theirsEmpty: (name: string) => ({
    title: `${name}还没有预约`,
    text: `${name}家里要修东西、要人陪，您可以替${name}约志愿者，免费。`,
    action: `替${name}预约`,
  }),
  claimedEmpty: { title: '还没有认领过', text: '去任务大厅看看，有没有您能帮的忙。', action: '去任务大厅' },
} as const
