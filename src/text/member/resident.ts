import type { MemberState, Revealable } from '#contract/member'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs } from '#contract/shared/time'

/** `等了 3 天`: whole hours, then whole days. */
export function waitedWords(since: Instant, now: Instant): string {
  const waited = now - since
  if (waited < hourMs) return '等了不到 1 小时'
  if (waited < dayMs) return `等了 ${Math.floor(waited / hourMs)} 小时`
  return `等了 ${Math.floor(waited / dayMs)} 天`
}

/** The page on which a worker checks registrations and finds a resident. */
export const residentText = {
  notStaff: {
    title: '这一页是给网格员用的',
    text: '核对登记、替居民办事，由网格员和管理员来做。您有事要办，请打社区电话。',
    action: '回到「我的」',
  },
  view: '要办什么',
  views: { pending: '待核对', search: '找居民' },
  state: {
    pending: '待核对',
    verified: '已核对',
    rejected: '未通过',
    closed: '已注销',
  } satisfies Record<MemberState, string>,
  closing: '正在注销',
  where: (estate: string | undefined, grid: string | undefined) =>
    [estate, grid].filter(Boolean).join(' · ') || '小区和网格没有登记',
  office: (said: string) => `不住在本社区，来工作：${said}`,
  paperTwin:
    '这一户有一位同名的居民，是在窗口用纸登记的。是同一个人的话，不用再核对：请打开那一页，把认领码给他本人，预约和时长就合到一起。',
  openTwin: '打开纸面登记的那一位',
  openTwinOf: (name: string) => `打开纸面登记的那一位：${name}`,
  onPaper: '没有微信，在社区窗口登记的',
  movedFrom: (before: string) => `改了住处或姓名。原来核对过的：${before}`,
  askedBy: (by: string) => `由${by}替他提出，他本人还没有回音。最好先问问本人；提出的人自己不能通过。`,
  doorAsked: '要改成的住址',
  phone: (masked: string | undefined) => (masked ? `电话 ${masked}` : '没有登记电话'),
  registered: (day: string) => `${day}登记`,
  waiting: (day: string, waited: string) => `${day}登记，${waited}`,

  pendingLead: '等得最久的排在最前。核对住址和网格，通过后居民就能预约。',
  pendingEmpty: { title: '都核对完了', text: '有居民来登记，会排在这里。' },
  hint: {
    same: '登记册上对得上。',
    no_dwelling: '登记册里没有这一户。',
    other_name: '登记册里，姓名不在这一户。',
    taken: '登记册上对得上，可这一户这个姓名已经有人登记，或者这一户登记的人满了。请问清楚，是不是同一个人。',
    other_grid: (grid: string) => `登记册上，这一户是${grid}。`,
  },
  hintRemoved: (day: string, by: string | undefined, reason: string) =>
    `登记册里原来有这一户，${day}${by ? `由${by}` : ''}去掉了。原因：${reason}`,
  otherGrid: '别的网格',
  accept: '通过',
  acceptOf: (name: string) => `通过：${name}`,
  acceptTitle: (name: string) => `通过${name}的登记？`,
  acceptText: '通过以后，他马上就能预约服务、申请加入服务队，也会收到通知。这一步收不回来，请先核对清楚。',
  acceptStaff: '通过以后，他是工作人员，不是居民；要给身份，请在「找居民」里找到他再授予。请先核对清楚。',
  acceptKeep: '再核对一下',
  acceptMoved: '通过以后，新的住处、姓名就作数，他的身份和服务队照旧，也会收到通知。请先核对清楚。',
  rejectMoved: '登记的还是原来的住处和姓名，他照常使用；会收到通知，原因他本人看得到，请写得客气、明白。',
  accepted: (name: string) => `${name}的登记通过了，已经通知他。`,
  reject: '不通过',
  rejectOf: (name: string) => `不通过：${name}`,
  rejectTitle: (name: string) => `不通过${name}的登记？`,
  rejectText: '他不能预约，会收到通知，原因他本人看得到，请写得客气、明白。这一步收不回来。',
  rejectLabel: '为什么不通过',
  rejectReasons: [
    '登记的住址不在本社区，请联系现住地的社区。',
    '登记的住址和网格对不上，请打社区电话核对。',
    '这位居民已经登记过，请用原来的微信登录。',
  ],
  rejected: (name: string) => `${name}的登记没有通过，原因已经告诉他。`,

  searchLead: '用全名或者完整的手机号找，网格员只能找到自己网格里的居民。',
  searchLabel: '姓名、手机号、志愿者编号或者居民编号',
  searchMissing: '请填全名、完整的手机号，或者居民编号。',
  search: '查找',
  searchEmpty: (said: string) => ({
    title: `没有找到「${said}」`,
    text: '请写全名或者完整的手机号，一个字也不能少。别的网格的居民，请找那里的网格员。',
  }),
  found: (count: number) => `找到 ${count} 位。`,
  book: '替他预约',
  bookOf: (name: string) => `替他预约：${name}`,

  reveal: '看电话、住址',
  roles: '身份',
  rolesOf: (name: string) => `身份：${name}`,
  revealOf: (name: string) => `看电话、住址：${name}`,
  revealTitle: (name: string) => `看${name}的电话、住址`,
  revealText: '只看办事要用的。谁看的、看了什么、为什么看，他本人在「谁看过我的信息」里都看得到。',
  fields: '要看什么',
  fieldsMissing: '请选要看什么。',
  field: { phone: '电话', door: '住址', birth: '生日' } satisfies Record<Revealable, string>,
  reason: '为什么要看',
  reasons: ['核对居民登记。', '打电话商量预约的事。', '上门走访。'],
  revealAction: '写好原因，打开看',
  shownTitle: (name: string) => `${name}的信息`,
  shownNote: '关上就看不到了；再要看，得再写一次原因。',
  shownClose: '看好了，关上',
  absent: '没有登记',
  birth: (day: string, calendar: 'solar' | 'lunar') => (calendar === 'lunar' ? `农历 ${day}` : day),
} as const
