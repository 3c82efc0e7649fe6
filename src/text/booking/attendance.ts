import type { Instant } from '#contract/shared/scalars'
import { durationWords, momentWords } from '#text/shared/time'

/** Checking in and out: the volunteer's side. */
export const attendanceText = {
  checkIn: {
    title: '签到',
    ask: '到了以后，请居民打开这个预约里的「签到码」，把六个数字填在下面。',
    action: '签到',
    scan: '扫码签到',
    done: () => '签到好了，开始计时。做完别忘了签退。',
    unsent: (at: Instant, now: Instant) =>
      `${momentWords(at, now)} 的签到还没有发出去，已经存在这里。有网络了请点「补发签到」。`,
    resend: '补发签到',
  },
  checkOut: {
    title: '签退',
    ask: '做完以后，请居民再打开一次「签到码」，把六个数字填在下面。',
    action: '签退',
    scan: '扫码签退',
    done: (minutes: number | undefined) =>
      minutes
        ? `签退好了，一共 ${durationWords(minutes)}。辛苦了！`
        : '签退好了。在场的时间太短，这一次不记时长。',
    unsent: (at: Instant, now: Instant) =>
      `${momentWords(at, now)} 的签退还没有发出去，已经存在这里。有网络了请点「补发签退」。`,
    resend: '补发签退',
  },
  noted: '已记入核对材料，队长会看到您的签到时间，核对后再定。不用再补发。',
  proved: {
    title: '退回以前已经到了',
    ask: '认领退回以后，签到才送到，没有记时长。请问清楚；做过的话，请协调员补记。',
  },
  code: '六位数字',
  codeMissing: '请填居民屏幕上的六个数字。',
  slip: '居民没有手机的，填他纸条上的八个数字。',
  notACode: '扫到的不是签到码。请对准居民手机上的二维码，或者输数字。',
  opensAt: (at: Instant, now: Instant) => `${momentWords(at, now)} 起可以签到，到时打开这一页就行。`,
  openEarly: '我已经到了',
} as const

/** The volunteer's side without a network. */
export const attendanceOfflineText = {
  lead: '现在没有网络。签到签退照样能办，先存在手机里，有了网络自动发出。',
  kept: (attendance: 'checkIn' | 'checkOut', at: Instant, now: Instant) =>
    `${momentWords(at, now)} ${attendance === 'checkIn' ? '签到' : '签退'}，已经存好，等网络。`,
  done: '签到和签退都存好了。有了网络，打开小程序就会自动发出。',
  retry: '再试一次',
} as const

/** The attendance code: the resident's side. */
export const attendanceCodeText = {
  title: '签到码',
  ask: '请志愿者看这六个数字，或者扫下面的二维码。',
  open: '打开签到码',
  later: '志愿者到了再打开，给他看。',
  spoken: (code: string) => `签到码 ${code.split('').join(' ')}`,
  picture: '签到码的二维码，给志愿者扫',
  renews: (seconds: number) => `每 ${seconds} 秒换一次，没有网络也能用。`,
  offline: '现在没有网络。签到码照样能用，预约的内容等有网络再看。',
} as const
