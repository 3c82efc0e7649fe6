/** What the interface parts say by themselves. */
export const uiText = {
  brand: '邻里守望',
  brandSeal: ['邻', '里', '守', '望'],
  mainNavigation: '主导航',
  tabs: { home: '首页', activities: '活动', hall: '任务大厅', me: '我的' },
  /** The hall's tab where it holds the viewer's bookings. */
  bookingsTab: '我的预约',
  /** `预约：换灯泡 · 12月1日 · 邻里守望`: the first tab of many says the most. */
  windowTitle: (title: string, names: string | undefined) => `${names ?? title} · 邻里守望`,
  /** What a window is about, before its title. */
  about: {
    booking: (kind: string, day: string) => `预约：${kind} · ${day}`,
    activity: (title: string) => `活动：${title}`,
    team: (name: string) => `服务队：${name}`,
    vacancy: (title: string) => `招工：${title}`,
    publication: (title: string) => `公告：${title}`,
    poster: (title: string) => `海报：${title}`,
    request: (title: string) => `反映的问题：${title}`,
    certificate: (no: string) => `证明：${no}`,
  },
  back: '返回',
  busy: '请稍候…',
  loading: '正在打开…',
  retry: '再试一次',
  settingUpTitle: '社区正在准备',
  loadFailedTitle: '没有打开',
  notFoundTitle: '没有找到',
  goHome: '去首页',
  emptyTitle: '这里还没有内容',
  optional: '（可不填）',
  close: '关闭',
  newer: '上一页',
  older: '下一页',
  pageOf: (page: string, list: string) => `${page}：${list}`,
  notOpened: {
    title: '网络不通，没有打开',
    stays: '您要去的那一页没有打开，现在这一页还在。网络一通，会自己再打开。',
    still: '还是没有打开。请看看网络是不是连上了。',
  },
  nowhere: {
    why: '这个地址没有页面：可能写错了，也可能这一页已经撤下。',
    ways: '您要找的，多半从下面能找到。',
    goActivities: '看活动',
    goMe: '去「我的」',
  },
  goRegister: '去登记',
  /** A number is never broken between two lines. */
  call: (phone: string) => `打电话 ${phone.replace(/ /g, '\u00a0')}`,
  reasonOwn: '其他原因，我来写',
  reasonOwnLabel: '请写明原因',
  reasonMissing: '请选一个原因，或者写一个。',
  starsOf: (count: number) => ['', '很不满意', '不太满意', '一般', '满意', '很满意'][count] ?? '',
  starsSpoken: (count: number) => `${count} 颗星`,
  windowDay: '哪一天',
  windowFrom: '几点开始',
  windowTo: '几点结束',
  /** The end as it is shown where it falls on the day after the start. */
  nextDay: (clock: string) => `次日${clock}`,
  windowToNextDay: '几点结束（次日）',
  windowPick: '请选择',
  momentDay: '哪一天',
  momentTime: '几点',
  elder: {
    enter: '大字版',
    leave: '标准版',
    detail: '字更大，按钮也更大',
    readAloud: '读给我听',
    stopReading: '停止朗读',
    isOn: '已打开',
    isOff: '没有打开',
  },
} as const

/** Says what was not done, and then what the person can do about it. */
export const failureText = {
  unreachable: '网络不通，没有提交成功。请检查网络后再点一次。',
  unreachableRead: '网络不通，没有打开。请检查网络后再试一次。',
} as const
