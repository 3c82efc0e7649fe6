import { useFileUrls } from '#cloud/picture/useFileUrls'
import type { BookingDetail } from '#contract/booking'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { particularsText as words } from '#text/booking/particulars'
import { overlapText } from '#text/hours/overlap'
import { pictureText } from '#text/shared/picture'
import { datedWindowWords, durationWords, momentWords } from '#text/shared/time'
import { PictureStrip } from '#ui/picture/PictureStrip'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

export interface BookingParticularsProps {
  booking: BookingDetail
  /** The estate's name. Absent while it is being read. */
  estate: string | undefined
  now: Instant
  /** The member whose booking it is, when the reader acts for somebody. */
  actingFor?: MemberId | undefined
}

/** Says what was booked and what has been done, as far as the reader may know. Later facts are added at the end. */
export function BookingParticulars({ booking, estate, now, actingFor }: BookingParticularsProps) {
  const {
    part,
    forName,
    requesterName,
    claimer,
    checkedInAt,
    checkedOutAt,
    minutes,
    stars,
    comment,
    overlap,
  } = booking
  const [came, left] = booking.byWord ? [words.begun, words.ended] : [words.checkedIn, words.checkedOut]
  const pictures = useFileUrls(booking.photoIds ?? [], actingFor)
  return (
    <Card title={words.title}>
      <Box>
        <Cell name={words.when}>{datedWindowWords(booking.window, now)}</Cell>
        <Cell name={words.what}>{words.kind(booking.serviceTitle, booking.kindTitle)}</Cell>
        <Cell name={words.where}>{words.whereOf(words.place[booking.place], estate)}</Cell>
        {booking.destination && <Cell name={words.destination}>{booking.destination}</Cell>}
        <Cell name={words.description}>{booking.description ?? words.descriptionLater}</Cell>
        {pictures.length > 0 && (
          <Cell name={pictureText.shown}>
            <PictureStrip pictures={pictures} />
          </Cell>
        )}
        {booking.risks && <Cell name={words.risks}>{booking.risks}</Cell>}
        {booking.needsLicence && <Cell name={words.licence}>{booking.needsLicence}</Cell>}
        {booking.experienced && <Cell name={words.experienced}>{words.experiencedCell}</Cell>}
        {forName && <Cell name={words.forWhom}>{forName}</Cell>}
        {requesterName && part !== 'requester' && <Cell name={words.requester}>{requesterName}</Cell>}
        {claimer && part !== 'claimer' && <Cell name={words.claimer}>{claimer.name}</Cell>}
        {checkedInAt !== undefined && <Cell name={came}>{momentWords(checkedInAt, now)}</Cell>}
        {checkedOutAt !== undefined && <Cell name={left}>{momentWords(checkedOutAt, now)}</Cell>}
        {minutes !== undefined && <Cell name={words.minutes}>{durationWords(minutes)}</Cell>}
        {overlap && (
          <Cell name={overlapText.name}>{overlapText.counts(overlap, (minutes ?? 0) - overlap.minutes)}</Cell>
        )}
        {stars !== undefined && <Cell name={words.stars}>{words.starsOf(stars)}</Cell>}
        {comment && <Cell name={words.comment}>{comment}</Cell>}
        {booking.bySlip && <Cell name={words.slip}>{words.slipNote}</Cell>}
        {booking.byWord && <Cell name={words.word}>{words.wordNote}</Cell>}
        {booking.reportedLate && <Cell name={words.late}>{words.lateNote}</Cell>}
      </Box>
    </Card>
  )
}
