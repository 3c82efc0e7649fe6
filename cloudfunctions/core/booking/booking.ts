import type { BookingEvent, BookingState } from '#contract/booking'
import type { BookingId, DependentId, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { Aggregate, Recorded } from '#core/change/aggregate'

export interface Attendance {
  /** When it happened, as the code proves. */
  at: Instant
  reportedAt: Instant
  how: 'scan' | 'typed' | 'slip' | 'planned_end'
  /** Reported so late that the leader should look. */
  late: boolean
}

/** Wrong typed codes in a row, the last of them at `since`. */
export interface CodeMisses {
  count: number
  since: Instant
}

/** 预约: help booked for a time window. */
export interface Booking extends Aggregate {
  _id: BookingId
  state: BookingState
  service: string
  serviceTitle: string
  kind: string
  kindTitle: string
  teamId: TeamId
  /** The programme its minutes belong to. */
  projectId?: string
  needsLicence: string | null
  /** A volunteer must be this old. */
  minAge: number
  /** Not for somebody who is new in the team; absent where anybody may. */
  experienced?: true
  requesterId: MemberId
  requesterName: string
  dependentId: DependentId | null
  forName: string | null
  estateId: string
  gridId: string
  windowFrom: Instant
  windowTo: Instant
  place: 'home' | 'accompany'
  description: string
  /** Pictures of what is wrong; absent where there are none. */
  photoIds?: string[]
  /** WeChat's text check has passed it; until then only the claimer and staff read it. */
  textChecked: boolean
  risks: string
  /** Sealed {phone?, door}; opened for the claimer and staff only; null once its term is over. */
  contact: string | null
  /** What was written has had its time too, and is gone. */
  wordsGone?: true
  createdAt: Instant
  claimerId: MemberId | null
  claimerName: string | null
  /** How often it has been claimed; each claim has its own attendance codes. */
  claims: number
  /** On whose list it stands because nobody has claimed it; null and absent: on nobody's. */
  atRisk?: 'leader' | 'grid' | null
  /** Who has been asked to claim it, by a leader or because it was given back; while it is open. */
  invitedIds?: MemberId[]
  /** Who has given it back: it is not offered to them again. */
  givenBackIds?: MemberId[]
  /** The latest printed slip: for which claim, and the how-many-eth it is. Absent before the first. */
  slip?: { claim: number; serial: number }
  checkedIn: Attendance | null
  checkedOut: Attendance | null
  /** Null when the last typed code was right. */
  codeMisses: CodeMisses | null
  /** How often typed codes were locked during this claim; absent where never. */
  codeLocks?: number
  minutes: number | null
  stars: number | null
  comment: string | null
  events: Recorded<BookingEvent['event']>[]
}

/** Half-open windows overlap. */
export function overlaps(a: { from: Instant; to: Instant }, b: { from: Instant; to: Instant }): boolean {
  return a.from < b.to && b.from < a.to
}
