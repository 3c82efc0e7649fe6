import type { PaperConsent } from '#contract/account'
import { lastSaidOf } from '#contract/consent'
import type { ConsentKind, Grant, MemberState } from '#contract/member'
import { sameGrant } from '#contract/shared/grants'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Day, GridId, Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  repeatOf,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { Effect, Licence, NoticeEffect } from '#core/change/effect'
import { queueOfGrant } from './post'

/** A person of the community who has registered, or whom a worker has enrolled on paper. */
export interface Member extends Aggregate {
  /**
   * Derived from the openid, so that registering twice finds the same document; of a paper member from dwelling
   * and name, see enrol.ts.
   */
  _id: MemberId
  /** Absent for a paper member whom nobody's WeChat account has adopted, and for what is left of an account. */
  openid?: string
  /** Of a paper member: the account that has adopted them. It stays when the account is closed. */
  accountId?: MemberId | null
  /** The code that an account may adopt the member with, as a keyed hash; null where none is out. */
  adoptKey?: string | null
  adoptable?: Adoptable | null
  adopted?: Adoption | null
  /** The account whose own things are being joined to the member; nobody begins anything for them meanwhile. */
  joining?: MemberId | null
  /** What is left of an account that has adopted a paper member, who counts as soon as they name each other. */
  joinedTo?: JoinedTo | null
  /** What the member has signed on paper; absent for whoever registered themselves. */
  paper?: PaperConsent
  name: string
  /**
   * The name in one spelling, by which it is found; absent where it is still to be made, empty for a closed
   * account.
   */
  nameKey?: string | null
  state: MemberState
  /** Sealed; null where the person gave none. */
  phone: string | null
  /** HMAC of the number, for exact search. */
  phoneKey: string | null
  /** The day and its calendar, sealed. */
  birth: string | null
  /** See `birthMonthKey`; null where no birthday was given. */
  birthMonthKey?: string | null
  gridId: GridId
  /** With `gridId` and `householdId` empty for staff who live elsewhere. */
  estateId: string
  householdId: string
  /** What staff who live elsewhere do here, in their own words; null or absent for residents. */
  office?: string | null
  roles: Grant[]
  /** Given with the first membership, and kept for good; see volunteerNo.ts. */
  volunteerNo?: string | null
  /**
   * The number of lines in the member's ledger, and the hash of the last; noted after each line. See
   * `breaksIn`; for the mark, marks.ts.
   */
  hoursLines?: number
  hoursHash?: string
  hoursMark?: string
  /** Licences a leader has accepted. */
  licences: Licence[]
  /** Sessions the member had a place at and missed; see noShows.ts. */
  noShows?: { about: string; at: Instant }[]
  /** What stands written up to then is known to the member: the inbox tells of what came since. */
  newsUntil?: Instant
  consents: Consent[]
  /**
   * What a sign-up asks about the member's dependents, by dependentId: a copy of their documents, so that a
   * sign-up needs no read. Null or absent: the documents must be read.
   */
  family?: Record<string, Relative> | null
  registeredAt: Instant
  /** The day on which the member last appointed proxies, and how many that day. */
  appointedOn?: Day | null
  appointments?: number
  /** Whom the member is about to appoint; see appointing.ts. */
  appointing?: Appointing[]
  /** When the account closes; null while its member has not asked for it. */
  closesAt?: Instant | null
  /** When a rejected registration that nobody corrects is forgotten; null for every other member. */
  lapsesAt?: Instant | null
  /** Home and name before a change that waits for a worker; null when none waits. See moving.ts. */
  movedFrom?: (Home & Pick<Member, 'registeredAt'>) | null
  /** Who has stated, for the member, the home or name that waits for a worker; see asked.ts. */
  filedById?: MemberId | null
  /** What somebody else has stated for the member, and since when it waits; see asked.ts. */
  asked?: AskedHome | null
  askedAt?: Instant | null
  events: Recorded<MemberEvent>[]
}
/** Who has given out the code, and until when it counts. */
export interface Adoptable {
  until: Instant
  who: string
  whoId: MemberId
  /** The account may have another name. */
  otherName?: true
}
export interface Adoption {
  at: Instant
  /** The code it was done with, by which a repeat is known. */
  key: string
  /** Who had given it out. */
  who: string
  whoId: MemberId
}
/** `was`: the state of the account before; null where there was none. */
export interface JoinedTo {
  memberId: MemberId
  at: Instant
  was: MemberState | null
}
/** The word that a member without WeChat gave on paper, as a worker has recorded it. */
/** Somebody whom a member is about to appoint; it holds a place until the appointment is written. */
export interface Appointing {
  proxyId: MemberId
  at: Instant
}
/** A member's home and name. */
export type Home = Pick<Member, 'name' | 'gridId' | 'estateId' | 'householdId'>
/**
 * A home or a name that somebody has stated for a member. The member is left as they are until they agree
 * themselves, or a worker who has not stated it does.
 */
export interface AskedHome {
  home: Home
  who: string
  whoId: MemberId
}
/** A dependent, as far as a sign-up asks. */
export interface Relative {
  name: string
  /** Sealed; null where not given. */
  birthDay: string | null
}
/** A member's answer about one consent, at one time. */
export interface Consent {
  kind: ConsentKind
  /** The version of the wording that the member read. */
  version: string
  given: boolean
  at: Instant
  /** How a paper member said it, in the worker's words. */
  word?: string
}
export type MemberEvent =
  | 'registered'
  | 'enrolled'
  | 'admitted'
  | 'adopt_code'
  | 'adopted'
  | 'verified'
  | 'rejected'
  | 'granted'
  | 'revoked'
  | 'licence_revoked'
  | 'consented'
  | 'consent_withdrawn'
  | 'closing'
  | 'kept'
  | 'closed'
  | 'birth_given'
  | 'phone_changed'
  | 'moved'
  | 'renamed'
  | 'move_confirmed'
  | 'move_declined'
  | 'asked_for'
  | 'asked_declined'

/** A dwelling. Its door is sealed; its id derives from the door. */
export interface Household {
  _id: string
  communityId: string
  estateId: string
  /** Sealed {building, unit}. */
  door: string
}

/** A relative without a phone, for whom a member books. */
export interface StoredDependent {
  _id: string
  communityId: string
  memberId: MemberId
  name: string
  relation: string
  /** Sealed; null where not given. */
  birthDay: string | null
  birthMonthKey?: string | null
  needs: string | null
  consentNote: string
  addedAt: Instant
  removed: boolean
  fingerprint: string
  /** Commands that have changed it; absent before the first. */
  edits?: string[]
}

function tell(member: Member, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  const noticeId = `n_${member._id}_${member.rev}`
  return { effect: 'notice', noticeId, to: member._id, kind, ...(note === undefined ? {} : { note }) }
}

/** The new state with its effects; a closing that is under way continues, and the name is found as it is now. */
const settle = (next: Member, command: Command, effects: Effect[]): Decision<Member> =>
  withEffects(withNameKey(next), command, effects, next.closesAt ?? next.lapsesAt ?? null)

/** Whether they work here and live elsewhere: no resident, with the roles they are given and no other. */
export const isStaffOnly = ({ office }: Pick<Member, 'office'>): boolean => (office ?? null) !== null

export function withNameKey(member: Member): Member {
  const nameKey = nameSpelling(member.name)
  return member.nameKey === nameKey ? member : { ...member, nameKey }
}

/** What a person states when registering. */
export type Registration = Pick<
  Member,
  | 'name'
  | 'phone'
  | 'phoneKey'
  | 'birth'
  | 'birthMonthKey'
  | 'gridId'
  | 'estateId'
  | 'householdId'
  | 'office'
  | 'consents'
>

/** What else may confirm a resident at once: the deployment's configuration, or the household register. */
export type Voucher = 'configuration' | 'register'

/**
 * The answer to a second registration: `repeat` for the same input, `conflict` for another, which changes
 * nothing. Undefined where the person may register: for the first time, or after a rejection.
 */
export function registeredBefore(member: Member, command: Command): 'repeat' | 'conflict' | undefined {
  const past = repeatOf(member, command)
  // somebody who was enrolled on paper is registered, whoever's account they are now
  const last = member.events.filter(({ event }) => event === 'registered' || event === 'enrolled').at(-1)
  if (past || !last || member.state === 'rejected') return past
  return last.fingerprint === command.fingerprint ? 'repeat' : 'conflict'
}

/** Registers a person; past events stay on record. */
export function decideRegister(
  member: Member,
  command: Command,
  said: Registration,
  voucher?: Voucher,
): Decision<Member> {
  const before = registeredBefore(member, command)
  if (before) return before === 'repeat' ? { next: member } : { refusal: 'conflict' }
  const registered: Member = {
    ...withEvent(member, command, 'registered'),
    ...said,
    consents: said.consents.reduce(withConsent, member.consents),
    state: 'pending',
    registeredAt: command.at,
    lapsesAt: null,
  }
  if (voucher === undefined) return settle(registered, command, [])
  const vouching = { ...command, key: `${command.key}:${voucher}` }
  if (voucher === 'register') return decideVerify(registered, withoutPerson(vouching), true, 'register')
  // the first admin is not told of their own registration
  return {
    next: {
      ...withEvent(registered, vouching, 'verified', voucher),
      state: 'verified',
      roles: [{ role: 'resident' }, { role: 'admin' }],
    },
  }
}

/** The command without its person, for what the register decides. */
export function withoutPerson({
  who: _who,
  whoId: _whoId,
  onBehalf: _onBehalf,
  ...itself
}: Command): Command {
  return itself
}

/** The reason for the rejection that holds now; undefined where there is none. */
export function rejectedFor({ state, events }: Member): string | undefined {
  return state === 'rejected' ? events.filter(({ event }) => event === 'rejected').at(-1)?.note : undefined
}

/**
 * A worker's decision on a registration. A pending member is decided once; a rejected one has `keptDays` to
 * correct it.
 */
export function decideVerify(
  member: Member,
  command: Command,
  accept: boolean,
  reason?: string,
  keptDays?: number,
): Decision<Member> {
  if (member.state !== 'pending') return { refusal: 'already_decided' }
  if (!accept) {
    const next: Member = {
      ...withEvent(member, command, 'rejected', reason),
      state: 'rejected',
      lapsesAt: keptDays === undefined ? null : command.at + keptDays * dayMs,
    }
    return settle(next, command, [tell(next, 'member_rejected', reason)])
  }
  const next: Member = isStaffOnly(member)
    ? { ...withEvent(member, command, 'admitted', reason), state: 'verified' }
    : {
        ...withEvent(member, command, 'verified', reason),
        state: 'verified',
        roles: [...member.roles, { role: 'resident' }],
      }
  return settle(next, command, [tell(next, 'member_verified', isStaffOnly(member) ? 'staff' : undefined)])
}

/** Gives a role; giving it again changes nothing. A role in a team also shows in that team's roster. */
export function decideGrant(
  member: Member,
  command: Command,
  grant: Grant,
  licences: Licence[] = [],
): Decision<Member> {
  if (isStaffOnly(member) && (grant.role === 'resident' || grant.role === 'volunteer'))
    return { refusal: 'lives_elsewhere' }
  // while a move is being checked, the roles rest and a further one may be given
  if (member.state !== 'verified' && !member.movedFrom) return { refusal: 'not_verified' }
  const fresh = licences.filter(
    (licence) =>
      !member.licences.some(
        (held) => held.licence === licence.licence && held.validUntil >= licence.validUntil,
      ),
  )
  if (member.roles.some((held) => sameGrant(held, grant)) && fresh.length === 0) return { next: member }
  const roles = member.roles.some((held) => sameGrant(held, grant)) ? member.roles : [...member.roles, grant]
  const next: Member = {
    ...withEvent(member, command, 'granted', describe(grant)),
    roles,
    licences: [...member.licences, ...fresh],
  }
  return settle(next, command, [...seatOf(next, grant, true), ...postOf(next, grant, true)])
}

/** The member's latest answer about a consent; undefined before the first. */
export const latestConsent = (
  { consents }: Pick<Member, 'consents'>,
  kind: ConsentKind,
): Consent | undefined => lastSaidOf(consents, kind)

/** The first answer about each kind stays on record, and so many of the latest. */
const consentsKept = 10
/** So often within a day a consent may be given anew; it may always be withdrawn. */
const consentsADay = 3

/** Adds an answer. What lies between the first and the latest of its kind is dropped. */
export function withConsent(consents: readonly Consent[], said: Consent): Consent[] {
  const ofKind = consents.filter(({ kind }) => kind === said.kind)
  const dropped = new Set(ofKind.slice(1, Math.max(ofKind.length - consentsKept + 1, 1)))
  return [...consents.filter((consent) => !dropped.has(consent)), said]
}

const givenOften = ({ consents }: Member, { kind }: Pick<Consent, 'kind'>, now: Instant): boolean =>
  consents.filter((said) => said.kind === kind && said.given && said.at > now - dayMs).length >= consentsADay

/** Whether a consent holds: it was given and not withdrawn since. Without an answer there is no consent. */
export const consentsTo = (member: Pick<Member, 'consents'>, kind: ConsentKind): boolean =>
  latestConsent(member, kind)?.given === true

/**
 * Records the member's answer about a consent; earlier answers stay on record. Withdrawing it ends what
 * needed it.
 */
export function decideConsent(
  member: Member,
  command: Command,
  consent: Omit<Consent, 'at'>,
): Decision<Member> {
  const latest = latestConsent(member, consent.kind)
  if (latest?.version === consent.version && latest.given === consent.given) return { next: member }
  if (consent.given && givenOften(member, consent, command.at)) return { refusal: 'changed_often' }
  const event = consent.given ? 'consented' : 'consent_withdrawn'
  const next: Member = {
    ...withEvent(member, command, event, `${consent.kind}:${consent.version}`),
    consents: withConsent(member.consents, { ...consent, at: command.at }),
  }
  const cause = `${next._id}:${next.rev}`
  const ends = consent.kind === 'sensitive' && !consent.given
  if (ends) next.family = null
  return settle(
    next,
    command,
    ends ? [{ effect: 'callOff', cause, memberId: next._id, what: 'sensitive' }] : [],
  )
}

/** Sets another number, sealed, or none; the same number again changes nothing. */
export function decidePhone(
  member: Member,
  command: Command,
  phone: Pick<Member, 'phone' | 'phoneKey'>,
): Decision<Member> {
  if (member.phoneKey === phone.phoneKey) return { next: member }
  return settle({ ...withEvent(member, command, 'phone_changed'), ...phone }, command, [])
}

/** Takes a licence away; where none is held, nothing changes. */
export function decideTakeLicence(member: Member, command: Command, licence: string): Decision<Member> {
  const licences = member.licences.filter((held) => held.licence !== licence)
  if (licences.length === member.licences.length) return { next: member }
  return settle({ ...withEvent(member, command, 'licence_revoked', licence), licences }, command, [])
}

/** Adds a birthday, sealed; one that is known already stays. */
export function decideBirth(
  member: Member,
  command: Command,
  birth: string,
  birthMonthKey: string,
): Decision<Member> {
  if (member.birth !== null) return { next: member }
  return { next: { ...withEvent(member, command, 'birth_given'), birth, birthMonthKey } }
}

/** Takes a role back; taking back a role that is not held changes nothing. */
export function decideRevoke(member: Member, command: Command, grant: Grant): Decision<Member> {
  const roles = member.roles.filter((held) => !sameGrant(held, grant))
  if (roles.length === member.roles.length) return { next: member }
  const next: Member = { ...withEvent(member, command, 'revoked', describe(grant)), roles }
  return settle(next, command, [...seatOf(next, grant, false), ...postOf(next, grant, false)])
}

function seatOf(member: Member, grant: Grant, seated: boolean): Effect[] {
  const teamId = grant.scope?.teamId
  const { role } = grant
  if ((role !== 'volunteer' && role !== 'team_leader') || teamId === undefined) return []
  const cause = `${member._id}:${member.rev}`
  return [{ effect: 'seat', cause, memberId: member._id, memberName: member.name, teamId, role, seated }]
}

function postOf(member: Member, grant: Grant, held: boolean): Effect[] {
  const queue = queueOfGrant(grant)
  if (queue === undefined) return []
  const cause = `${member._id}:${member.rev}`
  return [{ effect: 'post', cause, memberId: member._id, memberName: member.name, queue, held }]
}

/** `role` or `role:scope`, for the event. */
function describe(grant: Grant): string {
  const where = grant.scope?.teamId ?? grant.scope?.gridId ?? grant.scope?.tier
  return where === undefined ? grant.role : `${grant.role}:${where}`
}
