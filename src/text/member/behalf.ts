/** What somebody reads who acts for another: a proxy, or a worker at the counter. */
export const behalfText = {
  acting: (name: string) => `正在替${name}办。这一页说的「您」和「我」，都是${name}。`,
  lead: (name: string) => `您替${name}办的每一件，都记在${name}名下；替谁办、谁办的，都有记录。`,
  doTitle: '替他办',
  book: '预约帮忙',
  bookDetail: '水电维修、陪同出门、上门看望',
  join: '报名活动',
  joinDetail: '过节、讲座、培训，选一个替他报上',
  file: '反映问题',
  fileDetail: '车棚、绿化、路灯，替他报给网格',
  seeTitle: '他的事',
  bookings: '他约的帮忙',
  signups: '他报的活动',
  requests: '他反映的问题',
  relatives: '他照护的家人',
  chooseLead: (name: string) => `点开一个活动，替${name}报名。`,
  nobody: {
    title: '没有指明替谁办',
    text: '请先在「代办」里选一位。',
    action: '去「代办」',
  },
  none: {
    title: '不能替这位居民办',
    text: '可能他已经不再请您代办，或者不在您的网格。请到「代办」里看看，或者打社区电话。',
    action: '回到「我的」',
  },
} as const
