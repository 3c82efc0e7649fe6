import type { RawInputOf } from '#contract/operations'
import { bookingFrom, codeOn, type Person, type TestHouse } from './house'
import { hourMs, minuteMs } from './time'

/** A whole service, from the booking to the confirmed minutes; the next one may begin two hours later. */
export async function serve(
  house: TestHouse,
  resident: Person,
  volunteer: Person,
  minutes: number,
  change: Partial<RawInputOf<'booking.request'>> = {},
): Promise<void> {
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now(), change))
  await volunteer.ask('booking.claim', { bookingId })
  house.cloud.advance(hourMs)
  await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
  house.cloud.advance(minutes * minuteMs + 1000)
  await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
  await resident.ask('booking.confirm', { bookingId, stars: 5 })
  house.cloud.advance(2 * hourMs)
}
