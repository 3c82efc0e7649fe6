import type { MemberContext } from '#app/call/context'
import type { BookingMoved, bookingChange } from '#contract/booking'
import type { HelpPlace } from '#contract/shared/helpPlace'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Booking, SealedContact } from '#core/booking/booking'
import { type BookingChange, decideChange, isOnTheWay } from '#core/booking/change'
import { consentsTo } from '#core/member/member'
import { checkText } from '#store/platform/wechat'
import { moveBooking, notRequester, stateOf } from './booking'
import { contactOf, sealContact } from './contact'
import { otherPlaceOf } from './hands'

/** Changes the window, the texts or the place of the caller's booking. Its kind of help and its id stay. */
export async function change(
  context: MemberContext,
  { bookingId, address, destination, ...changed }: Input<typeof bookingChange>,
): Promise<Answer<BookingMoved>> {
  const { command, community, member } = context
  return stateOf(
    await moveBooking(context, bookingId, async (booking) => {
      const refusal = notRequester(context, booking)
      if (refusal) return { refusal }
      if (!consentsTo(member, 'sensitive')) return { refusal: 'consent_needed' }
      const { description = booking.description, risks = booking.risks } = changed
      const told: BookingChange = { ...changed }
      if (description !== booking.description || risks !== booking.risks || destination !== undefined) {
        const check = await checkText(context.writer, [description, risks, destination ?? ''].join('\n'))
        if (check === 'risky') return { refusal: 'text_risky' }
        told.textChecked = check === 'pass'
      }
      const { place = booking.place } = changed
      told.contact = contactChanged(context, booking, { place, address, destination })
      const other = await otherPlaceOf(booking)
      const otherOnTheWay = other !== undefined && isOnTheWay(other, command.at, community.limits)
      return decideChange(booking, command, told, community.limits, otherOnTheWay)
    }),
  )
}

/** Of a booking whose door is forgotten. */
const noContact: Partial<SealedContact> = {}

/** Where the help is, as it is said anew. */
interface Where {
  place: HelpPlace
  address: string | undefined
  destination: string | undefined
}

/**
 * What is sealed for whoever comes, with another door or destination; undefined where both stay. Help at home goes
 * nowhere.
 */
function contactChanged(context: MemberContext, booking: Booking, where: Where): string | undefined {
  const { _id: id, contact: sealed } = booking
  const { destination: goes, ...before } = sealed === null ? noContact : contactOf(context, id, sealed)
  const { address: door = before.door } = where
  const destination = where.place === 'accompany' ? (where.destination ?? goes) : undefined
  if (door === undefined || (door === before.door && destination === goes)) return undefined
  const contact: SealedContact = { ...before, door, ...(destination !== undefined && { destination }) }
  return sealContact(context, id, contact)
}
