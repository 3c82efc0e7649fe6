import type { MemberContext } from '#app/call/context'
import { environmentSettings, type Settings } from '#app/call/settings'
import { isOwnClaim } from '#app/call/viewer'
import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { Booking } from '#core/booking/booking'
import { decideChange } from '#core/booking/change'
import { decideConfirm } from '#core/booking/confirm'
import { decideCancel } from '#core/booking/decide'
import type { Command, Decision } from '#core/change/aggregate'
import type { OtherHandEffect } from '#core/change/effect'
import { bookings } from '#store/collections'
import { contactOf, sealContact } from './contact'
import { withRelation } from './relate'

/** The other place of a booking that wants two volunteers; reads nothing for any other. */
export const otherPlaceOf = async ({ hand }: Pick<Booking, 'hand'>): Promise<Booking | undefined> =>
  hand && bookings.get(hand.otherId)

/** Whether the one who taps has claimed either place: then they do not speak for the requester of both. */
export async function hasClaimedEither(context: MemberContext, booking: Booking): Promise<boolean> {
  if (isOwnClaim(context, booking)) return true
  const other = await otherPlaceOf(booking)
  return other !== undefined && isOwnClaim(context, other)
}

/** What was decided of one place holds for the other, as far as it still can. */
export async function otherHand(effect: OtherHandEffect, now: Instant, change: Change): Promise<void> {
  const { cause, what, fromId, otherId } = effect
  const from = await bookings.get(fromId)
  const limits = from && (await loadCommunity(from.communityId))?.limits
  if (!from || !limits) return
  const settings = environmentSettings()
  const said = from.events.filter(({ event }) => event === whatWasSaid[what]).at(-1)
  const command: Command = {
    ...causedBy(cause, now),
    ...(said?.who !== undefined && { who: said.who }),
    ...(said?.whoId !== undefined && { whoId: said.whoId }),
    ...(said?.onBehalf && { onBehalf: said.onBehalf }),
    takesBack: true,
  }
  const followed = await change(bookings, otherId, command, async (other) => {
    const decision = await following[what]({ from, other, note: said?.note ?? '' }, command, limits, settings)
    // what has gone too far to follow stays as it is
    return decision.refusal ? { next: other } : decision
  })
  insist(followed)
}

const whatWasSaid = { cancelled: 'cancelled', changed: undefined, confirmed: 'confirmed' } as const

interface Both {
  from: Booking
  other: Booking
  note: string
}

const following: Record<
  OtherHandEffect['what'],
  (
    both: Both,
    command: Command,
    limits: Limits,
    settings: Settings,
  ) => Decision<Booking> | Promise<Decision<Booking>>
> = {
  cancelled: ({ other, note }, command, limits) => decideCancel(other, command, note, limits),
  changed: ({ from, other }, command, limits, settings) => {
    const { windowFrom, windowTo, description, risks, place, textChecked } = from
    const told = { window: { from: windowFrom, to: windowTo }, description, risks, place, textChecked }
    const contact = contactLike(from, other, settings)
    // how often it is changed is counted where it is changed
    const unlimited = { ...limits, changesPerBooking: Number.POSITIVE_INFINITY }
    return decideChange(other, command, { ...told, contact }, unlimited)
  },
  confirmed: async ({ from, other }, command, limits) =>
    from.stars === null || other.state !== 'done'
      ? { next: other }
      : decideConfirm(
          await withRelation(other),
          command,
          { stars: from.stars, comment: from.comment },
          limits,
        ),
}

/** What the first place says of door and way, sealed for the other; undefined where it says the same already. */
function contactLike(from: Booking, other: Booking, settings: Settings): string | undefined {
  if (from.contact === null || other.contact === null) return undefined
  const said = contactOf({ settings }, from._id, from.contact)
  const before = contactOf({ settings }, other._id, other.contact)
  if (JSON.stringify(said) === JSON.stringify(before)) return undefined
  return sealContact({ settings }, other._id, said)
}
