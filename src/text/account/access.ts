import type { AccessLine } from '#contract/account'

/** The page 「谁看过我的信息」. */
export const accessText = {
  lead: '您的电话、住址是加密保存的。志愿者和社区工作人员每看一次，这里就记一笔。',
  emptyTitle: '还没有人看过',
  emptyText: '有志愿者认领您的预约，或者工作人员替您办事，看了您的电话、住址，都会记在这里。',
  print: '打印',
  doubt: '有不认识的人，或者觉得不该看的，请打社区电话问一问。',
} as const

const fieldWords = new Map([
  ['openings', '查看记录'],
  ['adoptCode', '纸面档案（给了认领码）'],
  ['name', '姓名'],
  ['phone', '电话'],
  ['door', '住址'],
  ['destination', '要去的地方'],
  ['birth', '生日'],
  ['dependentBirth', '家人的生日'],
  ['licencePhoto', '证件照片'],
  ['needs', '家人要留意的事'],
  ['subsidy', '交通补贴'],
  ['subsidyGround', '申请补贴的原因'],
])

const reasonWords = new Map([
  ['booking_claimed', '认领了您的预约'],
  ['adopt_code', '您在窗口，要合到微信上'],
  ['at_counter', '您在窗口，工作人员替您查看'],
  ['booking_staff', '查看您的预约'],
  ['licence_seen', '核对您的志愿者证件'],
  ['subsidy_seen', '核对培训的交通补贴'],
  ['subsidy_sheet', '做交通补贴的发放表'],
])

/** `李师傅看了您的电话、住址`; a field without a word of its own is named all the same. */
export function accessTitle({ viewerName, fields }: AccessLine): string {
  const words = fields.map((field) => fieldWords.get(field) ?? '其他信息')
  return `${viewerName}看了您的${[...new Set(words)].join('、') || '信息'}`
}

/** Why, in our words for what a booking needs, otherwise in the worker's own. */
export function accessReason({ reason }: AccessLine): string {
  return reasonWords.get(reason) ?? `原因：${reason}`
}
