import type { AttendanceProof, BookingEvent, BookingState, Relation } from '#contract/booking'
import type { Overlap } from '#contract/hours'
import type { HelpPlace } from '#contract/shared/helpPlace'
import type { BookingId, DependentId, Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { WrongCodes } from '#core/attendance/wrongCodes'
import type { Aggregate, Recorded } from '#core/change/aggregate'

export interface Attendance {
  /** When it happened, as the code proves it. */
  at: Instant
  reportedAt: Instant
  /** `word`: two people have said so. */
  how: 'scan' | 'typed' | 'slip' | 'planned_end' | 'word'
  /** It was reported so late that the leader should check it. */
  late: boolean
}

/** A claim that was given back, or whose booking was cancelled, before its volunteer was known to have come. */
export interface EndedClaim {
  /** The number of the claim, from 1. */
  claim: number
  memberId: MemberId
  at: Instant
  /** The window that it was for, where the booking has another since. */
  window?: { from: Instant; to: Instant }
  /** Codes of this claim that arrived after somebody else had claimed the booking, one for each step. */
  proofs?: AttendanceProof[]
}

/** What of a booking is sealed as one: what whoever comes needs to know of whom they come to. */
export interface SealedContact {
  phone?: string
  door: string
  /** What to mind when helping the dependent it is for. */
  needs?: string
  /** Where an escort goes. */
  destination?: string
}

/** What a booking is in a series: the same help every week, each time a booking of its own. */
export interface SeriesPlace {
  /** The id of the first. */
  id: BookingId
  /** From 1, in the order of the weeks in which they were booked. */
  number: number
  of: number
}
/** One of the two places of a booking that wants two volunteers; each is a booking of its own. */
export interface PlaceOfTwo {
  number: 1 | 2
  /** The id of the other place. */
  otherId: BookingId
}

/** What a line in the ledger counts for one booking. */
export const bookingSource = (bookingId: BookingId): string => `booking:${bookingId}`

/** A resident's booking of help for a time window. */
export interface Booking extends Aggregate {
  _id: BookingId
  state: BookingState
  service: string
  serviceTitle: string
  kind: string
  kindTitle: string
  teamId: TeamId
  /** The project its minutes belong to. */
  projectId?: string
  needsLicence: string | null
  /** The least age of the volunteer. */
  minAge: number
  /** A new member of the team cannot claim it; absent where everybody can. */
  experienced?: true
  requesterId: MemberId
  requesterName: string
  dependentId: DependentId | null
  forName: string | null
  estateId: string
  gridId: string
  windowFrom: Instant
  windowTo: Instant
  place: HelpPlace
  description: string
  /** Pictures of the problem; absent where there are none. */
  photoIds?: string[]
  /** WeChat's text check has passed the texts; until then only the claimer and staff read them. */
  textChecked: boolean
  risks: string
  /**
   * Sealed `SealedContact`; opened for the claimer and staff only, its destination for the requester as well; null
   * once its term is over.
   */
  contact: string | null
  series?: SeriesPlace
  hand?: PlaceOfTwo
  /** It is shown with another one of the same request: a later one of a series, or the second place. */
  behind?: true
  /** The texts have been removed as well, because their term is over. */
  wordsGone?: true
  createdAt: Instant
  /** When its lead time began, where its window has been moved since. */
  leadFrom?: Instant
  /** How often the requester has changed it; absent before the first. */
  changes?: number
  claimerId: MemberId | null
  claimerName: string | null
  /** How many times it has been claimed; each claim has its own attendance codes. */
  claims: number
  /** Who claims it now, or did at its end, came before the leaders had to be told; absent otherwise. */
  claimedInTime?: true
  /** Who has been told that nobody has claimed it; null or absent: nobody. */
  atRisk?: 'leader' | 'grid' | null
  /** Who has been asked to claim it while it is open: by a leader, or because it was released. */
  invitedIds?: MemberId[]
  /** Who has released it; it is not offered to them again. */
  givenBackIds?: MemberId[]
  /** Claims that ended without a check-in, the latest last. */
  endedClaims?: EndedClaim[]
  /** The latest printed slip: for which claim, and its number. Absent before the first. */
  slip?: { claim: number; serial: number }
  checkedIn: Attendance | null
  checkedOut: Attendance | null
  /** Wrong typed codes by person, over every claim; absent before the first. */
  wrongCodes?: WrongCodes
  minutes: number | null
  /** A check-in without a network arrived after the claim had ended. */
  resumed?: true
  /** The check-out came long after the planned end. */
  overrun?: true
  /** What the requester and the present claimer are to each other; null or absent: nothing. */
  related?: Relation | null
  /** What of the minutes another attendance of the claimer had counted already. */
  overlap?: Overlap
  /** It is credited by word: who proposed it, who approved it, and why; and that the requester has objected. */
  word?: { proposedById: MemberId; byId: MemberId; reason: string; objected?: true }
  stars: number | null
  comment: string | null
  events: Recorded<BookingEvent['event']>[]
}

/** Whether the member has claimed the booking, and it is not over. */
export const isHeldBy = ({ claimerId, state }: Booking, memberId: MemberId): boolean =>
  claimerId === memberId && (state === 'claimed' || state === 'in_service' || state === 'done')

/** Whether the member's codes decide on the present claim. */
export const isUnderWay = ({ claimerId, state }: Booking, memberId: MemberId): boolean =>
  claimerId === memberId && (state === 'claimed' || state === 'in_service')

/** Whether two half-open windows overlap. */
export function windowsOverlap(
  a: { from: Instant; to: Instant },
  b: { from: Instant; to: Instant },
): boolean {
  return a.from < b.to && b.from < a.to
}
