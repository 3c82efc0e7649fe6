import { type Gone, withoutName } from '#core/account/withoutName'
import type { Booking } from './booking'
import type { NoShow } from './noShow'

/**
 * A forgotten requester's booking keeps what was done and when. A forgotten claimer's booking keeps the
 * requester's texts as well.
 */
export function bookingWithout(booking: Booking, gone: Gone): Booking {
  const { memberId } = gone
  const own = booking.requesterId === memberId
  const words = (text: string) => (own ? gone.words : text)
  const next = withoutName(booking, memberId, gone.name)
  const unsaid = next.events.map((line) =>
    line.note !== undefined && line.note !== gone.words && (own || line.whoId === memberId)
      ? { ...line, note: gone.words }
      : line,
  )
  const events = unsaid.some((line, index) => line !== next.events[index]) ? unsaid : next.events
  if (!own) return events === next.events ? next : { ...next, events }
  const { comment, forName } = next
  return {
    ...next,
    events,
    description: words(next.description),
    risks: next.risks === '' ? '' : words(next.risks),
    comment: comment === null ? null : words(comment),
    forName: forName === null ? null : gone.name,
    contact: null,
    ...(next.photoIds && { photoIds: [] }),
  }
}

/** A no-show is removed with its accused; from any other, the person's name and notes are removed. */
export function noShowWithout(noShow: NoShow, gone: Gone): NoShow | 'remove' {
  const { memberId } = gone
  if (noShow.accusedId === memberId) return 'remove'
  const next = withoutName(noShow, memberId, gone.name)
  const own = next.events.some(({ whoId, note }) => whoId === memberId && note !== gone.words)
  if (!own) return next
  const events = next.events.map((line) =>
    line.whoId === memberId && line.note !== undefined ? { ...line, note: gone.words } : line,
  )
  return { ...next, events }
}
