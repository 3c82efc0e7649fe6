import type { Issuer } from '#contract/certificate'
import type { Community, CommunityTeam } from '#contract/community'
import type { FilePurpose, PictureType } from '#contract/file'
import type { RequestLimits } from '#contract/request'
import type { ActivityTemplate } from '#contract/shared/activityTemplate'
import type { Pace, PaceName } from '#contract/shared/pace'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { WorkCalendar } from '#contract/shared/workCalendar'
import type { NoticeEffect } from '#core/change/effect'
import type { DaySums } from '#core/hours/sums'
import type { TallyLine } from '#core/request/rates'
import type { CollectionName } from './manifest'

/** The community as an administrator edits it. */
export interface CommunityDocument extends Omit<Community, 'messageTemplates'> {
  _id: string
  rev: number
  /** The latest commands that edited it, so that a late repeat undoes nothing. */
  edits?: string[]
  /** Where an administrator has said something else than the defaults. */
  paces?: { [Kind in PaceName]?: Pace | undefined }
  teams: CommunityTeam[]
  issuer?: Issuer | undefined
  requestLimits?: RequestLimits | undefined
  workCalendar?: WorkCalendar | undefined
  /** The team that helps at activities, where a shift names none. */
  womensTeamId?: TeamId | undefined
  /** Absent while the defaults stand. */
  templates?: ActivityTemplate[] | undefined
}

/** What a commandId stands for: one operation of one person with one input. */
export interface Intent {
  /** The command's key. */
  _id: string
  communityId: string
  fingerprint: string
  at: Instant
}

/** 志愿者编号: a number that has been given; the id is the number. It is kept for good, so that none is given twice. */
export interface VolunteerNumber {
  _id: string
  communityId: string
  memberId: MemberId
  at: Instant
}

/** How often a worker has looked into other people's records on one day. */
export interface Lookups {
  /** `<memberId>_<pace>_<day>` */
  _id: string
  communityId: string
  memberId: MemberId
  pace: PaceName
  count: number
  /** When the first of them was. */
  at: Instant
}

/** A browser waiting to be signed in. */
export interface Pair {
  _id: string
  communityId: string
  /** SHA-256 of what the browser polls with. */
  secretHash: string
  digits: string
  expiresAt: Instant
  /** Set once, by the member who approved. */
  memberId: MemberId | null
  /** Wrong digits so far. */
  misses: number
}

/** A signed-in browser; the id is the SHA-256 of its token. */
export interface DeskDocument {
  _id: string
  communityId: string
  memberId: MemberId
  since: Instant
  expiresAt: Instant
  revokedAt: Instant | null
}

export interface NoticeDocument extends Omit<NoticeEffect, 'effect' | 'noticeId' | 'to'> {
  _id: string
  communityId: string
  memberId: MemberId
  at: Instant
  read: boolean
  /** Whether WeChat still has to be asked to deliver it; null when that is over. */
  dueAt: Instant | null
  /** What became of it there. */
  delivery: 'waiting' | 'sent' | 'not_allowed' | 'refused' | 'failed'
}

/** A closed account whose person is still being forgotten; gone when that is done. */
export interface Closing {
  /** The member id. */
  _id: string
  communityId: string
  /** How far it has come: the collection under way, and the last id looked at there. */
  place: { collection: string; after: string }
  dueAt: Instant
}

/** How many messages of a template a person has allowed and not yet received. */
export interface Allowance {
  /** `<memberId>_<templateId>` */
  _id: string
  communityId: string
  memberId: MemberId
  templateId: string
  balance: number
  /** The latest commands that changed it, so that a repeat counts once. */
  commands: string[]
  /** Notices it was spent on lately. */
  spentOn: string[]
}

/** 谁看过我的信息: one opening of sealed fields. */
export interface Opening {
  _id: string
  communityId: string
  subjectId: MemberId
  viewerId: MemberId
  viewerName: string
  fields: string[]
  /** Why, in the product's own words: a key the client has a sentence for. */
  reason: string
  /** What it was opened for, for example a booking's id. */
  about: string
  at: Instant
}

/** What somebody supports, for their list; the request itself decides. */
export interface Support {
  /** `<requestId>_<memberId>` */
  _id: string
  communityId: string
  memberId: MemberId
  requestId: string
  at: Instant
}

/** The counts of the requests that were filed on one day, made anew whenever one of them changes. */
export interface Tally {
  /** The community and the day. */
  _id: string
  communityId: string
  day: string
  rev: number
  lines: TallyLine[]
}
/** A picture somebody has sent, or is sending. */
export interface FileDocument {
  _id: string
  communityId: string
  ownerId: MemberId
  purpose: FilePurpose
  type: PictureType
  /** In bytes, as it was sent. */
  size: number
  fingerprint: string
  /**
   * `storing`: whole and found good, on its way into storage, perhaps there already; `gone`: about to be removed,
   * nobody sees it any more.
   */
  state: 'receiving' | 'storing' | 'ready' | 'gone'
  /** What storage calls it, once it is there. */
  storageId: string | null
  /** Whether others than those concerned may see it: WeChat's check has passed it. */
  checked: boolean
  /** The document it belongs to. */
  attachedTo: { collection: CollectionName; id: string } | null
  beganAt: Instant
  /** When `jobs` looks whether anybody still needs it. */
  dueAt: Instant
}

/** A piece of a picture until all of them are there. */
export interface FilePart {
  /** `<fileId>_<index>` */
  _id: string
  communityId: string
  fileId: string
  index: number
  base64: string
  at: Instant
}

/** One day's service added up over everybody, made anew whenever a line of that day is credited. */
export interface HourSums extends DaySums {
  /** The community and the day. */
  _id: string
  communityId: string
  day: string
  rev: number
}

/** How far sealing anew under a key has come; the id is the key's. */
export interface Rotation {
  _id: string
  communityId: string
  /** Where the present round goes on: a row of `sealedFields`, behind this id. */
  row: number
  after: string
  /** Texts found under another key: in this round, and in all. */
  found: number
  resealed: number
  /** When the last of them was sealed anew. */
  lastAt: Instant
  /** When a whole round found none; null before. */
  doneAt: Instant | null
}
