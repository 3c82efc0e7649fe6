/** The home page. */
export const homeText = {
  greet: (name: string, hour: number) => `${name}，${hello(hour)}`,
  greetVisitor: (hour: number) => hello(hour),
  servicesTitle: '需要帮忙',
  kinds: (titles: readonly string[]) => titles.slice(0, 4).join('、') + (titles.length > 4 ? '等' : ''),
  noServices: '现在没有可以预约的服务。急事请打社区电话。',
  mineTitle: '等人认领的预约',
  allMine: '我的预约',
  toHall: '去任务大厅看看',
  toHallDetail: '看看有没有您能帮的忙',
  unread: (count: number) => `有 ${count} 条新通知`,
  callTitle: '打社区电话',
  callDetail: (phone: string) => `${phone}（有急事、不用手机办，都打这个电话）`,
  registrationState: {
    visitor: {
      title: '欢迎来到邻里守望',
      text: '社区的居民可以在这里约志愿者上门维修、帮残助老；志愿者在这里认领任务、记录服务时长。',
      action: '登录',
    },
    unregistered: {
      title: '先登记，再预约',
      text: '登记为社区居民后，就能约志愿者上门。填写大约需要两分钟。',
      action: '去登记',
    },
    pending: {
      seal: '核对中',
      title: '登记正在核对',
      text: '网格员会核对您的登记，一般不超过两个工作日。通过后会通知您，就能预约了。急事请打社区电话。',
      action: '看看登记了什么',
    },
    moving: {
      seal: '核对中',
      title: '改的内容正在核对',
      text: '已经约好、认领好的照常；新的等核对好再约，一般不超过两个工作日。急事请打社区电话。',
      action: '看看改了什么',
    },
    rejected: {
      seal: '未通过',
      title: '登记没有通过',
      text: '请看看是什么原因。改好可以重新登记，也可以打下面的社区电话问一问。',
      action: '看原因，重新登记',
    },
  },
} as const

/** By the hour at +08:00. */
function hello(hour: number): string {
  if (hour < 5) return '您好'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}
