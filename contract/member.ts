import * as v from 'valibot'
import type { Dependent } from './dependent'
import type { OwnGuardian } from './guardian'
import type { AppointedProxy } from './proxy'
import type { RegisterHint } from './register'
import { type Birth, birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import {
  type GridId,
  type Instant,
  id,
  line,
  type MemberId,
  type Page,
  paging,
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

export const memberVerify = v.object({ memberId: id, accept: v.boolean(), reason: v.optional(line(1, 200)) })

export const memberGrant = v.object({ memberId: id, role: v.picklist(roles), scope: v.optional(scope) })

export const memberRevoke = memberGrant

export const memberRoles = v.object({ memberId: id })

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

/** `closed` is what is left of an account; nobody is shown it. */
export type MemberState = 'pending' | 'verified' | 'rejected' | 'closed'

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

export const memberOperations = {
  'member.me': { input: memberMe, reply: reply<Me>() },
  'member.register': { input: memberRegister, reply: reply<Registered>() },
  'member.changePhone': { input: memberChangePhone, reply: reply<{ phoneMasked?: string }>() },
  'member.move': { input: memberMove, reply: reply<{ state: MemberState }>() },
  'member.rename': { input: memberRename, reply: reply<{ state: MemberState }>() },
  'member.verify': { input: memberVerify, reply: reply<{ state: MemberState }>() },
  'member.grant': { input: memberGrant, reply: reply<{ roles: Grant[] }>() },
  'member.revoke': { input: memberRevoke, reply: reply<{ roles: Grant[] }>() },
  'member.roles': { input: memberRoles, reply: reply<RolesOnRecord>() },
  'member.pending': { input: memberPending, reply: reply<Page<FoundMember>>() },
  'member.search': { input: memberSearch, reply: reply<Page<FoundMember>>() },
  'member.reveal': { input: memberReveal, reply: reply<Revealed>() },
} as const satisfies Record<string, ContractRow>
