import * as v from 'valibot'
import type { SignupCard } from './activity'
import type { NoShowCard } from './booking'
import type { Guardians, OwnGuardian } from './guardian'
import {
  type DependentId,
  type GridId,
  type Instant,
  id,
  line,
  type MemberId,
  paging,
  paragraph,
  personName,
} from './shared/scalars'

export const roles = [
  'resident',
  'volunteer',
  'team_leader',
  'coordinator',
  'grid_worker',
  'officer',
  'admin',
] as const
export type Role = (typeof roles)[number]
export const tiers = ['grid', 'community', 'subdistrict', 'district'] as const
export type Tier = (typeof tiers)[number]
export interface Scope {
  teamId?: string
  gridId?: string
  tier?: Tier
}
export interface Grant {
  role: Role
  scope?: Scope
}
export const consentKinds = ['service', 'sensitive', 'leaderboard'] as const
/** `service`: the privacy guideline. `leaderboard`: being named among who serves most. `sensitive`: door, needs and health-related words, asked separately. */
export type ConsentKind = (typeof consentKinds)[number]

const scope = v.object({
  teamId: v.optional(id),
  gridId: v.optional(id),
  tier: v.optional(v.picklist(tiers)),
})
export const birthCalendars = ['solar', 'lunar'] as const
/** A birthday as the person keeps it. */
export interface Birth {
  day: string
  calendar: (typeof birthCalendars)[number]
}
/** A day of either calendar as `YYYY-MM-DD`; whether that calendar has it is looked up when it is used. */
export const birthDay = v.pipe(v.string(), v.regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))

/** A mainland mobile number, with or without +86. */
export const phone = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^(\+?86)?1[3-9]\d{9}$/),
  v.transform((text) => `+86${text.slice(-11)}`),
)

export const memberMe = v.object({})
export const memberRegister = v.object({
  name: personName,
  phone: v.optional(phone),
  /** What WeChat's phone button gives; used once, instead of `phone`. */
  phoneCode: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
  gridId: id,
  estateId: id,
  building: line(1, 10),
  unit: line(1, 20),
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  consents: v.pipe(
    v.array(v.object({ kind: v.picklist(consentKinds), version: line(1, 20) })),
    v.minLength(1),
    v.maxLength(4),
  ),
})
/** Neither takes the number away. */
export const memberChangePhone = v.object({
  phone: v.optional(phone),
  phoneCode: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(128))),
})
/** Where the member lives now. */
export const memberMove = v.object({ gridId: id, estateId: id, building: line(1, 10), unit: line(1, 20) })
/** What the member is called. */
export const memberRename = v.object({ name: personName })
/** A register's text may not be larger: the call around it is at most 256 KB. */
const registerMax = 250 * 1024
/**
 * One part of the household register. Exactly one of `csv` (its text) and `csvBase64` (its bytes, UTF-8 or GB18030);
 * each part begins with the heading. `firstRow` is the number of its first line after the heading.
 */
export const memberImport = v.pipe(
  v.object({
    csv: v.optional(v.pipe(v.string(), v.maxLength(registerMax))),
    csvBase64: v.optional(
      v.pipe(v.string(), v.maxLength(registerMax), v.regex(/^[A-Za-z0-9+/]*={0,2}$/, 'is not base64')),
    ),
    dryRun: v.boolean(),
    firstRow: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(1_000_000))),
  }),
  v.check(
    ({ csv, csvBase64 }) => (csv === undefined) !== (csvBase64 === undefined),
    'give exactly one of csv and csvBase64',
  ),
)
export const memberVerify = v.object({ memberId: id, accept: v.boolean(), reason: v.optional(line(1, 200)) })
export const memberGrant = v.object({ memberId: id, role: v.picklist(roles), scope: v.optional(scope) })
export const memberRevoke = memberGrant
export const memberRoles = v.object({ memberId: id })
export const memberAddDependent = v.object({
  name: personName,
  relation: line(1, 10),
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  needs: v.optional(paragraph(1, 200)),
  consentNote: paragraph(1, 200),
})
export const memberDependents = v.object({})
/** What is absent stays as it was; null takes it away. */
export const memberEditDependent = v.object({
  dependentId: id,
  relation: v.optional(line(1, 10)),
  birthDay: v.optional(v.nullable(birthDay)),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  needs: v.optional(v.nullable(paragraph(1, 200))),
})
export const memberRemoveDependent = v.object({ dependentId: id })

export const memberAppointProxy = v.object({ memberId: id })
export const memberDismissProxy = v.object({ memberId: id })
export const memberConsent = v.object({
  kind: v.picklist(consentKinds),
  version: line(1, 20),
  given: v.boolean(),
})
export const memberPending = v.object({ ...paging })
/** A whole name, a whole telephone number, a volunteer number, or a member id. */
export const memberSearch = v.object({ q: line(1, 64), ...paging })
export const revealable = ['phone', 'door', 'birth'] as const
export type Revealable = (typeof revealable)[number]
export const memberReveal = v.object({
  memberId: id,
  fields: v.pipe(v.array(v.picklist(revealable)), v.minLength(1), v.maxLength(revealable.length)),
  /** Why; the person reads it. */
  reason: line(2, 100),
})
export const memberAccessLog = v.object({ ...paging })

export const memberExport = v.object({})
export const memberUnfinished = v.object({})
export const memberClose = v.object({})
export const memberKeep = v.object({})

/** `closed` is what is left of an account; nobody is shown it. */
export type MemberState = 'pending' | 'verified' | 'rejected' | 'closed'

export interface Dependent {
  dependentId: DependentId
  name: string
  relation: string
}
/** A relative as the member alone sees them. */
export interface OwnDependent extends Dependent {
  birth?: Birth
  /** What to mind when helping them; who comes to them reads it. */
  needs?: string
}
export interface Me {
  /** Absent until the person has registered. */
  member?: {
    memberId: MemberId
    name: string
    state: MemberState
    /** Why a worker said no, in their words; only while rejected. */
    rejectedFor?: string
    phoneMasked?: string
    gridId: GridId
    /** Known to be under eighteen: a guardian's word is needed before they volunteer. */
    minor?: true
    /** 志愿者编号; absent until a first team has accepted them. */
    volunteerNo?: string
    dependents: Dependent[]
    /** Who may act for me. */
    proxies: AppointedProxy[]
    /** For whom I may act. */
    actsFor: AppointedProxy[]
    /** The account is being closed and ends then; absent otherwise. */
    closesAt?: Instant
    /** A new place or name waits for a worker's word; what stood before. Roles rest meanwhile. */
    movedFrom?: MovedFrom
  }
  roles: Grant[]
  household?: { estateId: string; building: string; unitMasked: string }
  consents: { kind: ConsentKind; version: string; given: boolean; at: Instant }[]
}
/** What a worker confirmed once, and what stands again where they do not confirm what came after. */
export interface MovedFrom {
  name: string
  gridId: GridId
  estateId: string
}
export interface Registered {
  memberId: MemberId
  state: MemberState
}

/** Somebody who may act for a member, with that member's recorded word. */
export interface AppointedProxy {
  memberId: MemberId
  name: string
  since: Instant
}
/** What the household register says of a registration; `same` where it says the same. */
export type RegisterHint =
  | { match: 'same' | 'no_dwelling' | 'other_name' }
  | { match: 'other_grid'; gridId: GridId }
/** What became of a part of the register. With errors, or in a dry run, nothing was written. */
export interface RegisterImported {
  /** Rows with something in them. */
  rows: number
  /** By the row's number in the file. */
  errors: { row: number; message: string }[]
  /**
   * Of a dry run: for each line after the heading the key of its dwelling, empty where there is none. Equal keys in
   * two parts of a file are one dwelling.
   */
  keys?: string[]
  /** Of a real run: dwellings that are new or were corrected. */
  changed?: number
  /** Of a real run: people who were waiting and whom the register now confirms. */
  verified?: number
}
/** A member as staff find them: enough to tell people apart, nothing to call or visit them with. */
export interface FoundMember {
  memberId: MemberId
  name: string
  state: MemberState
  gridId: GridId
  estateId: string
  phoneMasked?: string
  registeredAt: Instant
  /** They have asked to close their account: nothing is opened or begun for them any more. */
  closing?: true
  /** Found by a worker: known to be a minor, with the guardian's word where there is one. */
  minor?: { guardian?: OwnGuardian }
  /** They are known here, and wait with a new place or name; what stood before. */
  movedFrom?: MovedFrom
  /** In the queue: what the register says; absent while the community has none. */
  register?: RegisterHint
}
/** A role that is held, since when and by whose word; both absent where no line of the past says so. */
export interface HeldRole extends Grant {
  since?: Instant
  by?: string
  /** The deployment names this admin; nobody can take it back here. */
  byConfiguration?: true
}
/** A role that was given or taken. Without `by` it came of itself: a leader had accepted an application, or somebody left. */
export interface RoleChange extends Grant {
  at: Instant
  change: 'granted' | 'revoked'
  by?: string
}
/** A member's roles and how they came by them, for an administrator; nothing to call or visit them with. */
export interface RolesOnRecord {
  member: FoundMember
  roles: HeldRole[]
  /** The newest first. */
  history: RoleChange[]
}

/** What was asked for, of what there is. */
export interface Revealed {
  phone?: string
  door?: string
  birth?: Birth
}
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
