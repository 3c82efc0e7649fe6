import type { LicenceView, ProbationView } from '#contract/team'
import { dateWords } from '#text/shared/time'

/** Licences of volunteers, and their first time in a team. */
export const licenceText = {
  name: '证件名称',
  nameHint: '比如「电工证」，照证件上写的填。',
  nameMissing: '请写上证件名称。',
  until: '有效期到',
  untilHint: '比如 2028-06-30。',
  untilWrong: '这个日期不对。请按「2028-06-30」这样写。',
  photo: '证件照片',
  photoWhy: '只给这个队的队长核对用，每看一次都有记录。不传照片的，请带原件给队长看。',
  add: '登记一个证件',
  renew: '登记新证',
  renewOf: (licence: string) => `登记新的${licence}`,
  sheetText: '不用重新申请入队。队长核对以后，就按新的有效期算。',
  submit: '提交给队长',
  submitted: '已经交给队长，核对后会通知您。',
  withApplication: '我有证件',
  withoutLicence: '没有证件，不用填',
  state: { valid: '有效', ending: '快到期', ended: '已到期' } satisfies Record<LicenceView['state'], string>,
  waits: '等队长核对',
  line: ({ licence, validUntil }: LicenceView) => `${licence}（有效期到 ${validUntil}）`,
  seePhoto: '看证件照片',
  seePhotoOf: (licence: string) => `看证件照片：${licence}`,
  photoOf: (licence: string) => `${licence}的照片`,
  noPhoto: '没有照片，请当面核对原件。',
  looked: '您看了照片，已经记下，本人能看到。',
  accept: '核对无误',
  acceptOf: (licence: string) => `核对无误：${licence}`,
  decline: '不通过',
  declineOf: (licence: string) => `不通过：${licence}`,
  declineTitle: (licence: string) => `${licence}不通过？`,
  declineText: '原因会告诉他本人，请写得客气、明白。',
  declineLabel: '原因',
  declineReasons: ['照片看不清，请重新拍。', '有效期和证件上的不一样。', '请带原件来核对。'],
  revoke: '收回',
  revokeOf: (licence: string) => `收回：${licence}`,
  revokeWords: {
    declineTitle: (licence: string) => `收回${licence}？`,
    declineText:
      '收回以后，他在哪个队都不能靠这个证件认领，认领了的放回大厅。原因会告诉他本人，请写得客气、明白。',
    declineLabel: '原因',
    declineReasons: ['证件已经作废。', '证件和本人对不上。', '核对的时候看错了，请重新登记。'],
    decline: '收回',
  },
  revoked: '收回了，已经告诉本人。',
  accepted: '核对好了，已经告诉本人。',
  declined: '已经答复本人。',
  own: '这是您自己的，要由另一位队长或管理员来办。',
  details: '看证件和试用',
  detailsOf: (name: string) => `看证件和试用：${name}`,
  detailsTitle: (name: string) => `${name}的证件`,
  waiting: '有证件等您核对',
  none: '没有登记证件。',
  endProbation: '让他接所有的任务',
  probationEnded: '好了，要有经验的任务他也能接了，已经告诉本人。',
} as const

/** What somebody new in the team reads about it. */
export const probationWords = ({ servicesLeft, until }: ProbationView): string =>
  `您刚入队，先熟悉熟悉：标着「要有经验」的任务先不能接。再做满 ${servicesLeft} 次，或者到${dateWords(until)}，就都能接了。`

/** What their leader reads. */
export const probationOfWords = ({ servicesLeft, until }: ProbationView): string =>
  `新队员：再做满 ${servicesLeft} 次，或者到${dateWords(until)}，就能接要有经验的任务。`

/** The page of one's own membership in a team. */
export const myTeamText = {
  way: '我的队员资料',
  wayOf: (team: string) => `我的队员资料：${team}`,
  noTeam: {
    title: '您不在这个队里',
    text: '先申请加入，队长同意以后，这里就有您的资料。',
    action: '看服务队',
  },
  since: (day: string) => `${day}入队`,
  applied: (day: string) => `${day}申请，等队长看。`,
  skills: '我会做的事',
  noSkills: '没有填',
  licences: '我的证件',
  noLicences: '还没有登记证件。有电工证这类证件的，登记以后就能接要持证的任务。',
  probation: '新队员',
  hall: '去任务大厅',
} as const
