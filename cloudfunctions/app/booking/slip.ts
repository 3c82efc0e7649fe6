import { type Context, type MemberContext, yes } from '#app/call/context'
import { viewerOf } from '#app/call/viewer'
import { openedByStaff } from '#app/member/opening'
import type { bookingSlip, Slip } from '#contract/booking'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Booking } from '#core/booking/booking'
import {
  decideSlip,
  preparedOnSlip,
  type SlipStep,
  slipCode,
  slipName,
  stepsOnSlip,
} from '#core/booking/slip'
import { bookingPartOf } from '#core/booking/view'
import { bookings, members } from '#store/collections'
import { contactOf } from './contact'
import { hasClaimedEither } from './hands'

/** The code that the latest slip carries for a step; undefined where the present claim has no slip. */
export function codeOnSlip(
  { settings }: Pick<Context, 'settings'>,
  booking: Pick<Booking, '_id' | 'claims' | 'slip'>,
  step: SlipStep,
): string | undefined {
  const name = slipName(booking, step)
  return name === undefined ? undefined : slipCode(settings.sealing.derive(name))
}

/**
 * Prints the slip of a booking for a person without a phone. Staff and whoever books for them may do so. A
 * claimer never gets the codes that prove their own coming, even where they are staff or the requester's
 * proxy.
 */
export async function slip(
  context: MemberContext,
  { bookingId }: Input<typeof bookingSlip>,
): Promise<Answer<Slip>> {
  const viewer = viewerOf(context)
  const { command } = context
  const printed = await context.change(bookings, bookingId, command, async (booking) => {
    const part = bookingPartOf(booking, viewer(booking))
    if (part === undefined) return { refusal: 'not_found' }
    if (part !== 'staff' && part !== 'requester') return { refusal: 'forbidden' }
    if (await hasClaimedEither(context, booking)) return { refusal: 'own_claim' }
    return decideSlip(booking, command)
  })
  if (printed.refusal) return printed.refusal
  const made = await printedOf(context, printed.state)
  const second = await secondOf(context, printed.state)
  const destination = await destinationFor(context, printed.state, viewer)
  return yes({ ...made, ...(second && { second }), ...(destination !== undefined && { destination }) })
}

async function printedOf(context: MemberContext, booking: Booking): Promise<Slip> {
  const { claimerId } = booking
  const claimer = claimerId === null ? undefined : await members.get(claimerId)
  return slipOf(context, booking, claimer?.volunteerNo ?? undefined)
}

/** The second of two volunteers stands on the same paper, with codes of their own. */
async function secondOf(context: MemberContext, { hand }: Booking): Promise<Slip['second']> {
  if (!hand) return undefined
  const { command } = context
  const printed = await context.change(bookings, hand.otherId, command, (other) => decideSlip(other, command))
  if (!printed.state) return undefined
  const { claimer, codes } = await printedOf(context, printed.state)
  return { ...(claimer && { claimer }), ...(codes && { codes }) }
}

/** Where the escort goes. For staff it is a look into somebody's data: on record, and of a day there are so many. */
async function destinationFor(
  context: MemberContext,
  booking: Booking,
  viewer: ReturnType<typeof viewerOf>,
): Promise<string | undefined> {
  const { _id, contact, requesterId } = booking
  const destination = contact === null ? undefined : contactOf(context, _id, contact).destination
  if (destination === undefined || bookingPartOf(booking, viewer(booking)) === 'requester') return destination
  const spent = await openedByStaff(context, {
    once: 'an hour',
    of: [_id, 'slip'],
    subjectId: requesterId,
    fields: ['destination'],
    reason: 'booking_staff',
    about: _id,
  })
  return spent ? undefined : destination
}

function slipOf(context: MemberContext, booking: Booking, volunteerNo: string | undefined): Slip {
  const { community, command, member } = context
  const shown: Slip = {
    bookingId: booking._id,
    forName: booking.forName ?? booking.requesterName,
    serviceTitle: booking.serviceTitle,
    kindTitle: booking.kindTitle,
    window: { from: booking.windowFrom, to: booking.windowTo },
    place: booking.place,
    prepare: preparedOnSlip(booking),
    community: { name: community.name, phone: community.phone },
    printedAt: command.at,
    printedBy: command.who ?? member.name,
  }
  const steps = stepsOnSlip(booking)
  if (booking.claimerId === null || steps.length === 0) return shown
  const team = community.teams.find(({ teamId }) => teamId === booking.teamId)?.name
  shown.claimer = {
    name: booking.claimerName ?? '',
    ...(team === undefined ? {} : { team }),
    ...(volunteerNo === undefined ? {} : { volunteerNo }),
  }
  const checkIn = steps.includes('checkIn') ? codeOnSlip(context, booking, 'checkIn') : undefined
  const checkOut = codeOnSlip(context, booking, 'checkOut')
  if (checkOut !== undefined) shown.codes = { ...(checkIn === undefined ? {} : { checkIn }), checkOut }
  return shown
}
