import { fromBase32, scanCode, stepAt } from '#contract/shared/attendanceCode'
import type { LocalCloud } from '#local/cloud'
import type { Ask } from '#local/sample/driver'
import { minuteMs } from './time'

const resident = 'stage_mei'
const volunteer = 'stage_tang'
const coordinator = 'sample_zhao'

/** Bookings of 梅婆婆's to which 唐师傅 had come before they ended; his check-in arrived later. */
export interface LateReports {
  /** She had cancelled it; he has checked out, and it waits for her word. */
  resumed: string
  /** He had given it back, and 丁师傅 has claimed it. */
  noted: string
}

/** Makes them. All three are registered; 唐师傅 and 丁师傅 are volunteers of the repair team. */
export async function lateReports(cloud: LocalCloud, ask: Ask): Promise<LateReports> {
  const shownTo = async (bookingId: string) => ({
    bookingId,
    ...screen(await ask(resident, 'booking.code', { bookingId }), cloud.now()),
  })
  const claimed = async (kind: string, description: string) => {
    const from = cloud.now() + 20 * minuteMs
    const window = { from, to: from + 60 * minuteMs }
    const words = { service: 'repair', kind, description, risks: '无', place: 'home' as const, window }
    const { bookingId } = await ask(resident, 'booking.request', words)
    await ask(volunteer, 'booking.claim', { bookingId })
    return shownTo(bookingId)
  }
  const cancelled = await claimed('lamp', '厨房的灯一闪一闪')
  cloud.advance(2 * minuteMs)
  const { bookingId: resumed } = cancelled
  await ask(resident, 'booking.cancel', { bookingId: resumed, reason: '等不及了' })
  await ask(volunteer, 'booking.checkIn', cancelled)
  cloud.advance(40 * minuteMs)
  await ask(volunteer, 'booking.checkOut', await shownTo(resumed))

  const back = await claimed('lock', '卧室的门锁不上')
  cloud.advance(2 * minuteMs)
  await ask(volunteer, 'booking.release', { bookingId: back.bookingId, reason: '接到家里电话' })
  await ask('stage_ding', 'booking.claim', { bookingId: back.bookingId })
  await ask(volunteer, 'booking.checkIn', back)
  return { resumed, noted: back.bookingId }
}

/** 梅婆婆 has a place, and had come; the coordinator says that she has not, and her check-in arrives later. */
export async function lateAtSession(cloud: LocalCloud, ask: Ask, sessionId: string): Promise<void> {
  await ask(resident, 'session.signUp', { sessionId, party: [{ self: true }] })
  const memberId = (await ask(resident, 'member.me', {})).member?.memberId ?? ''
  const shown = screen(await ask(coordinator, 'session.code', { sessionId }), cloud.now() - 3 * minuteMs)
  await ask(coordinator, 'session.mark', { sessionId, marks: [{ memberId, present: false }] })
  await ask(resident, 'session.checkIn', { sessionId, ...shown })
}

/** What a screen shows at an instant, as a phone without a network keeps it. */
function screen({ secret, stepSeconds }: { secret: string; stepSeconds: number }, at: number) {
  return { code: scanCode(fromBase32(secret), stepAt(at, stepSeconds)), at }
}
