import type { BookingDetail, BookingEvent } from '#contract/booking'
import type { Instant } from '#contract/shared/scalars'
import { overlapText } from '#text/hours/overlap'
import { clockWords, durationWords, momentWords, windowWords } from '#text/shared/time'
import { unclaimedWords } from './bookingState'

/**
 * Says the state of a booking and what comes next, in one or two plain sentences for the person who reads it.
 * `told` is the person who gets the notices. It is not the reader where the reader acts for somebody.
 */
export function bookingSentence(booking: BookingDetail, now: Instant, told = '您'): string {
  switch (booking.part) {
    case 'requester':
      return requesterSentence(booking, now, told)
    case 'claimer':
      return claimerSentence(booking, now)
    default:
      return onlookerSentence(booking)
  }
}

/** Which of the two did not come, where the booking ended so. */
function missedBy({ state, timeline }: BookingDetail): 'claimer' | 'requester' | undefined {
  if (state !== 'cancelled' && state !== 'expired') return undefined
  const last = timeline.filter(({ event }) => event !== 'proved').at(-1)?.event
  if (last === 'no_show_requester') return 'requester'
  return last === 'no_show_claimer' ? 'claimer' : undefined
}

/** Whether a leader settled the booking. */
const isSettled = ({ timeline }: BookingDetail) => timeline.some(({ event }) => event === 'settled')

/** What the requester reads of a service that silence does not credit. */
function waitSentence(
  { stars, waits = 'forgotten' }: BookingDetail,
  volunteer: string,
  worked: string,
): string {
  if (waits === 'objected') return `您说不是这样，补记的 ${worked}还没有记。会有人来问您，再做决定。`
  if (waits === 'resumed')
    return `${volunteer}做完了，一共 ${worked}。这一单取消或退回之前，他已经签到，后来才送到。来做过，请您确认，评几颗星；没有来过，请打电话告诉社区。没有回音不会记入。`
  if (waits === 'overrun')
    return `${volunteer}做完了，一共 ${worked}，比约好的长得多。真做了这么久，请您确认，评几颗星；不对，请打电话告诉社区。没有回音不会记入。`
  const how =
    waits === 'forgotten'
      ? `${volunteer}没有签退，先按约好的结束时间算 ${worked}。`
      : `${volunteer}做完了，一共 ${worked}。您和他是一家人，或者互相代办。`
  return stars === undefined
    ? `${how}做了多久，请您说一说，评几颗星；队长核定后才记入。`
    : `${how}您说过了，正在等队长核定。谢谢您。`
}

/** What the claimer reads of such a service. */
function ownWaitSentence({ waits = 'forgotten' }: BookingDetail, worked: string): string {
  switch (waits) {
    case 'overrun':
      return `您签退了，一共 ${worked}，比约好的长得多。居民确认，或者队长核定以后，才会记进您的时长账。`
    case 'resumed':
      return `您签退了，一共 ${worked}。这一单取消或退回过，居民确认，或者队长核定以后，才会记进您的时长账。`
    case 'related':
      return `您签退了，一共 ${worked}。您和居民是一家人，或者互相代办，队长核定以后，才会记进您的时长账。`
    case 'objected':
      return `补记的 ${worked}，居民说不是这样。另一位队长或管理员问清楚以后，才会决定记不记。`
    case 'forgotten':
      return `没有签退，先按约好的结束时间算 ${worked}。队长核定以后，才会记进您的时长账。`
  }
}

function requesterSentence(booking: BookingDetail, now: Instant, told: string): string {
  const missed = missedBy(booking)
  if (missed === 'claimer')
    return '志愿者没有来，时间也过了，对不起。还需要的话请再约一次；急事请打社区电话。'
  if (missed === 'requester') return '志愿者到了没有找到您，这一单结束了。还需要的话，可以再约。'
  const volunteer = booking.claimer?.name || '志愿者'
  const worked = durationWords(booking.minutes ?? 0)
  switch (booking.state) {
    case 'open':
      return unclaimedWords(booking.window, now, told)
    case 'claimed':
      return `${volunteer}认领了，${momentWords(booking.window.from, now)} 来。到时请打开签到码给他看。`
    case 'in_service':
      return `${volunteer}已经签到，正在服务。做完以后，请再给他看一次签到码。`
    case 'done':
      return booking.confirmsItselfAt === undefined
        ? waitSentence(booking, volunteer, worked)
        : booking.byWord
          ? `${volunteer}没有签到，队长们补记了 ${worked}。是这样，请您评几颗星；不是，请点「不是这样」。没有回音，过几天就算数。`
          : `${volunteer}做完了，一共 ${worked}。请您确认，评几颗星。`
    case 'confirmed':
      if (booking.overlap) return `${isSettled(booking) ? '队长核定了' : '已经确认'}，一共 ${worked}。`
      return booking.minutes
        ? `${isSettled(booking) ? '队长核定了' : '已经确认'}，${worked}记进了${volunteer}的时长账。`
        : `${isSettled(booking) ? '队长核定了' : '已经确认'}。${volunteer}在场的时间太短，没有记时长。`
    case 'cancelled':
      return '这个预约取消了，不会有人上门。还需要的话，可以再约。'
    case 'expired':
      return '过了时间还没有办成，对不起。还需要的话请再约一次；急事请打社区电话。'
  }
}

function claimerSentence(booking: BookingDetail, now: Instant): string {
  const missed = missedBy(booking)
  if (missed === 'claimer') return '居民说您没有来，这一单已经关闭。来过的话，请在下面说明。'
  if (missed === 'requester') return '您到了没有找到人，这一单结束了。辛苦您跑一趟。'
  const worked = durationWords(booking.minutes ?? 0)
  switch (booking.state) {
    case 'open':
      return '这一单又挂出来了，正在等人认领。'
    case 'claimed':
      return `您认领了，请在${windowWords(booking.window, now)} 到。到了先看居民的签到码签到。`
    case 'in_service':
      return `您${booking.checkedInAt === undefined ? '' : ` ${clockWords(booking.checkedInAt)} `}签到了。做完以后，请看居民的签到码签退。`
    case 'done':
      return booking.confirmsItselfAt === undefined
        ? ownWaitSentence(booking, worked)
        : `您签退了，一共 ${worked}。正在等居民确认；${momentWords(booking.confirmsItselfAt, now)} 前没有回音，就自动记进您的时长账。`
    case 'confirmed':
      if (booking.overlap)
        return `${isSettled(booking) ? '队长核定了' : '居民确认了'}。${overlapText.counts(booking.overlap, (booking.minutes ?? 0) - booking.overlap.minutes)}。谢谢您！`
      return booking.minutes
        ? `${isSettled(booking) ? '队长核定了' : '居民确认了'}，${worked}已经记进您的时长账。谢谢您！`
        : `${isSettled(booking) ? '队长核定了' : '居民确认了'}。在场的时间太短，没有记时长。谢谢您！`
    case 'cancelled':
      return '居民取消了，您不用去了。'
    case 'expired':
      return '过了时间没有签到，这一单已经关闭。'
  }
}

const staffWaits: Record<NonNullable<BookingDetail['waits']>, string> = {
  forgotten: '没有签退，等队长核定。',
  overrun: '做得比约好的长得多，等居民确认或者队长核定。',
  related: '志愿者和居民是一家人，或者互相代办，等队长核定。',
  resumed: '取消或退回之前已经签到，后来才送到，等居民确认或者队长核定。',
  objected: '补记的时长，居民说不是这样。请没有提过、没有复核过的队长或管理员核定。',
}

function onlookerSentence(booking: BookingDetail): string {
  const missed = missedBy(booking)
  if (missed === 'claimer') return '志愿者没有来，时间过了，已经关闭。'
  if (missed === 'requester') return '志愿者到了没有找到居民，已经结束。'
  const volunteer = booking.claimer?.name ?? '一位志愿者'
  switch (booking.state) {
    case 'open':
      return booking.steps.includes('claim')
        ? '还没有人认领。认领以后，您就能看到门牌和电话。'
        : '还没有人认领。'
    case 'claimed':
      return `已经由${volunteer}认领了。`
    case 'in_service':
      return `${volunteer}正在服务。`
    case 'done':
      // The team is not told when the booking confirms itself.
      return booking.part === 'staff' && booking.confirmsItselfAt === undefined
        ? staffWaits[booking.waits ?? 'forgotten']
        : '做完了，正在等居民确认。'
    case 'confirmed':
      return isSettled(booking) ? '已经做完，队长核定了时长。' : '已经做完，居民也确认了。'
    case 'cancelled':
      return '居民取消了这个预约。'
    case 'expired':
      return '过了时间没有办成，已经关闭。'
  }
}

/** One line of the history. It says so where somebody acted for another. */
export function bookingEventWords({ event, who = '', onBehalf }: BookingEvent): string {
  return eventWriters[event](onBehalf ? `${who}（代办）` : who)
}

const eventWriters: Record<BookingEvent['event'], (who: string) => string> = {
  requested: (who) => `${who}提交了预约`,
  claimed: (who) => `${who}认领了`,
  released: (who) => `${who}来不了，重新挂出`,
  cancelled: (who) => `${who}取消了预约`,
  moved: (who) => `${who}改了时间`,
  changed: (who) => `${who}改了内容`,
  moved_changed: (who) => `${who}改了时间和内容`,
  checked_in: (who) => `${who}签到`,
  checked_out: (who) => `${who}签退`,
  confirmed: (who) => `${who}确认了服务`,
  confirmed_by_silence: () => '到时间没有回音，自动确认',
  closed_at_planned_end: () => '没有签退，按约好的时间结束',
  expired: () => '过了时间，自动关闭',
  no_show_claimer: (who) => `${who}说志愿者没有来`,
  no_show_requester: (who) => `${who}说到了没有找到人`,
  slip_printed: (who) => `${who}打印了纸条`,
  leaders_told: () => '还没有人认领，已经告诉队长',
  grid_told: () => '还没有人认领，已经请网格员一起想办法',
  invited: (who) => `${who}请了志愿者来帮忙`,
  offered: () => '已经去问别的志愿者',
  dispatched: (who) => `${who}派了志愿者去`,
  settled: (who) => `${who}核定了时长`,
  worded: () => '没有签到，两位负责人补记了时长',
  objected: (who) => `${who}说不是这样`,
  proved: (who) => `${who}退回以前已经到了，签到后来才送到`,
}

/** The steps on a booking's page. */
export const bookingStepText = {
  booked: '提交好了，社区收到了您的预约。',
  noId: { title: '没有找到这个预约', text: '链接可能不完整。请从「我的预约」里打开。', action: '看我的预约' },
  acting: (name: string) => `这是${name}的预约，您在代办。每一步都会通知${name}。`,
  perhapsTheirs: '如果是您替别人办的，请从这里打开：',
  openFor: (name: string) => `打开替${name}办的预约`,
  claim: '认领这一单',
  claimHint: '认领前请看清时间和要留意的事。来不了要早点说。',
  claimLicence: (licence: string) => `这项活要有${licence}。没有登记证件的，请先找队长登记。`,
  claimed: '认领好了。下面是门牌和电话，请按时到。',
  elsewhere: '去任务大厅看看别的',
  contactTitle: '上门地址和电话',
  contactNote: '只为这一单使用。每次查看都有记录，居民自己看得到。',
  lookupsSpent: '今天能查看的次数用完了，门牌和电话明天再看。确实急用，请联系管理员。',
  door: '门牌',
  phone: '电话',
  noPhone: '没有留电话',
  needs: '请留意',
  release: {
    open: '我来不了',
    title: '来不了这一单',
    text: '这一单会重新挂出，请别的志愿者来。原因居民会看到。',
    label: '为什么来不了',
    reasons: ['临时有事走不开', '身体不舒服', '路上赶不到'],
    action: '交还这一单',
    done: '交还了，已经告诉居民。谢谢您提前说一声。',
  },
  cancel: {
    open: '取消预约',
    title: '取消这个预约',
    text: '取消以后不会有人上门。已经认领的志愿者会收到通知和原因。',
    label: '为什么取消',
    reasons: ['已经解决了', '时间不合适了', '暂时不需要了'],
    action: '确定取消',
    done: '预约取消了。',
  },
  confirm: {
    title: '确认服务',
    stars: '这次服务怎么样？',
    starsMissing: '请先评几颗星。',
    comment: '想说的话',
    action: '确认做完了',
    silence: (at: Instant, now: Instant) => `${momentWords(at, now)} 前没有回音，就算您确认了。`,
    waits: '记下了，时长等队长核定后再记入。谢谢您。',
    done: (minutes: number | undefined) =>
      minutes ? `确认好了，${durationWords(minutes)}记进了志愿者的时长账。谢谢您。` : '确认好了。谢谢您。',
  },
} as const
