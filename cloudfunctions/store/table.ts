import { closings } from './rows/account'
import { activities } from './rows/activity'
import { bookings, noShows } from './rows/booking'
import { certificates } from './rows/certificate'
import { communities } from './rows/community'
import { desks, pairs } from './rows/desk'
import { diaries } from './rows/diary'
import { fileParts, files } from './rows/file'
import { intents, lookups } from './rows/gate'
import { guardianships } from './rows/guardian'
import { digests, entries, honours, hourSums, reversals } from './rows/hours'
import { dependents, households, members, openings } from './rows/member'
import { allowances, notices } from './rows/notice'
import { proxyships } from './rows/proxy'
import { dwellings } from './rows/register'
import { posts, requests, supports, tallies } from './rows/request'
import { doors, feedbacks, sessions, signups } from './rows/session'
import { shiftPlaces, shifts } from './rows/shift'
import { memberships, volunteerNumbers } from './rows/team'
import { rotations } from './rows/timer'

/**
 * Every collection there is. The order counts when a person is forgotten: a walk goes through the collections in this
 * one, and what tells others of a change comes after what can change.
 */
export const table = {
  communities,
  households,
  dwellings,
  intents,
  entries,
  digests,
  hourSums,
  reversals,
  certificates,
  honours,
  volunteerNumbers,
  closings,
  rotations,
  fileParts,
  pairs,
  desks,
  diaries,
  allowances,
  lookups,
  dependents,
  memberships,
  proxyships,
  guardianships,
  members,
  bookings,
  sessions,
  signups,
  shifts,
  doors,
  feedbacks,
  shiftPlaces,
  activities,
  noShows,
  requests,
  supports,
  posts,
  tallies,
  files,
  openings,
  notices,
}

type Table = typeof table
export type CollectionName = keyof Table

/** The documents of a collection. */
export type DocumentOf<Name extends CollectionName> = NonNullable<Table[Name]['documents']>

/** The first key of each index of a collection. */
export type FirstsOf<Name extends CollectionName> = {
  readonly [Index in keyof Table[Name]['indexes'] & string]: FirstOf<Table[Name]['indexes'][Index]>
}
type FirstOf<Words> = Words extends
  | readonly [infer First extends string, ...unknown[]]
  | { readonly exact: readonly [infer First extends string, ...unknown[]] }
  | { readonly unique: readonly [infer First extends string, ...unknown[]] }
  ? First
  : never

/** The collections over which time passes. */
export type PassingName = {
  [Name in CollectionName]: Table[Name]['passes'] extends true ? Name : never
}[CollectionName]

/** The names that sealed texts of a collection are bound to. */
export type SealedName<Name extends CollectionName> = keyof Table[Name]['sealed'] & string

const isName = (name: string): name is CollectionName => Object.hasOwn(table, name)
export const collectionNames: readonly CollectionName[] = Object.keys(table).filter(isName)
