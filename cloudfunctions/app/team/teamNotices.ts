import type { TeamNoticeKind } from '#core/notice/notice'
import type { NoticeDocument } from '#store/rows/notice'

type Writer = (notice: NoticeDocument) => { title: string; text: string }

/** Writes `2027-03-01` as `2027年3月1日`. */
const longDay = (text = ''): string => {
  const [year, month, date] = text.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Notices about applications, licences and probation. */
export const teamNotices: Record<TeamNoticeKind, Writer> = {
  team_applied: (n) => ({
    title: '有人申请入队',
    text: `${n.who}申请加入您的服务队，请到「服务队」里处理。`,
  }),
  team_accepted: () => ({ title: '入队申请通过了', text: '您已经是服务队的队员了，去任务大厅看看吧。' }),
  team_declined: (n) => ({
    title: '入队申请没有通过',
    text: `这次没有通过${n.note ? `：${n.note}` : ''}。您可以问问队长，或者申请别的队。`,
  }),
  licence_shown: (n) => ({
    title: '有证件等您核对',
    text: `${n.who}登记了${n.title}，请到「服务队」的名册里核对。`,
  }),
  licence_accepted: (n) => ({
    title: '证件核对好了',
    text: `您的${n.title}已经登记，有效期到${longDay(n.note)}。可以认领要这个证件的任务了。`,
  }),
  licence_declined: (n) => ({
    title: '证件没有通过核对',
    text: `您登记的${n.title}没有通过${n.note ? `：${n.note}` : ''}。请核对后重新登记，或者问问队长。`,
  }),
  licence_revoked: (n) => ({
    title: '证件收回了',
    text: `队长收回了您登记的${n.title}：${n.note}。要这个证件的任务先不能认领，认领了的放回了大厅。有疑问请问问队长，或者打社区电话。`,
  }),
  licence_revoked_there: (n) => ({
    title: '有队员的证件收回了',
    text: `${n.who}登记的${n.title}收回了：${n.note}。靠它认领的任务放回了大厅，请看看要不要另派一位。`,
  }),
  licence_ends: (n) => ({
    title: '证件快到期了',
    text: `您的${n.title}有效期到${longDay(n.note)}。换了新证，请到「服务队」里登记，不用重新申请。`,
  }),
  licence_ended: (n) => ({
    title: '证件到期了',
    text: `您的${n.title}${longDay(n.note)}到期，要这个证件的任务先不能认领。换了新证，请到「服务队」里登记。`,
  }),
  probation_over: () => ({
    title: '您可以接所有的任务了',
    text: '队长说您已经熟悉了，要有经验的任务，您现在也可以认领。',
  }),
}
