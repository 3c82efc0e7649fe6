import type { Context, MemberContext } from '#app/call/context'
import { openedByStaff, recordOpening } from '#app/member/opening'
import type { BookingPart } from '#contract/booking'
import { teamsOf } from '#contract/shared/grants'
import type { Booking, SealedContact } from '#core/booking/booking'
import { mayOpenContact, type OpenedContact, openedContact } from '#core/booking/view'

const spotOf = (id: string) => ({ collection: 'bookings', id, field: 'contact' }) as const

/** What whoever comes needs, as the booking's document keeps it. */
export const sealContact = (
  { settings }: Pick<Context, 'settings'>,
  bookingId: string,
  contact: SealedContact,
): string => settings.sealing.seal(JSON.stringify(contact), spotOf(bookingId))

/** What was sealed of a booking. Whoever shows it to anybody but the requester records that first. */
export const contactOf = (
  { settings }: Pick<Context, 'settings'>,
  bookingId: string,
  sealed: string,
): SealedContact => JSON.parse(settings.sealing.open(sealed, spotOf(bookingId)))

/** Seals what a booking says beside the number of whoever books. */
export function sealedContact(
  context: MemberContext,
  bookingId: string,
  said: Omit<SealedContact, 'phone'>,
): string {
  const { member, settings } = context
  const phone =
    member.phone === null
      ? undefined
      : settings.sealing.open(member.phone, { collection: 'members', id: member._id, field: 'phone' })
  return sealContact(context, bookingId, { ...(phone !== undefined && { phone }), ...said })
}

/**
 * Opens door and phone for those who may see them. A claimer's own claim is what they need; for staff it is a
 * look into somebody's data, of which a day has so many. Of their own booking the requester is shown where it goes.
 */
export async function openContact(
  context: MemberContext,
  booking: Booking,
  part: BookingPart,
): Promise<OpenedContact & { spent?: true }> {
  const { member, identity } = context
  const { _id: bookingId, contact: sealed } = booking
  // a claimer who has left the team sees the booking and no longer its door; a resting role still counts here
  const teams = teamsOf(identity.resting ?? member.roles, 'volunteer')
  const atTheDoor = part !== 'claimer' || teams.includes(booking.teamId)
  if (sealed === null) return {}
  // staff who act for somebody look under their own name, where it is recorded
  if (part === 'requester')
    return identity.actedFor === 'staff' ? {} : openedContact(contactOf(context, bookingId, sealed), part)
  if (!atTheDoor || !mayOpenContact(booking, part)) return {}
  const contact = contactOf(context, bookingId, sealed)
  const opened = {
    once: 'an hour',
    of: [bookingId, part],
    subjectId: booking.requesterId,
    fields: Object.keys(contact),
    reason: part === 'claimer' ? 'booking_claimed' : 'booking_staff',
    about: bookingId,
  } as const
  if (part === 'claimer') await recordOpening(context, opened)
  else if (await openedByStaff(context, opened)) return { spent: true }
  return openedContact(contact, part)
}
