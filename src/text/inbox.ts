/** The notices. */
export const inboxText = {
  emptyTitle: '还没有通知',
  emptyText: '预约有人认领、登记核对好了，都会在这里告诉您。',
  unread: '未读',
  readAll: '全部标为已读',
  open: '看这个预约',
  openActivity: '看这个活动',
  markRead: '知道了',
  markReadOf: (title: string, moment: string) => `知道了：${title}，${moment}`,
  openActivityOf: (title: string, moment: string) => `看这个活动：${title}，${moment}`,
  openOf: (title: string, moment: string) => `看这个预约：${title}，${moment}`,
} as const
