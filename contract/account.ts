import * as v from 'valibot'
import type { NoShowCard } from './booking'
import type { Guardians } from './guardian'
import { type AskedForMe, consentKinds, type Grant, type Me, type MemberState } from './member'
import type { AppointedProxy } from './proxy'
import type { SignupCard } from './session'
import type { Birth } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type Day, type GridId, type Instant, line, type MemberId, paging } from './shared/scalars'
import type { MySubsidy } from './subsidy'

/** Where a worker does it for a paper member: what the person has said or signed, and where the paper lies. */
const atCounter = { word: v.optional(line(2, 200)) }

/** At the counter without a `word` it is refused with `word_needed`. */
export const memberConsent = v.object({
  kind: v.picklist(consentKinds),
  version: line(1, 20),
  given: v.boolean(),
  ...atCounter,
})

export const memberAccessLog = v.object({ ...atCounter, ...paging })

export const memberExport = v.object({ ...atCounter })

export const memberUnfinished = v.object({})

export const memberClose = v.object({ ...atCounter })

export const memberKeep = v.object({})

/** One line of 谁看过我的信息: who opened the member's sealed fields, and why. */
export interface AccessLine {
  at: Instant
  viewerName: string
  fields: string[]
  /** `booking_claimed`, `booking_staff`, `at_counter`, or a worker's own words. */
  reason: string
  /** The booking it was for; absent otherwise. */
  bookingId?: string
}

/** What closing the account would end, and whether it may begin. */
export interface Unfinished {
  /** Own bookings that would be cancelled. */
  booked: number
  /** Claims that would go back to the hall. */
  claimed: number
  /** Sign-ups that would be withdrawn, waiting ones and lots included. */
  signups: number
  /** Shifts from which the member would be withdrawn. */
  shifts: number
  /** Minors whose guardian the member is. */
  wards: number
  /** A service is under way now: closing waits for its end. */
  underWay: boolean
  /** Services that the member has not confirmed yet. */
  toConfirm: number
  dependents: number
  proxies: number
  actsFor: number
  /** Teams that would have no leader left. */
  leaderless: string[]
  /** The configured first admin cannot leave. */
  firstAdmin: boolean
  closeDays: number
}

/** In the worker's words how somebody agreed; who signed, on which day, and where the paper lies. */
export interface PaperConsent {
  note: string
  signedBy?: string
  signedOn?: Day
  keptAt?: string
}

/** Everything this product holds about a person, with sealed fields opened; lists begin with the newest. */
export interface Exported {
  exportedAt: Instant
  member: {
    memberId: MemberId
    name: string
    state: MemberState
    registeredAt: Instant
    phone?: string
    birth?: Birth
    door?: string
    gridId: GridId
    estateId: string
    roles: Grant[]
    /** What somebody else has stated for the person, who has not agreed. */
    asked?: AskedForMe
    volunteerNo?: string
    licences: { licence: string; validUntil: string }[]
    consents: Me['consents']
    /** The paper on which the person agreed when a worker enrolled them. */
    paper?: PaperConsent
    history: { at: Instant; event: string; who?: string; note?: string }[]
  }
  dependents: { name: string; relation: string; birth?: Birth; needs?: string; consentNote: string }[]
  /** The person's own guardian, and the minors who have named the person as guardian. */
  guardians: Guardians
  proxies: AppointedProxy[]
  actsFor: AppointedProxy[]
  teams: { teamId: string; state: string; skills: string[]; since: Instant }[]
  /** The person's own bookings with all texts; of other people's bookings, only what the person did. */
  bookings: Record<string, unknown>[]
  claimed: Record<string, unknown>[]
  /** No-shows that the person reported or is accused of. */
  noShows: NoShowCard[]
  /** The person's own requests with all texts, and the ids of the requests that the person supports. */
  requests: Record<string, unknown>[]
  supported: { requestId: string; at: Instant }[]
  /** The editions of pacts that the person has assented to. */
  assented: { publicationId: string; edition: number }[]
  signups: SignupCard[]
  /** What the person wanted to go to, and what came of it. */
  placements: Record<string, unknown>[]
  /** The transport subsidies of courses, with the grounds that are still kept. */
  subsidies: MySubsidy[]
  /** Materials of courses that the person has. */
  materials: { course: string; title: string; at: Instant }[]
  certificates: Record<string, unknown>[]
  shifts: Record<string, unknown>[]
  hours: Record<string, unknown>[]
  notices: { at: Instant; title: string; text: string }[]
  openings: AccessLine[]
  /** A list was cut at this many lines; the community can give the rest. */
  cutAt: number
}

export const accountOperations = {
  'member.consent': { input: memberConsent, reply: reply<{ consents: Me['consents'] }>() },
  'member.accessLog': { input: memberAccessLog, reply: reply<Page<AccessLine>>() },
  'member.export': { input: memberExport, reply: reply<Exported>() },
  'member.unfinished': { input: memberUnfinished, reply: reply<Unfinished>() },
  'member.close': { input: memberClose, reply: reply<{ closesAt: Instant }>() },
  'member.keep': { input: memberKeep, reply: reply<{ kept: true }>() },
} as const satisfies Record<string, ContractRow>
