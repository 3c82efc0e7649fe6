import { closingsRow, joiningsRow } from './rows/account'
import { activitiesRow } from './rows/activity'
import { bookingRoomsRow, bookingsRow, noShowsRow } from './rows/booking'
import { certificatesRow } from './rows/certificate'
import { communitiesRow } from './rows/community'
import { desksRow, pairsRow } from './rows/desk'
import { diariesRow } from './rows/diary'
import { filePartsRow, filesRow } from './rows/file'
import { intentsRow, lookupsRow } from './rows/gate'
import { guardianshipsRow } from './rows/guardian'
import {
  digestsRow,
  entriesRow,
  honourMonthsRow,
  honoursRow,
  hourSumsRow,
  ledgerSumsRow,
  reversalsRow,
} from './rows/hours'
import { dependentsRow, householdsRow, membersRow, openingsRow } from './rows/member'
import { allowancesRow, messageFaultsRow, noticesRow } from './rows/notice'
import { assentsRow, paperAssentsRow } from './rows/pact'
import { placementsRow } from './rows/placement'
import { pollsRow } from './rows/poll'
import { codesRow } from './rows/poster'
import { proxyshipsRow } from './rows/proxy'
import { campaignPeopleRow, editionsRow, mailingsRow, publicationsRow } from './rows/publication'
import { dwellingsRow } from './rows/register'
import { postsRow, requestsRow, supportsRow, talliesRow } from './rows/request'
import { doorsRow, feedbacksRow, sessionsRow, signupsRow } from './rows/session'
import { shiftPlacesRow, shiftsRow } from './rows/shift'
import { subsidiesRow } from './rows/subsidy'
import { membershipsRow, volunteerNumbersRow } from './rows/team'
import { rotationsRow } from './rows/timer'
import { stocksRow } from './rows/training'
import { vacanciesRow } from './rows/vacancy'

/**
 * Every collection there is. The order counts when a person is forgotten: a walk goes through the collections
 * in this one, and what tells others of a change comes after what can change.
 */
export const collectionTable = {
  communities: communitiesRow,
  households: householdsRow,
  dwellings: dwellingsRow,
  intents: intentsRow,
  entries: entriesRow,
  digests: digestsRow,
  hourSums: hourSumsRow,
  ledgerSums: ledgerSumsRow,
  reversals: reversalsRow,
  certificates: certificatesRow,
  honours: honoursRow,
  honourMonths: honourMonthsRow,
  volunteerNumbers: volunteerNumbersRow,
  closings: closingsRow,
  joinings: joiningsRow,
  rotations: rotationsRow,
  fileParts: filePartsRow,
  codes: codesRow,
  pairs: pairsRow,
  desks: desksRow,
  diaries: diariesRow,
  bookingRooms: bookingRoomsRow,
  allowances: allowancesRow,
  messageFaults: messageFaultsRow,
  lookups: lookupsRow,
  dependents: dependentsRow,
  memberships: membershipsRow,
  proxyships: proxyshipsRow,
  guardianships: guardianshipsRow,
  members: membersRow,
  bookings: bookingsRow,
  sessions: sessionsRow,
  signups: signupsRow,
  shifts: shiftsRow,
  doors: doorsRow,
  feedbacks: feedbacksRow,
  shiftPlaces: shiftPlacesRow,
  activities: activitiesRow,
  stocks: stocksRow,
  subsidies: subsidiesRow,
  noShows: noShowsRow,
  vacancies: vacanciesRow,
  placements: placementsRow,
  publications: publicationsRow,
  editions: editionsRow,
  mailings: mailingsRow,
  polls: pollsRow,
  assents: assentsRow,
  paperAssents: paperAssentsRow,
  campaignPeople: campaignPeopleRow,
  requests: requestsRow,
  supports: supportsRow,
  posts: postsRow,
  tallies: talliesRow,
  files: filesRow,
  openings: openingsRow,
  notices: noticesRow,
}

type Table = typeof collectionTable
export type CollectionName = keyof Table

/** The documents of a collection. */
export type DocumentOf<Name extends CollectionName> = NonNullable<Table[Name]['documents']>

/** What a query must name, for each index of a collection. */
export type NeedsOf<Name extends CollectionName> = {
  readonly [Index in keyof Table[Name]['indexes'] & string]: NeedOf<Table[Name]['indexes'][Index]>
}
type NeedOf<Words> = Words extends
  | { readonly exact: readonly (infer Key extends string)[] }
  | { readonly unique: readonly (infer Key extends string)[] }
  ? { find: Key; fix: Key }
  : Words extends readonly [infer First extends string, ...(readonly string[])]
    ? { find: First; fix: InnerOf<Words> }
    : never
/** The keys before the last; they never descend. */
type InnerOf<Words extends readonly string[]> = Words extends readonly [
  ...infer Inner extends string[],
  string,
]
  ? Inner[number]
  : never

/** The collections over which time passes. */
export type PassingName = {
  [Name in CollectionName]: Table[Name]['passes'] extends true ? Name : never
}[CollectionName]

/** The names to which sealed texts of a collection are bound. */
export type SealedName<Name extends CollectionName> = keyof Table[Name]['sealed'] & string

const isName = (name: string): name is CollectionName => Object.hasOwn(collectionTable, name)
export const collectionNames: readonly CollectionName[] = Object.keys(collectionTable).filter(isName)
