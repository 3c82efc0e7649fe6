import type { Instant } from '#contract/shared/scalars'
import { momentWords } from '#text/shared/time'

/** Checking in at a session, and at a shift. */
export const checkInText = {
  title: '签到',
  ask: '到了以后，请看协调员屏幕上的签到码，把六个数字填在下面。一起来的人一次签好。',
  label: '六位数字',
  missing: '请填协调员屏幕上的六个数字。',
  notACode: '扫到的不是签到码。请对准协调员屏幕上的二维码，或者输数字。',
  action: '签到',
  scan: '扫码签到',
  unsent: (at: Instant, now: Instant) =>
    `${momentWords(at, now)} 的签到还没有发出去，已经存在这里。有网络了请点「补发签到」。`,
  resend: '补发签到',
  done: '签到好了，玩得高兴！',
  noted: '名单上记的是您没有到。您的签到时间已经告诉协调员，核对后会改过来。不用再补发。',
} as const
