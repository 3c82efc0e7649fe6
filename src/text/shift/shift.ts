import type { Instant } from '#contract/shared/scalars'
import type { ShiftPlaceState, ShiftServed, ShiftWait } from '#contract/shift'
import { overlapText } from '#text/hours/overlap'
import { durationWords, momentWords } from '#text/shared/time'

/** A volunteer's place at a shift, as its stamp says it. */
export const shiftStateText: Record<ShiftPlaceState, string> = {
  confirmed: '报上了',
  withdrawn: '已退出',
  in_service: '服务中',
  done: '待确认',
  credited: '已记时长',
  absent: '没有来',
  cancelled: '已取消',
}

/** What a volunteer reads of a service that silence does not credit. */
const waitSentences: Record<ShiftWait, (worked: string) => string> = {
  forgotten: (worked) =>
    `没有签退，先按岗位结束的时间算 ${worked}。协调员或队长核对以后，才会记进您的时长账。`,
  overrun: (worked) =>
    `做完了，一共 ${worked}，比岗位的时间长得多。协调员或队长核对以后，才会记进您的时长账。`,
  resumed: (worked) => `做完了，一共 ${worked}。这个岗位取消过，协调员或队长核对以后，才会记进您的时长账。`,
  own: (worked) =>
    `做完了，一共 ${worked}。签到码您自己看得到，要请另一位协调员或队长确认，才会记进您的时长账。`,
}

/** Shifts of an activity, and a volunteer's own. */
export const shiftText = {
  title: '志愿岗位',
  lead: '来帮忙的志愿者，时长会记进各人的时长账。',
  free: (free: number, capacity: number) =>
    free > 0 ? `还要 ${free} 人（共 ${capacity} 人）` : `${capacity} 人满了`,
  signUp: '我来帮忙',
  signUpOf: (name: string) => `我来帮忙：${name}`,
  signedUp: '报上了，谢谢您。到时看协调员屏幕上的签到码签到。',
  withdraw: '来不了，退出',
  withdrawOf: (name: string) => `来不了，退出：${name}`,
  withdrawAsk: { title: '退出这个岗位？', text: '名额马上空出来，请别的志愿者来。', keep: '还是去' },
  withdrawn: '退出了，谢谢您提前说一声。',
  next: (
    { state, minutes = 0, overlap, waits }: { state: ShiftPlaceState } & ShiftServed,
    { opensAt, to }: { opensAt: Instant; to: Instant },
    now: Instant,
  ): string => {
    switch (state) {
      case 'confirmed':
        if (now < opensAt) return `${momentWords(opensAt, now)} 起可以签到。`
        return now < to ? '现在可以签到了。' : '时间过了，没有看到您签到。真来过的话，请告诉协调员。'
      case 'in_service':
        return '正在服务，别忘了签退。'
      case 'done':
        return waits
          ? waitSentences[waits](durationWords(minutes))
          : `做完了，${durationWords(minutes)}，等协调员确认后记进您的时长账。`
      case 'credited':
        return overlap
          ? `${overlapText.counts(overlap, minutes - overlap.minutes)}。谢谢您！`
          : `${durationWords(minutes)}已经记进您的时长账。谢谢您！`
      case 'absent':
        return '这一次没有签到。真来过的话，请告诉协调员。'
      case 'cancelled':
        return '这个岗位取消了，您不用去了。'
      case 'withdrawn':
        return '您退出了这个岗位。'
    }
  },
  checkIn: {
    ask: '到了以后，请看协调员屏幕上的签到码，把六个数字填在下面。',
    action: '签到',
    scan: '扫码签到',
    unsent: (at: Instant, now: Instant) =>
      `${momentWords(at, now)} 的签到还没有发出去，已经存在这里。有网络了请点「补发签到」。`,
    resend: '补发签到',
    done: () => '签到好了，开始计时。走的时候别忘了签退。',
  },
  checkOut: {
    ask: '走的时候，请再看一次协调员屏幕上的签到码，把六个数字填在下面。',
    action: '签退',
    scan: '扫码签退',
    unsent: (at: Instant, now: Instant) =>
      `${momentWords(at, now)} 的签退还没有发出去，已经存在这里。有网络了请点「补发签退」。`,
    resend: '补发签退',
    done: (minutes: number | undefined) =>
      minutes
        ? `签退好了，一共 ${durationWords(minutes)}。辛苦了！`
        : '签退好了。在场的时间太短，这一次不记时长。',
  },
  run: '看志愿者、确认时长',
  runActivity: '办这个活动：签到、名单、改动',
  mine: '我的志愿岗位',
  mineDetail: '活动上帮忙的岗位，签到签退',
  hall: '活动也要人帮忙',
  hallDetail: '到「活动」里看看有哪些志愿岗位',
  empty: {
    title: '还没有报志愿岗位',
    text: '社区办活动也要人手，时长一样记账。',
    action: '看看有哪些活动',
  },
  emptyPast: { title: '还没有做过的岗位', text: '做过的会放在这里。' },
} as const
