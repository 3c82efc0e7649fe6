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
  phone,
  text,
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

/**
 * `service`: the privacy guideline. `leaderboard`: being named on the leaderboard. `sensitive`: door, needs
 * and health-related words, asked separately.
 */
export type ConsentKind = (typeof consentKinds)[number]

const scope = v.object({
  teamId: v.optional(id),
  gridId: v.optional(id),
  tier: v.optional(v.picklist(tiers)),
})

export const memberMe = v.object({})

const registration = v.object({
  name: personName,
  phone: v.optional(phone),
  /** The code that WeChat's phone button gives; it is valid once, and is sent instead of `phone`. */
  phoneCode: v.optional(v.pipe(text, v.minLength(1), v.maxLength(128))),
  /** May be left out where the community's data says which grid the building belongs to. */
  gridId: v.optional(id),
  estateId: v.optional(id),
  building: v.optional(line(1, 10)),
  unit: v.optional(line(1, 20)),
  /** Of staff who live elsewhere, instead of the dwelling: what they do here, in their own words. */
  office: v.optional(line(2, 40)),
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
  consents: v.pipe(
    v.array(v.object({ kind: v.picklist(consentKinds), version: line(1, 20) })),
    v.minLength(1),
    v.maxLength(4),
  ),
})

const hasDwelling = ({ estateId, building, unit }: v.InferOutput<typeof registration>) =>
  estateId !== undefined && building !== undefined && unit !== undefined

/** A resident names a dwelling; `office` instead of it is for staff who live elsewhere. */
export const memberRegister = v.pipe(
  registration,
  v.check(
    (said) => hasDwelling(said) !== (said.office !== undefined),
    'give either a dwelling (estateId, building, unit) or an office',
  ),
)

/** With neither field the number is removed. */
export const memberChangePhone = v.object({
  phone: v.optional(phone),
  phoneCode: v.optional(v.pipe(text, v.minLength(1), v.maxLength(128))),
})

/** The member's new home; its grid as in `memberRegister`. */
export const memberMove = v.object({
  gridId: v.optional(id),
  estateId: id,
  building: line(1, 10),
  unit: line(1, 20),
})

/** The member's new name. */
export const memberRename = v.object({ name: personName })

/** The member's word on what somebody else has stated for them. */
export const memberSettleAsked = v.object({ accept: v.boolean() })

export const memberVerify = v.object({ memberId: id, accept: v.boolean(), reason: v.optional(line(1, 200)) })

export const memberGrant = v.object({ memberId: id, role: v.picklist(roles), scope: v.optional(scope) })

export const memberRevoke = memberGrant

export const memberRoles = v.object({ memberId: id })

export const memberPending = v.object({ ...paging })

/** A complete name, a complete telephone number, a volunteer number, or a member id. */
export const memberSearch = v.object({ q: line(1, 64), ...paging })

export const revealable = ['phone', 'door', 'birth'] as const

export type Revealable = (typeof revealable)[number]

export const memberReveal = v.object({
  memberId: id,
  fields: v.pipe(v.array(v.picklist(revealable)), v.minLength(1), v.maxLength(revealable.length)),
  /** The reason; the person concerned reads it. */
  reason: line(2, 100),
  /** The number is opened to tell the person, or whom they act for, of a notice that has reached nobody. */
  noticeId: v.optional(id),
})

/** `closed`: what remains of an account; nobody is shown it. */
export type MemberState = 'pending' | 'verified' | 'rejected' | 'closed'

export interface Me {
  /**
   * While nothing stands: what names the caller, of the mini-program and without an office, to the operator, who puts it
   * into `FIRST_ADMIN_OPENID`.
   */
  setUpId?: string
  /** Absent until the person has registered. */
  member?: {
    memberId: MemberId
    name: string
    state: MemberState
    /** The reason a worker gave for rejecting; present only while rejected. */
    rejectedFor?: string
    phoneMasked?: string
    gridId: GridId
    /** A worker had enrolled them on paper; an account may have adopted them since. */
    onPaper?: true
    /** Staff who live elsewhere, in their own words what they do here; they have no grid and no dwelling. */
    office?: string
    /** The member is known to be under 18 and needs a guardian's consent to volunteer. */
    minor?: true
    /** Absent until a first team has accepted the member. */
    volunteerNo?: string
    dependents: Dependent[]
    /** Members who may act for the caller, and those who have not agreed yet. */
    proxies: AppointedProxy[]
    /** Members for whom the caller may act. */
    actsFor: AppointedProxy[]
    /** Members who have asked the caller to act for them; absent where nobody waits for an answer. */
    askedToAct?: AppointedProxy[]
    /** When the account closes; absent while it is not being closed. */
    closesAt?: Instant
    /** The home and name before a change that a worker has not confirmed yet. Roles rest until then. */
    movedFrom?: MovedFrom
    /** What somebody else has stated for the caller, who has not decided on it yet. */
    asked?: AskedForMe
  }
  roles: Grant[]
  household?: { estateId: string; building: string; unitMasked: string }
  /** `word`: how somebody on paper said it, as the worker has written it down. */
  consents: { kind: ConsentKind; version: string; given: boolean; at: Instant; word?: string }[]
}

/** The home and name a worker last confirmed; they are restored if the change is rejected. */
export interface MovedFrom {
  name: string
  gridId: GridId
  estateId: string
}

/** Another name, another home, or both. Nothing of it stands before the member or a worker agrees. */
export interface AskedForMe {
  by: string
  at: Instant
  name?: string
  /** The new home, its door in words. */
  home?: { gridId: GridId; door: string }
}

export interface Registered {
  memberId: MemberId
  state: MemberState
}

/** A member as staff find them: enough to tell people apart, and nothing to call or visit them with. */
export interface FoundMember {
  memberId: MemberId
  name: string
  state: MemberState
  gridId: GridId
  estateId: string
  phoneMasked?: string
  registeredAt: Instant
  /** Staff who live elsewhere: what they do here. An admin alone confirms them. */
  office?: string
  /** A worker has enrolled them on paper, and no WeChat account has adopted them. */
  onPaper?: true
  /** The member has asked to close the account: nothing of theirs is opened or begun any more. */
  closing?: true
  /** Only for a worker: the member is known to be a minor; the guardian is given where there is one. */
  minor?: { guardian?: OwnGuardian }
  /** The home and name before a change that waits for a worker; absent for a new registration. */
  movedFrom?: MovedFrom
  /** In the queue: who has stated the new home or name for the member, who has not agreed yet. */
  askedBy?: string
  /** In the queue: a paper member of the same name behind the same door, perhaps the same person. */
  paperTwin?: MemberId
  /** In the queue of registrations: the register's hint; absent while the community has no register. */
  register?: RegisterHint
}

/** A role that is held, since when, and who gave it; both are absent where the history does not tell. */
export interface HeldRole extends Grant {
  since?: Instant
  by?: string
  /** The deployment's configuration names this admin; nobody can revoke it here. */
  byConfiguration?: true
}

/** A role that was given or taken. `by` is absent where an application was accepted or a member left. */
export interface RoleChange extends Grant {
  at: Instant
  change: 'granted' | 'revoked'
  by?: string
}

/** A member's roles and their history, for an administrator; nothing to call or visit the member with. */
export interface RolesOnRecord {
  member: FoundMember
  roles: HeldRole[]
  /** The newest line first. */
  history: RoleChange[]
}

/** The fields that were asked for, as far as the member has them. */
export interface Revealed {
  phone?: string
  door?: string
  birth?: Birth
  /** The door of the home that somebody else has stated for the member, for those who decide on it. */
  doorAsked?: string
}

export const memberOperations = {
  'member.me': { input: memberMe, reply: reply<Me>() },
  'member.register': { input: memberRegister, reply: reply<Registered>() },
  'member.changePhone': { input: memberChangePhone, reply: reply<{ phoneMasked?: string }>() },
  'member.move': { input: memberMove, reply: reply<{ state: MemberState }>() },
  'member.rename': { input: memberRename, reply: reply<{ state: MemberState }>() },
  'member.settleAsked': { input: memberSettleAsked, reply: reply<{ state: MemberState }>() },
  'member.verify': { input: memberVerify, reply: reply<{ state: MemberState }>() },
  'member.grant': { input: memberGrant, reply: reply<{ roles: Grant[] }>() },
  'member.revoke': { input: memberRevoke, reply: reply<{ roles: Grant[] }>() },
  'member.roles': { input: memberRoles, reply: reply<RolesOnRecord>() },
  'member.pending': { input: memberPending, reply: reply<Page<FoundMember>>() },
  'member.search': { input: memberSearch, reply: reply<Page<FoundMember>>() },
  'member.reveal': { input: memberReveal, reply: reply<Revealed>() },
} as const satisfies Record<string, ContractRow>
