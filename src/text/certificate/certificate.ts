import { writtenDay } from '#text/shared/time'

/** Asking for certificates, and the paper itself. */
export const certificateText = {
  lead: '证明上写您的姓名、志愿者编号、服务时长和内容，由社区出具，不收费。拿到的人扫码就能核验真假。',
  span: '证明哪段时间的服务',
  spans: { all: '从头到现在', year: '今年', lastYear: '去年', own: '自己选日子' },
  from: '从哪天',
  to: '到哪天',
  spanWrong: '请选好两个日子，后一个不能早于前一个。',
  issue: '开一张服务证明',
  list: '开过的证明',
  none: '还没有开过。',
  card: (span: string, minutes: string) => `${span}，${minutes}`,
  cardNo: (no: string) => `编号 ${no}`,
  spanOf: (from: string | undefined, to: string | undefined) =>
    from && to
      ? `${writtenDay(from)}至${writtenDay(to)}`
      : from
        ? `${writtenDay(from)}起`
        : to
          ? `截至${writtenDay(to)}`
          : '全部服务',
  state: { valid: '有效', revoked: '已作废' },
  issuedOn: (day: string) => `${day}开具`,
  noNo: {
    title: '没有找到这张证明',
    text: '链接不完整。请从「我的证明」里打开。',
    action: '看我的证明',
  },
  revoked: '这张证明已经作废，请不要再用。',
  revokedWhy: (reason: string) => `这张证明已经作废：${reason}。请重新开一张。`,
  print: '打印（A4 纸一张）',
  printHint: '没有打印机，可以在打印窗口里选「存为 PDF」，再到社区盖章。',
  save: '存成图片',
  savedAlbum: '图片存到手机相册了，可以发给别人，也可以打印。',
  albumWhy:
    '要把证明的图片存到您的手机相册，只写这一张，不看您的照片。不同意也没关系：可以先看大图，再截屏。',
  onComputer: '要打印 A4 纸，请在电脑上打开网页，用手机扫码登录，再点「打印」。',
  share: '别人怎么核验：扫证明上的码，或者在「我的」里点「核验证明」，填编号和验证码。',
} as const

/** What stands on the paper. */
export const paperText = {
  title: '志愿服务证明',
  no: (no: string) => `证明编号 ${no}`,
  name: '姓名',
  volunteerNo: '志愿者编号',
  idKind: '证件类型',
  idNo: '证件号码',
  byHand: '盖章时手写',
  spanName: '服务时间',
  span: (from: string, to: string) =>
    from === to ? writtenDay(from) : `${writtenDay(from)}至${writtenDay(to)}`,
  total: '服务时长',
  honour: '荣誉时长',
  services: '服务内容',
  service: (title: string, team: string) => `${title}（${team}）`,
  honourOf: (title: string, team: string) => `荣誉：${title}（${team}）`,
  days: (first: string, last: string) => (first === last ? first : `${first} 至 ${last}`),
  times: (times: number) => `${times} 次`,
  others: (kinds: number) => `其他 ${kinds} 项服务`,
  statement: '以上服务由本单位组织并记录，情况属实。',
  issuer: '出具单位',
  head: '负责人',
  handler: '经办人',
  contact: '联系方式',
  date: '开具日期',
  seal: '（盖章处）',
  scan: '扫码核验真假',
  code: (code: string) => `验证码 ${code}`,
  ledger: (seq: number, hash: string) => `时长账第 1 至 ${seq} 笔，末笔摘要 ${hash}`,
  picture: '核验这张证明的二维码',
  revoked: '已作废',
  file: (no: string) => `志愿服务证明-${no}.png`,
} as const

/** What an administrator reads on the page that checks a certificate, to make it invalid. */
export const revokeText = {
  card: '管理员办理',
  lead: '开错了、内容不实的证明，可以作废。作废以后收不回来，本人可以重新开一张。',
  open: '作废这张证明',
  title: (no: string) => `作废证明 ${no}？`,
  text: '作废马上生效：谁来核验，都会看到「已作废」。本人会收到通知和原因，请写明白。',
  label: '为什么作废',
  reasons: ['姓名写错了，请重新开一张。', '其中的服务记录有误，已经更正。', '本人要求作废。'],
  action: '确认作废',
} as const
