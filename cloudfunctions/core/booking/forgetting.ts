import { type Gone, unnamed } from '#core/account/unnamed'
import type { Booking } from './booking'
import type { NoShow } from './noShow'

/** The requester's booking keeps what was done and when; the volunteer's keeps the requester's words. */
export function bookingWithout(booking: Booking, gone: Gone): Booking {
  const { memberId } = gone
  const own = booking.requesterId === memberId
  const words = (text: string) => (own ? gone.words : text)
  const next = unnamed(booking, memberId, gone.name)
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

/** It goes with whoever is said not to have come; the other side's words go with them. */
export function noShowWithout(noShow: NoShow, gone: Gone): NoShow | 'remove' {
  const { memberId } = gone
  if (noShow.accusedId === memberId) return 'remove'
  const next = unnamed(noShow, memberId, gone.name)
  const own = next.events.some(({ whoId, note }) => whoId === memberId && note !== gone.words)
  if (!own) return next
  const events = next.events.map((line) =>
    line.whoId === memberId && line.note !== undefined ? { ...line, note: gone.words } : line,
  )
  return { ...next, events }
}
