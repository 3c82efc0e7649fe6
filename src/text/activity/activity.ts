import type { ActivityCard, ActivityDetail, ActivityKind, Audience } from '#contract/activity'
import type { CannotJoin, MySignup, SessionView, SignedUp } from '#contract/session'
import type { Instant } from '#contract/shared/scalars'
import { wallClock } from '#contract/shared/wallClock'
import type { Clash } from '#contract/shift'
import { momentWords, windowWords } from '#text/shared/time'

/** 活动: the list by month. */
export const activityListText = {
  kind: '看哪一类',
  kinds: {
    all: '全部',
    festival: '节日',
    training: '培训',
    birthday: '生日会',
    lecture: '讲座',
    other: '其他',
  } satisfies Record<ActivityKind | 'all', string>,
  month: (at: Instant, now: Instant) => {
    const clock = wallClock(at)
    return clock.format(clock.year() === wallClock(now).year() ? 'M月' : 'YYYY年M月')
  },
  toPast: '看过去的活动',
  toUpcoming: '看接下来的活动',
  mine: '我的报名',
  mineDetail: '候补到第几位、有没有给您留的名额',
  pastLead: '这些活动已经过去了。',
  empty: { title: '接下来还没有活动', text: '社区有新活动，会放在这里。可以先看看过去办过的。' },
  emptyKind: { title: '这一类还没有活动', text: '可以看看别的活动。', action: '看全部活动' },
  emptyPast: { title: '还没有办过的活动', text: '办过的活动会放在这里。' },
} as const

const festivals: Record<string, string> = {
  lantern: '元宵节',
  dragon_boat: '端午节',
  mid_autumn: '中秋节',
  double_ninth: '重阳节',
  winter_solstice: '冬至',
  new_year_feast: '春节',
  childrens_day: '儿童节',
}

/** `元宵节 · 正月十五`; undefined where there is nothing to name. */
export function festivalWords({
  festival,
  lunar,
}: Pick<ActivityCard, 'festival' | 'lunar'>): string | undefined {
  const name = festival === undefined ? undefined : festivals[festival]
  const day = lunar ? `农历${lunar}` : undefined
  return name ? [name, day].filter(Boolean).join(' · ') : day
}

/** When it is, or when its next session is. */
export function whenWords({ from, to, sessionCount }: ActivityCard, now: Instant): string {
  const window = windowWords({ from, to }, now)
  return sessionCount > 1 ? `${window}（共 ${sessionCount} 场）` : window
}

type Places = Pick<ActivityCard, 'capacity' | 'free' | 'waiting'>

/** How full it is. */
export function placesWords({ capacity, free, waiting }: Places): string {
  if (waiting > 0) return `${capacity} 个名额满了，${waiting} 家在候补`
  return free === 0 ? `${capacity} 个名额满了，可以候补` : `还有 ${free} 个名额（共 ${capacity} 个）`
}

const drawPlacesWords = ({ capacity }: Places) => `${capacity} 个名额，抽签决定`

/** One line about sign-up under an activity of the list. */
export function signupWords(card: ActivityCard, now: Instant): string {
  const { state, signup } = card
  if (state === 'cancelled') return '已经取消'
  if (card.to <= now || state === 'finished') return '已经结束'
  if (now < signup.opensAt) return `${momentWords(signup.opensAt, now)} 开始报名`
  if (now >= signup.closesAt) return '报名已截止'
  return signup.rule === 'draw' ? drawPlacesWords(card) : placesWords(card)
}

/** For whom; undefined where everybody is welcome. */
export function audienceWords(
  audience: Audience | undefined,
  named: { grid: (id: string) => string; estate: (id: string) => string },
): string | undefined {
  if (!audience) return undefined
  const { gridIds, estateIds, minAge, maxAge, withChild } = audience
  const parts: string[] = []
  if (gridIds?.length) parts.push(`${gridIds.map(named.grid).join('、')}的居民`)
  if (estateIds?.length) parts.push(`${estateIds.map(named.estate).join('、')}的居民`)
  if (minAge !== undefined && maxAge !== undefined) parts.push(`${minAge} 到 ${maxAge} 岁`)
  else if (minAge !== undefined) parts.push(`${minAge} 岁以上`)
  else if (maxAge !== undefined) parts.push(`${maxAge} 岁以下`)
  if (withChild) parts.push('大人带 14 岁以下的孩子一起来')
  return parts.length > 0 ? parts.join('，') : undefined
}

/** The page of one activity. */
export const activityText = {
  noId: { title: '没有找到这个活动', text: '链接可能不完整。请从「活动」里打开。', action: '看看有哪些活动' },
  when: '时间',
  where: '地点',
  audience: '请谁来',
  everybody: '社区居民都可以来',
  party: '一起来',
  partyOf: (most: number) => (most === 1 ? '每次报一个人' : `一次最多报 ${most} 个人，排在一起`),
  signup: '报名',
  signupOf: ({ opensAt, closesAt }: ActivityDetail['signup'], now: Instant) =>
    `${momentWords(opensAt, now)} 开始，${momentWords(closesAt, now)} 截止`,
  rule: '怎么定',
  rules: { first_come: '先报先得，满了可以候补', draw: '抽签，先报后报机会一样' },
  subsidy: '交通补贴',
  subsidyOf: (fen: number) => `每人 ${fen / 100} 元`,
  changes: '改过的地方',
  changed: (at: Instant, now: Instant) => `${momentWords(at, now)} 改了`,
  cancelled: (reason: string | undefined) => `这个活动取消了，请不用去。${reason ? `原因：${reason}` : ''}`,
  session: (nth: number, count: number) => (count === 1 ? '报名' : `第 ${nth} 场`),
  shifts: '志愿岗位',
  shiftsLead: '来帮忙的，时长记进您的时长账。',
  run: '这个活动归您管。',
  again: '看看别的活动',
} as const

/** A session and the caller's own place in it. */
export const sessionText = {
  places: (session: SessionView, rule: 'first_come' | 'draw') =>
    rule === 'draw' && session.state !== 'drawn' ? drawPlacesWords(session) : placesWords(session),
  closesAt: (at: Instant, now: Instant) => `${momentWords(at, now)} 截止报名`,
  signUp: '我要报名（我自己）',
  waitlist: (position: number) => `候补排队（我自己，第 ${position} 位）`,
  enterDraw: '参加抽签（我自己）',
  signUpParty: '带家人或朋友一起报',
  signUpChild: '带孩子报名',
  full: '名额满了。排上候补，有人退出就轮到您，会通知您来确认。',
  afterSignUp: ({ state, position }: SignedUp): string => {
    switch (state) {
      case 'confirmed':
        return '报上了，名额给您留好了。到时来签到就行。'
      case 'offered':
        return '有名额了，请在下面确认要不要去。'
      case 'in_draw':
        return '参加抽签了。截止以后就抽，结果会通知您。'
      default:
        return position === undefined ? '排上候补了。' : `排上候补了，您是第 ${position} 位。轮到了会通知您。`
    }
  },
  accept: '要去，确认名额',
  decline: '不去了，让给后面的人',
  accepted: '确认好了，名额是您的。到时来签到就行。',
  declined: '让给后面的人了，谢谢您。还想去可以再排队。',
  declineAsk: {
    title: '不要这个名额了？',
    text: '名额马上给后面的人。以后想再去，要重新排到最后。',
    keep: '先留着',
  },
  withdraw: '退出',
  withdrawOf: (title: string) => `退出：${title}`,
  withdrawn: '退出了，名额给后面的人。谢谢您早说。',
  withdrawAsk: {
    confirmed: { title: '退出这一场？', text: '名额马上给候补的人。以后想再去，要重新报名，可能要排队。' },
    waiting: { title: '不排队了？', text: '您前面排的位置不再保留。以后想再去，要从最后排起。' },
    draw: { title: '不参加抽签了？', text: '截止以前还可以再报名参加。' },
    keep: '不退',
  },
  together: (names: readonly string[]) => `一起去的：${names.join('、')}`,
  calendar: '加到手机日历',
  calendarFile: '下载日历文件',
  calendarDone: '加到日历里了。',
  calendarFailed: '没有加到日历。请在手机设置里允许微信使用日历，再点一次。',
  calendarWhy: '要把活动的时间写进您手机的日历。不同意也没关系，开始前会有通知提醒您。',
  calendarRefuse: '不加了，看通知就行',
  proof: '抽签是怎么抽的',
  proofDetail: '自己核对有没有公平抽',
  clashTitle: '这个时间您还有别的事：',
  clash: ({ what, title, from, to }: Clash, now: Instant) => {
    const name = { session: '活动', booking: '认领的任务', shift: '志愿岗位' }[what]
    return `${name}${title ? `「${title}」` : ''} ${windowWords({ from, to }, now)}`
  },
  clashNote: '还是可以报名，请先想好来不来得及。',
} as const

/** Where the caller stands with a session, as its stamp says it. */
export const signupStateText: Record<MySignup['state'], string> = {
  confirmed: '报上了',
  waitlisted: '候补中',
  offered: '有名额了',
  in_draw: '等抽签',
  withdrawn: '已退出',
  lapsed: '已过期',
  cancelled: '已取消',
}

/** `还剩约 5 小时`, `还剩 20 分钟`: said once when the page is shown, so that nothing counts down into the ear. */
export function timeLeftWords(until: Instant, now: Instant): string {
  const minutes = Math.floor((until - now) / 60_000)
  if (minutes < 1) return '马上就到时间'
  if (minutes < 60) return `还剩 ${minutes} 分钟`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `还剩约 ${hours} 小时` : `还剩约 ${Math.floor(hours / 24)} 天`
}

/** Where the caller stands, in a sentence or two. */
export function signupStanding(
  mine: MySignup,
  { from, closesAt, doorOpensAt }: { from: Instant; closesAt?: Instant | undefined; doorOpensAt: Instant },
  now: Instant,
): string {
  switch (mine.state) {
    case 'confirmed':
      if (mine.stars !== undefined) return `您来过了，评了 ${mine.stars} 颗星。谢谢您！`
      if (mine.present) return '您签到了，来过了。'
      if (mine.appeal !== undefined) return `您说明过了：「${mine.appeal}」。协调员会核对，对了就改过来。`
      if (mine.missed) return '这一场没有看到您签到，先记为缺席。来过的话，请写一句说明。'
      if (now >= from + lateMs) return '您有名额。'
      return now < doorOpensAt
        ? `您有名额。${momentWords(doorOpensAt, now)} 起可以签到，到时间再来。`
        : '您有名额，现在可以签到。'
    case 'waitlisted':
      return mine.position === undefined
        ? '您在候补里。轮到了会通知您。'
        : `您排在候补第 ${mine.position} 位。轮到了会通知您，要在时间内确认。`
    case 'offered':
      return mine.offerUntil === undefined
        ? '有名额了，请确认要不要去。'
        : `有名额了！请在 ${momentWords(mine.offerUntil, now)} 前确认，${timeLeftWords(mine.offerUntil, now)}。过了时间就让给后面的人。`
    case 'in_draw':
      return closesAt === undefined || now >= closesAt
        ? '正在抽签，过一会儿再来看结果。'
        : `您参加了抽签。${momentWords(closesAt, now)} 截止以后抽，结果会通知您。`
    case 'withdrawn':
      return '您退出了这一场。'
    case 'lapsed':
      return '给您留的名额过了时间没有确认，已经让给后面的人。还想去，可以再排队。'
    case 'cancelled':
      return '这一场取消了，您不用去。'
  }
}
const lateMs = 24 * 3_600_000

/** Why somebody cannot join: what is so, then what to do, and where to go for it. */
export function cannotJoinWords(why: CannotJoin, signup: ActivityDetail['signup'], now: Instant): string {
  switch (why) {
    case 'not_signed_in':
      return '登录以后就能报名。'
    case 'not_registered':
      return '要先登记为社区居民，才能报名。填写大约需要两分钟。'
    case 'not_verified':
      return '您的居民登记还在核对，核对通过就能报名，通常不超过两个工作日。急的话请打社区电话。'
    case 'not_open_yet':
      return `报名还没有开始。${momentWords(signup.opensAt, now)} 起可以报名，到时间再来。`
    case 'closed':
      return `报名已经截止（${momentWords(signup.closesAt, now)}）。想去可以到现场问一问有没有空位。`
    case 'cancelled':
      return '这一场取消了，请看看别的活动。'
    case 'over':
      return '这一场已经结束了，请看看别的活动。'
    case 'waitlist_full':
      return '候补也排满了。请看看别的场次，或者过些时候再来看看。'
    case 'other_grid':
      return '这个活动只请几个网格的居民，您登记的网格不在里面。登记得不对，请找网格员改。'
    case 'other_estate':
      return '这个活动只请几个小区的居民，您登记的小区不在里面。登记得不对，请找网格员改。'
    case 'too_young':
      return '这个活动请的是年纪大些的居民。可以替家里合适的老人报名：先在「我照护的家人」里添加。'
    case 'too_old':
      return '这个活动请的是年纪小些的居民。可以替家里合适的孩子报名：先在「我照护的家人」里添加。'
    case 'age_unknown':
      return '这个活动看年龄，您还没有登记生日。请找网格员补上生日，就能报名。'
    case 'needs_child':
      return '这个活动是大人和孩子一起来的。报名时请加上一位 14 岁以下的孩子。'
  }
}

/** What to press where one cannot join yet. */
export const cannotJoinAction = {
  not_signed_in: '去登录',
  not_registered: '去登记',
  not_verified: '看看登记到哪一步',
  too_young: '看我照护的家人',
  too_old: '看我照护的家人',
  other: '看看别的活动',
} as const

/** Who comes: the sheet. */
export const partyText = {
  title: '谁去？',
  lead: (most: number) => `可以一起报，最多 ${most} 个人，排在一起。`,
  myself: '我自己',
  dependents: '我照护的家人',
  guest: '还有一位',
  guestHint: '没有登记的亲友，写上名字就行，可以不填。',
  guestUnder14: '他未满 14 岁',
  guestLabel: '亲友的名字',
  guestWrong: '名字最多二十个字，只写名字。',
  nobody: '请至少选一个人。',
  tooMany: (most: number) => `最多报 ${most} 个人，请少选几位。`,
  submit: (count: number) => (count > 0 ? `就报这 ${count} 个人` : '报名'),
} as const

/** Checking in at a session, and at a shift. */
export const doorText = {
  title: '签到',
  ask: '到了以后，请看协调员屏幕上的签到码，把六个数字填在下面。一起来的人一次签好。',
  label: '六位数字',
  missing: '请填协调员屏幕上的六个数字。',
  notACode: '扫到的不是签到码。请对准协调员屏幕上的方块码，或者输数字。',
  action: '签到',
  scan: '扫码签到',
  unsent: (at: Instant, now: Instant) =>
    `${momentWords(at, now)} 的签到还没有发出去，已经存在这里。有网络了请点「补发签到」。`,
  resend: '补发签到',
  done: '签到好了，玩得高兴！',
} as const

/** 我的报名. */
export const mySignupsText = {
  which: '看哪些',
  upcoming: '接下来的',
  past: '过去的',
  empty: { title: '还没有报名', text: '社区的活动都可以看看，报名免费。', action: '看看有哪些活动' },
  emptyPast: { title: '还没有参加过活动', text: '参加过的会放在这里。' },
  open: '打开活动',
  openOf: (title: string) => `打开活动：${title}`,
  rate: '说说这次怎么样',
  explain: '来过？去说明',
  offerFirst: '有名额在等您确认',
  next: '下一个活动',
  all: '全部报名',
} as const

/** The draw, explained. */
export const proofText = {
  noId: { title: '没有找到这次抽签', text: '链接可能不完整。请从活动里打开。' },
  howTitle: '是怎么抽的',
  how: [
    '发布活动时，系统先定好一串谁也看不到的字（种子），并公开它的「指纹」。指纹一公开，种子就改不了。',
    '报名的每一家有一张签，签上没有名字，只有一串字符。',
    '截止以后公开种子，用种子和每张签算出一个数，从小到大排队，名额从前往后给。算法公开，谁都能重算。',
  ],
  fingerprint: '指纹（报名前公开）',
  seed: '种子',
  seedLater: '抽签以后公开',
  mine: '我的签',
  mineOf: (ticket: string, rank: number | undefined, size: number) =>
    rank === undefined ? `${ticket}（${size} 人）` : `${ticket}（${size} 人），排在第 ${rank} 位`,
  tickets: (count: number) => `全部的签（${count} 张）`,
  waiting: (count: number, capacity: number) =>
    `还没有抽。现在有 ${count} 张签，${capacity} 个名额。抽完以后，这里会重新算一遍。`,
  checkedTitle: '在您的手机上重新算了一遍',
  yes: '对得上：种子和早先公开的指纹一致，每张签的顺序和结果都没有错。',
  no: '对不上：公开的结果和重新算出来的不一样。请把这一页给社区看，请他们说明。',
  noSeed: '种子和早先公开的指纹不一致。',
  noOrder: '有的签顺序不对。',
  noResult: '有的签结果不对。',
  trustTitle: '还有什么是要信得过社区的',
  trust:
    '这个办法能保证种子没有中途换过、顺序没有改过。它不能保证社区没有添几张假签、或者在种子定下以后偷看种子再决定谁报名。所以签的张数、每张几个人都公开，您可以记下指纹和张数来比。',
  row: (rank: number, size: number) => `第 ${rank} 位 · ${size} 人`,
  got: '有名额',
  waits: '候补',
  isMine: '我的签',
} as const
