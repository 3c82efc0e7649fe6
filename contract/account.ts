import * as v from 'valibot'
import type { NoShowCard } from './booking'
import type { Guardians } from './guardian'
import { consentKinds, type Grant, type Me, type MemberState } from './member'
import type { AppointedProxy } from './proxy'
import type { SignupCard } from './session'
import type { Birth } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { type GridId, type Instant, line, type MemberId, paging } from './shared/scalars'

export const memberConsent = v.object({
  kind: v.picklist(consentKinds),
  version: line(1, 20),
  given: v.boolean(),
})

export const memberAccessLog = v.object({ ...paging })

export const memberExport = v.object({})

export const memberUnfinished = v.object({})

export const memberClose = v.object({})

export const memberKeep = v.object({})

/** 谁看过我的信息: one line. */
export interface AccessLine {
  at: Instant
  viewerName: string
  fields: string[]
  /** `booking_claimed`, `booking_staff`, or a worker's own words. */
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
  /** Places at sessions that would go to the next in line, waits and lots among them. */
  signups: number
  /** Shifts that would be without them. */
  shifts: number
  /** Minors whose guardian they are. */
  wards: number
  /** A service is under way now: closing waits for its end. */
  underWay: boolean
  /** Services that still wait for one's own word. */
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

/** Everything this product holds about a person, opened; lists begin with the newest. */
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
    volunteerNo?: string
    licences: { licence: string; validUntil: string }[]
    consents: Me['consents']
    history: { at: Instant; event: string; who?: string; note?: string }[]
  }
  dependents: { name: string; relation: string; birth?: Birth; needs?: string; consentNote: string }[]
  /** Who has been asked, or has agreed, that a minor volunteers; and the minors who have named the person. */
  guardians: Guardians
  proxies: AppointedProxy[]
  actsFor: AppointedProxy[]
  teams: { teamId: string; state: string; skills: string[]; since: Instant }[]
  /** Booked by the person, with everything that was written; of others' bookings only what they did. */
  bookings: Record<string, unknown>[]
  claimed: Record<string, unknown>[]
  /** Where the person is said not to have come, or has said so of somebody. */
  noShows: NoShowCard[]
  /** Filed by the person, with everything that was written, and ids of those they support. */
  requests: Record<string, unknown>[]
  supported: { requestId: string; at: Instant }[]
  signups: SignupCard[]
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
