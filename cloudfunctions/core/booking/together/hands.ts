import type { BookingId } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { OtherHandEffect } from '#core/change/effect'
import type { Booking } from '../booking'

/** The id of the second place of a booking that wants two volunteers. */
export const secondHandId = (bookingId: BookingId): BookingId => `${bookingId}-b`

/** The two places of one booking by their ids; undefined where one volunteer is wanted. */
export const bothHands = ({ _id, hand }: Pick<Booking, '_id' | 'hand'>): [BookingId, BookingId] | undefined =>
  hand && (hand.number === 1 ? [_id, hand.otherId] : [hand.otherId, _id])

/**
 * What the requester decides of one place holds for the other: it follows, as far as it still can. What caused it is
 * this place's event.
 */
export const otherFollows = (
  next: Booking,
  what: OtherHandEffect['what'],
  { key }: Command,
): OtherHandEffect[] =>
  next.hand === undefined || isFollowing(key)
    ? []
    : [
        {
          effect: 'otherHand',
          cause: `${next._id}:${next.rev}${following}`,
          what,
          fromId: next._id,
          otherId: next.hand.otherId,
        },
      ]

const following = ':other'
/** Whether a command itself follows what was decided of the other place. */
const isFollowing = (key: string): boolean => key.endsWith(following)

/**
 * Word about both places at once. Each owes it under the same id, which names what has happened to the two: so it is
 * told once where the same happens to both.
 */
export function toldOfBoth<Told extends { noticeId: string }>(next: Booking, told: Told, what: string): Told {
  const [first] = bothHands(next) ?? []
  return first === undefined ? told : { ...told, noticeId: `n_${first}_${next.windowFrom}_${what}` }
}
