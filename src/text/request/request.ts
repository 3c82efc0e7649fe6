import type { Tier } from '#contract/member'
import {
  type RequestCard,
  type RequestDetail,
  type RequestEvent,
  type RequestState,
  tierAbove,
} from '#contract/request'
import type { Instant } from '#contract/shared/scalars'
import { dayNumberOf } from '#contract/shared/wallClock'
import { clockWords, dateWords, dayWords, momentWords } from '#text/shared/time'

/** Who holds it, as people call it. */
export const holderText: Record<Tier, string> = {
  grid: '网格',
  community: '社区',
  subdistrict: '街道',
  district: '区里',
}
const above = (tier: Tier): string => {
  const next = tierAbove(tier)
  return next === undefined ? '' : holderText[next]
}

/** The state of a request as its stamp says it. */
export const requestStateText: Record<RequestState, string> = {
  filed: '待受理',
  accepted: '已受理',
  assigned: '已派人',
  in_work: '办理中',
  resolved: '待评价',
  closed: '已办结',
  declined: '办不了',
  reopened: '重新办',
}

/** The stamp while the resident has a question to answer. */
export const waitingText = '等回答'

/** The stamp of what its requester has withdrawn. */
export const withdrawnText = '已撤回'

/** How pressing an unfinished request is. */
export type Urgency = 'over' | 'today' | 'later' | 'waits'
export function urgencyOf(
  card: Pick<RequestCard, 'dueAt' | 'overdue' | 'waitingForAnswer'>,
  now: Instant,
): Urgency {
  if (card.overdue) return 'over'
  if (card.waitingForAnswer || card.dueAt === undefined) return 'waits'
  if (card.dueAt <= now) return 'over'
  return dayNumberOf(card.dueAt) === dayNumberOf(now) ? 'today' : 'later'
}

/** Says when the time ends, in plain words. It is empty where no time runs any more. */
export function deadlineWords(
  card: Pick<RequestCard, 'dueAt' | 'overdue' | 'waitingForAnswer' | 'state'> & {
    part?: RequestCard['part']
  },
  now: Instant,
): string {
  const { dueAt, waitingForAnswer } = card
  if (finishedStates.has(card.state)) return ''
  if (waitingForAnswer)
    return card.part === 'requester' ? '办理时间先不算，等您回答。' : '办理时间先不算，等居民回答。'
  switch (urgencyOf(card, now)) {
    case 'over':
      return dueAt === undefined
        ? '已经超过时限。'
        : `已经超过时限，本该在${nearDay(dueAt, now)} ${clockWords(dueAt)} 前办好。`
    case 'today':
      return `今天 ${clockWords(dueAt ?? now)} 前要办好。`
    case 'later':
      return `${nearDay(dueAt ?? now, now)} ${clockWords(dueAt ?? now)} 前要办好。`
    case 'waits':
      return ''
  }
}

/** A near day with its date, since the page may be read tomorrow. */
function nearDay(at: Instant, now: Instant): string {
  const [near, date] = [dayWords(at, now), dateWords(at)]
  return near.endsWith(date) ? near : `${near}（${date}）`
}

const finishedStates: ReadonlySet<RequestState> = new Set(['resolved', 'closed', 'declined'])

/** Says what stops the clock, or in which hours it runs. */
export function clockRuleWords({ clock, part }: Pick<RequestDetail, 'clock' | 'part'>): string {
  switch (clock) {
    case 'runs':
      return '时限只算上班时间：周末和节假日不算，调休上班的日子算。'
    case 'outside_hours':
      return '现在不上班，办理时间先不算，上班以后接着算。'
    case 'waits_for_answer':
      return part === 'requester'
        ? '您回答以前，办理时间先不算；回答以后接着算。'
        : '居民回答以前，办理时间先不算；一直没有回答，过几个工作日会自己接着算。'
    case 'finished':
      return ''
  }
}

/** Says when the time ends and what stops the clock. */
export function clockWordsOf(request: RequestDetail, now: Instant): string {
  const rule = clockRuleWords(request)
  return request.waitingForAnswer ? rule : `${deadlineWords(request, now)}${rule}`
}

/** Says the state of a request, for the person who reads it. */
export function requestSentence(request: RequestDetail, now: Instant): string {
  const { state, tier, part, assigneeName, closesItselfAt, satisfied } = request
  const holder = holderText[tier]
  const mine = part === 'requester'
  if (request.waitingForAnswer)
    return mine ? '工作人员想问您一件事，请在下面回答。' : `${holder}问了居民一个问题，正在等回答。`
  switch (state) {
    case 'filed':
      return part === 'holder' ? '新来的诉求，请先受理。' : `已经送到${holder}，正在等受理。`
    case 'accepted':
      return part === 'holder' ? '您这一级已经受理，请安排办理。' : `${holder}已经受理，正在安排。`
    case 'assigned':
      return assigneeName ? `${holder}安排${assigneeName}办理。` : `${holder}已经安排专人办理。`
    case 'in_work':
      return `${holder}正在办理，最新的进展在「经过」里。`
    case 'resolved':
      if (mine) return `${holder}说办好了。请您看看，在下面说一声。`
      return closesItselfAt === undefined
        ? '办好了，正在等居民评价。'
        : `办好了，正在等居民评价；${momentWords(closesItselfAt, now)} 前没有回音，自动办结。`
    case 'closed':
      if (request.withdrawn)
        return mine ? '您撤回了，不再办理。还需要的话，可以再反映一次。' : '居民撤回了，不用再办。'
      if (satisfied) return mine ? '办结了，您评价了：满意。谢谢您！' : '办结了，居民评价了：满意。'
      return '已经办结。'
    case 'declined':
      return mine ? '没能办理，原因在「经过」里。不同意的话，可以请求重办。' : '没能办理，原因在「经过」里。'
    case 'reopened':
      return mine ? `您说没有办好，${holder}会再去办。` : '居民说没有办好，请再去看看。'
  }
}

/**
 * One line of the history. `who` is absent where it happened by itself, or where the reader may not know the name.
 * `mine` is true where the reader filed the request.
 */
export function requestEventWords({ event, tier, who, onBehalf }: RequestEvent, mine = false): string {
  const name = onBehalf && who ? `${who}（代办）` : who
  const desk = tier ? `${holderText[tier]}${name ? `的${name}` : ''}` : (name ?? (mine ? '您' : '居民'))
  return eventWriters[event](desk, tier)
}

const eventWriters: Record<RequestEvent['event'], (who: string, tier: Tier | undefined) => string> = {
  filed: (who) => `${who}反映了问题`,
  accepted: (who) => `${who}受理了`,
  assigned: (who) => `${who}安排了专人办理`,
  progressed: (who) => `${who}说了进展`,
  asked: (who) => `${who}想问一件事，办理时间先不算`,
  answered: (who) => `${who}回答了，办理时间接着算`,
  clock_resumed: () => '一直没有回答，办理时间自动接着算',
  extended: (who) => `${who}延长了办理时间`,
  extension_asked: (who) => `${who}请上一级批准延长时间`,
  extension_approved: (who) => `${who}批准延长办理时间`,
  escalated: (who, tier) => `${who}转给${tier ? above(tier) : '上一级'}办理`,
  escalated_overdue: (_, tier) =>
    tier ? `${holderText[tier]}没有按时办完，自动转到${above(tier)}` : '没有按时办完，自动转到上一级',
  overdue: () => '超过了时限，已经提醒',
  taken_over: (who) => `${who}接过来办`,
  returned: (who) => `${who}交回下一级办理`,
  approved: (who) => `${who}批准了`,
  resolved: (who) => `${who}说办好了`,
  declined: (who) => `${who}说办不了`,
  published: (who) => `${who}放到了公示栏`,
  unpublished: (who) => `${who}从公示栏撤下了`,
  rated: (who) => `${who}评价了`,
  closed_by_silence: () => '到时间没有回音，自动办结',
  reopened: (who) => `${who}说没有办好，请求重办`,
  corrected: (who) => `${who}改了内容`,
  supplemented: (who) => `${who}补充了说明`,
  withdrawn: (who) => `${who}撤回了`,
  gathered: () => '并入专项治理，和同类的问题一起办',
}

/** Where it is, as far as the reader may know. */
export const whereWords = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')

/** Lists and cards. */
export const requestListText = {
  over: (count: number) => `办完的 ${count} 件`,
  mine: '我反映的',
  supported: '我支持的',
  which: '看哪些',
  supporters: (count: number) => (count === 0 ? '还没有人支持' : `${count} 人也要`),
  filedOn: (at: Instant, now: Instant) => `${dayWords(at, now)}反映的`,
  mineEmpty: {
    title: '还没有反映过问题',
    text: '车棚漏雨、绿地没人管、楼道不安全，都可以说。不到一分钟。',
    action: '现在说一件',
  },
  supportedEmpty: {
    title: '还没有支持过邻居',
    text: '公示栏里有邻居反映的问题，您也遇到的，点一下「我也要」。',
    action: '看公示栏',
  },
  board: '公示栏',
  boardLead: '邻居反映的问题，隐去了个人信息。您也遇到的，点一下「我也要」，有进展会告诉您。',
  boardRow: '看看邻居反映了什么',
  boardEmpty: {
    title: '公示栏还是空的',
    text: '工作人员隐去个人信息以后，邻居反映的问题才会放到这里。您也可以先说一件。',
    action: '反映问题',
  },
  noneOfCategory: '这一类现在没有。换一类看看。',
  category: '哪一类',
  allCategories: '全部',
  sift: (category: string) => `分类看（${category}）`,
} as const

/** A request that is passed on, and what somebody reads whom it does not concern. */
export const requestForwardText = {
  title: (title: string) => `社区正在办：${title}`,
  stranger: '登记为社区居民以后，可以点「我也要」，也能看到图片。',
  closed: {
    title: '这件事没有公示',
    text: '链接可能不对，也可能已经从公示栏撤下。是您自己反映的，请先登录再看。',
    signIn: '登录',
  },
} as const

/** A request's page. */
export const requestText = {
  noId: {
    title: '没有找到这件事',
    text: '链接可能不完整。请到「我反映的问题」里打开。',
    action: '我反映的问题',
  },
  contents: '反映的内容',
  category: '类别',
  where: '地点',
  description: '说了什么',
  wordsGone: '保存期限过了，写的话和图片已经删除。',
  answers: '填的内容',
  answersGone: '保存期限过了，或者已经撤回，填的内容已经删除。',
  supporters: '支持',
  requester: '谁反映的',
  forResident: '替谁反映的',
  lookupsSpent: '今天能查看的次数用完了，明天再看。确实急用，请联系管理员。',
  forResidentOf: (name: string, phone: string | undefined) => (phone ? `${name}，${phone}` : name),
  assignee: '谁在办',
  holder: '现在归谁办',
  deadline: '时限',
  resolution: '怎么办的',
  word: '居民评价',
  satisfied: '满意',
  unsatisfied: '没办好',
  published: '公示的内容',
  extension: '申请延期',
  extensionOf: (days: number, reason: string) => `${days} 个工作日：${reason}`,
  history: '经过',
}

/** What a resident does on a request. */
export const residentStepText = {
  support: {
    action: '我也要',
    hint: '点一下就行，不用再写一次。有进展会告诉您。',
    done: (count: number) => `记下了，一共 ${count} 人也要。有进展会告诉您。`,
    supported: '您已经支持了这件事，有进展会告诉您。',
    undo: '不支持了',
    undone: '已经取消支持。',
  },
  answer: {
    title: '工作人员想问您',
    label: '您的回答',
    action: '回答',
    missing: '请写一句回答。',
    picturesHint: '拍一张更清楚。可以不加。',
    done: '回答送到了，办理时间接着算。',
  },
  rate: {
    title: '办好了吗？',
    yes: '满意，办好了',
    no: '没办好',
    silence: (at: Instant, now: Instant) => `${momentWords(at, now)} 前没有回音，就自动办结。`,
    praised: '谢谢您！这件事办结了。',
    wrongTitle: '哪里没有办好？',
    wrongText: '您说的话会交给办理的人，也会告诉上一级。',
    wrongLabel: '哪里没有办好',
    wrongAction: '送出，请他们再办',
    wrongReasons: ['还是老样子，没有人来过。', '修了，又坏了。', '只办了一部分。'],
    reopened: '收到了，会再去办，也告诉了上一级。',
  },
  reopen: {
    open: '请求重办',
    title: '请求重办',
    text: '办理的人和上一级都会看到您写的。',
    label: '为什么要重办',
    reasons: ['又坏了。', '没有真的办好。', '我不同意办不了。'],
    action: '请求重办',
    done: '会重新办，也告诉了上一级。',
  },
} as const
