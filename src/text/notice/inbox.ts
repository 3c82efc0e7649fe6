/** The notices. */
export const inboxText = {
  emptyTitle: '还没有通知',
  emptyText: '预约有人认领、反映的问题有进展，都会在这里告诉您。',
  /** How many messages of WeChat the person has allowed and not yet received. */
  left: (count: number) =>
    count > 0 ? `还能收到 ${count} 条微信提醒` : '现在收不到微信提醒，有消息要自己来这里看。',
  more: '多收几条',
  moreNote: '点一下，微信会问您同不同意。同意一次，多收一条。',
  moreRefused: '微信没有同意。要收提醒，请点右上角「…」→「设置」→「订阅消息」打开。',
  unread: '未读',
  readAll: '全部标为已读',
  markRead: '知道了',
  newsKnown: '这些我都知道了',
  /** What was told about the same matter earlier. */
  before: (moment: string, title: string) => `${moment}：${title}`,
  /** Tells apart notices of the same title within a minute. */
  twin: (moment: string, nth: number) => `${moment}，第 ${nth} 条`,
  markReadOf: (title: string, moment: string) => `知道了：${title}，${moment}`,
  booking: {
    open: '看这个预约',
    of: (title: string, moment: string) => `看这个预约：${title}，${moment}`,
  },
  publication: {
    open: '看全文',
    of: (title: string, moment: string) => `看全文：${title}，${moment}`,
  },
  request: {
    open: '看这件事',
    of: (title: string, moment: string) => `看这件事：${title}，${moment}`,
  },
  statement: {
    open: '看我的时长',
    of: (title: string, moment: string) => `看我的时长：${title}，${moment}`,
  },
  certificates: {
    open: '看我的证明',
    of: (title: string, moment: string) => `看我的证明：${title}，${moment}`,
  },
  teamHours: {
    open: '看队里的时长',
    of: (title: string, moment: string) => `看队里的时长：${title}，${moment}`,
  },
  teams: {
    open: '看服务队',
    of: (title: string, moment: string) => `看服务队：${title}，${moment}`,
  },
  me: {
    open: '打开「我的」',
    of: (title: string, moment: string) => `打开「我的」：${title}，${moment}`,
  },
  proxies: {
    open: '看代办',
    of: (title: string, moment: string) => `看代办：${title}，${moment}`,
  },
  guardian: {
    open: '看监护人同意',
    of: (title: string, moment: string) => `看监护人同意：${title}，${moment}`,
  },
  residents: {
    open: '看居民登记',
    of: (title: string, moment: string) => `看居民登记：${title}，${moment}`,
  },
  account: {
    open: '看我的账号',
    of: (title: string, moment: string) => `看我的账号：${title}，${moment}`,
  },
  messages: {
    open: '看消息模板',
    of: (title: string, moment: string) => `看消息模板：${title}，${moment}`,
  },
  vacancy: {
    open: '看这个招工',
    of: (title: string, moment: string) => `看这个招工：${title}，${moment}`,
  },
  activity: {
    open: '看这个活动',
    of: (title: string, moment: string) => `看这个活动：${title}，${moment}`,
  },
} as const
