import type { MemberContext } from '#app/call/context'
import type { BookingMoved, bookingChange } from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import { type BookingChange, decideChange } from '#core/booking/change'
import { consentsTo } from '#core/member/member'
import { checkText } from '#store/platform/wechat'
import { moveBooking, notRequester, stateOf } from './booking'

/** Changes the window, the texts or the place of the caller's booking. Its kind of help and its id stay. */
export async function change(
  context: MemberContext,
  { bookingId, address, ...changed }: Input<typeof bookingChange>,
): Promise<Answer<BookingMoved>> {
  const { command, community, member } = context
  return stateOf(
    await moveBooking(context, bookingId, async (booking) => {
      const refusal = notRequester(context, booking)
      if (refusal) return { refusal }
      if (!consentsTo(member, 'sensitive')) return { refusal: 'consent_needed' }
      const { description = booking.description, risks = booking.risks } = changed
      const told: BookingChange = { ...changed }
      if (description !== booking.description || risks !== booking.risks) {
        const check = await checkText(member.openid, `${description}\n${risks}`)
        if (check === 'risky') return { refusal: 'text_risky' }
        told.textChecked = check === 'pass'
      }
      if (address !== undefined) told.contact = contactAt(context, booking, address)
      return decideChange(booking, command, told, community.limits)
    }),
  )
}

/** What is sealed for whoever comes, with another door; the same text where the door is the same. */
function contactAt({ settings: { sealing } }: MemberContext, booking: Booking, door: string): string {
  const place = { collection: 'bookings', id: booking._id, field: 'contact' } as const
  const contact = booking.contact === null ? {} : JSON.parse(sealing.open(booking.contact, place))
  if (booking.contact !== null && contact.door === door) return booking.contact
  return sealing.seal(JSON.stringify({ ...contact, door }), place)
}
