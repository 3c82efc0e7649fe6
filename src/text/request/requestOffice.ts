import type { RequestStep } from '#contract/request'
import { writtenDay } from '#text/shared/time'

/** The queue of a tier. */
export const queueText = {
  groups: { over: '已经超时', today: '今天到期', later: '以后到期', waits: '等居民回答' },
  which: '看哪些',
  unfinished: '在办的',
  finished: '办完的',
  empty: { title: '手上没有诉求', text: '新来的诉求会出现在这里，也会发通知。' },
  finishedEmpty: { title: '还没有办完的诉求', text: '办完的诉求会出现在这里。' },
  notStaff: {
    title: '这里是给网格员和工作人员用的',
    text: '您可以反映问题，也可以看自己反映的办到哪里了。',
    action: '我反映的问题',
  },
} as const

/** The steps of the tier that holds a request, and of the tier above. */
export const officeStepText = {
  others: '其他办法',
  othersClose: '收起其他办法',
  failedHands: '没有找到可以安排的人。请先自己办理，或者请管理员设置人员。',
  open: {
    accept: '受理',
    progress: '说说进展',
    resolve: '办好了',
    assign: '安排给人办',
    ask: '问居民一件事',
    extend: '延长时间',
    escalate: '转给上一级',
    return: '交回下一级',
    decline: '办不了',
    publish: '放到公示栏',
    approve: '批准延期',
    takeOver: '接过来办',
  } satisfies Partial<Record<RequestStep, string>>,
  done: {
    accept: '受理了，居民会收到通知。',
    progress: '进展记下了，居民会收到通知。',
    resolve: '记下了，居民会收到通知，请他说一声满不满意。',
    assign: '安排好了，居民和办理的人会收到通知。',
    ask: '问题送到了，居民回答以前办理时间先不算。',
    extend: '延长了，居民会看到原因。超过一次的，要等上一级批准。',
    escalate: '转到上一级了，居民会看到原因。',
    return: '交回下一级了，居民会看到原因。',
    decline: '记下了，居民会看到原因，也可以请求重办。',
    publish: '放到公示栏了，邻居可以看到。',
    unpublish: '从公示栏撤下了。',
    approve: '批准了，时限已经往后延。',
    takeOver: '接过来了，由您这一级办理。',
  },
  words: {
    progress: {
      text: '居民和支持的邻居都会看到。不要写别人的姓名、电话。',
      label: '做到哪一步了',
      action: '送出',
    },
    resolve: { text: '居民会看到，并且说满不满意。', label: '怎么办好的', action: '办好了' },
    ask: {
      text: '居民回答以前，办理时间先不算。一次只问一件事。',
      label: '想问什么',
      action: '问居民',
    },
  },
  /** Of a pre-acceptance, which nobody else reads. */
  toResident: '办事的居民会看到。',
  stage: '办到哪一步',
  stageNote: '跟居民说一句',
  missing: '请写至少两个字。',
  picturesHint: '拍下现场，居民看得明白。可以不加；不要拍到人脸和门牌。',
  assign: { label: '安排给谁', action: '就安排给他', missing: '请选一个人。', text: '办理的人会收到通知。' },
  extend: {
    text: '第一次、不太长的，您这一级就能定；再延长，要上一级批准。',
    days: '延长几个工作日',
    dayOf: (count: number) => `${count} 天`,
    label: '为什么要延长',
    action: '延长时间',
    missing: '请选天数，写明原因。',
  },
  reasons: {
    escalate: {
      text: '居民和上一级都会看到原因。',
      label: '为什么要转',
      reasons: ['要经费，本级定不了。', '要几个部门一起办。', '不归本级管。'],
      action: '转给上一级',
    },
    return: {
      text: '居民和下一级都会看到原因。下一级的时限重新算。',
      label: '为什么交回',
      reasons: ['下一级可以办。', '请下一级先去现场看看。'],
      action: '交回下一级',
    },
    decline: {
      text: '居民会看到原因，也可以请求重办。',
      label: '为什么办不了',
      reasons: ['不在社区的地界里。', '政策不允许。', '同一件事已经在办。'],
      action: '办不了',
    },
  },
  takeOver: {
    text: '以后由您这一级办理，时限从现在重新算。下一级和居民都会收到通知。',
    action: '接过来办',
    keep: '先不接',
  },
  publish: {
    text: '公示以后所有居民都看得到，还能转发，没有登记的人也能看文字。请把姓名、电话、门牌、车牌都去掉。',
    title: '标题',
    words: '内容',
    picture: (number: number) => `第 ${number} 张图片也公示（没有拍到人和门牌）`,
    cleared: '我看过了，里面没有能认出谁的话',
    clearedMissing: '请先看一遍，再打钩。',
    missing: '请写标题和内容。',
    action: '放到公示栏',
    change: '改公示的内容',
    takeDown: '从公示栏撤下',
  },
} as const

const noneRated = '还没有人评价'

/** The three rates and the report. */
export const ratesText = {
  span: '哪一段时间',
  spans: { month: '本月', lastMonth: '上月', year: '今年' },
  fromTo: (from: string, to: string) => `${writtenDay(from)}到${writtenDay(to)}`,
  by: '分类看',
  bys: { grid: '按网格', category: '按类别', tier: '按层级', month: '按月' },
  ratesTitle: '诉求三率',
  rates: {
    response: {
      title: '响应率',
      detail: (part: number, whole: number) => `${whole} 件里 ${part} 件按时受理或答复`,
    },
    resolution: {
      title: '解决率',
      detail: (part: number, whole: number) => `${whole} 件里 ${part} 件办好了`,
    },
    satisfaction: {
      title: '满意率',
      detail: (part: number, whole: number) => `${whole} 人评价，${part} 人满意`,
    },
  },
  none: '还没有',
  noneRated,
  noneDetail: '这段时间没有可以算的',
  percent: (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`,
  filed: (count: number, withdrawn = 0) =>
    withdrawn > 0 ? `提了 ${count} 件，其中 ${withdrawn} 件撤回了` : `提了 ${count} 件`,
  lineWords: (filed: string, response: string, resolution: string, satisfaction: string | undefined) =>
    `${filed}；响应率 ${response}，解决率 ${resolution}，${satisfaction === undefined ? noneRated : `满意率 ${satisfaction}`}`,
  monthOf: (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`,
  unknown: '其他',
  noLines: '这段时间没有诉求。换一段时间看看。',
  overviewTitle: '这段时间的社区',
  members: '登记的居民',
  membersOf: (registered: number, verified: number) => `${registered} 人登记，${verified} 人核对通过`,
  bookings: '预约帮忙',
  bookingsOf: (requested: number, confirmed: number, cancelled: number, expired: number) =>
    `${requested} 单预约，${confirmed} 单完成，${cancelled} 单取消，${expired} 单过期`,
  volunteers: '有时长的志愿者',
  volunteersOf: (count: number) => `${count} 人`,
  hours: '服务时长',
  honour: '荣誉时长',
  byTeam: '各服务队的时长',
  noHours: '这段时间没有记下时长。',
  ownGrids: '您看到的三率只算您自己的网格。',
} as const
