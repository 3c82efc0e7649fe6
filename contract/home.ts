import * as v from 'valibot'
import type { BookingCard } from './booking'
import type { Grant, MemberState } from './member'
import type { PublicationNews } from './publication'
import { type ContractRow, reply } from './shared/operation'
import type { Instant } from './shared/scalars'

export const homeGet = v.object({})

/**
 * What waits for a person. `service`: one that is under way, on either side. `visit`: a volunteer comes to them.
 * `unclaimed`: the hour of their booking has come, and nobody has claimed it. `claim`: they go to somebody.
 * `offer`: a place that is kept for them. `signup`: a session that they come to. `question`: their answer stops
 * the clock of their request. `confirm`: a service waits for their word. `rate`: so does a resolved request.
 * `calls`: people whom it is their office to telephone.
 */
export type WaitingKind =
  | 'service'
  | 'visit'
  | 'unclaimed'
  | 'claim'
  | 'offer'
  | 'signup'
  | 'question'
  | 'confirm'
  | 'rate'
  | 'calls'

export interface Waiting {
  kind: WaitingKind
  title: string
  /** When it begins, or happened. */
  at?: Instant
  /** When it ends, where it lies ahead or is under way. */
  endsAt?: Instant
  /** Until when it waits for an answer. */
  until?: Instant
  /** Who comes, for whoever booked. */
  who?: string
  /** Whether the caller booked the service, or gives it. */
  part?: 'requester' | 'claimer'
  /** How many people it is about. */
  people?: number
  /** The path of its page. */
  to: string
}

/** What waits for somebody because of their office; what is not their work is absent. */
export interface HomeCounts {
  /** Requests in their queues that must be done by the end of today. */
  dueToday?: number
  /** Requests in their queues that nobody has accepted. */
  toAccept?: number
  /** Applications to teams that they lead. */
  applications?: number
  /** Bookings that nobody has claimed for too long. */
  unclaimed?: number
  /** Minutes that wait for their second word. */
  honours?: number
  /** People who want to go to a vacancy and whom nobody has invited; absent for none. */
  interested?: number
  /** People who were placed, of whom it is to be asked whether they still work; absent for none. */
  followUps?: number
}

/** The caller, as far as the first page asks. `member` is absent until they have registered. */
export interface HomePerson {
  member?: {
    name: string
    state: MemberState
    volunteerNo?: string
    /** When the account closes; absent while it is not being closed. */
    closesAt?: Instant
    /** A new home or name is being checked. */
    movedFrom?: object
  }
  roles: Grant[]
}

/** A service or a category that the first page offers, with the titles of its kinds. */
export interface HomeService {
  service: string
  title: string
  kinds: { title: string }[]
}
export interface HomeCategory {
  category: string
  title: string
}

/** Everything that the first page shows, in one answer. */
export interface HomeShown {
  /** In the order of its hour. */
  waiting: Waiting[]
  counts?: HomeCounts
  me: HomePerson
  community: { name: string; phone: string; services: HomeService[]; requestCategories: HomeCategory[] }
  /** Notices that have not been read. */
  unread: number
  /** What is pinned, and the newest that concerns the caller. */
  publications: PublicationNews[]
  /** The caller's bookings that nobody has claimed, the newest first. */
  bookings: BookingCard[]
}

export const homeOperations = {
  'home.get': { input: homeGet, reply: reply<HomeShown>() },
} as const satisfies Record<string, ContractRow>
