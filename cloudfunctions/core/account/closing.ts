import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import { type Consent, latestConsent, type Member, withConsent } from '#core/member/member'

/** What prevents closing an account now. */
export interface Hindrance {
  /** The deployment's configuration names this admin, and nobody could replace them. */
  firstAdmin: boolean
  /** The member is in a service now, as requester or as volunteer. */
  underWay: boolean
}

/** Whether the member has asked to leave and the account is still there. */
export const isClosing = <Some extends Pick<Member, 'closesAt'>>(
  member: Some,
): member is Some & { closesAt: Instant } => typeof member.closesAt === 'number'

/**
 * The member asks to close the account. What is under way with others ends at once; the account ends some
 * days later. Asking again changes nothing: the first day holds.
 *
 * @param word which paper says so, where a worker records it for a paper member.
 */
export function decideCloseAccount(
  member: Member,
  command: Command,
  hindrance: Hindrance,
  closeDays: number,
  word?: string,
): Decision<Member> {
  if (isClosing(member)) return { next: member }
  if (hindrance.firstAdmin) return { refusal: 'close_first_admin' }
  if (hindrance.underWay) return { refusal: 'close_under_way' }
  const closesAt: Instant = command.at + closeDays * dayMs
  const next: Member = { ...withEvent(member, command, 'closing', word), closesAt }
  const cause = `${next._id}:${next.rev}`
  return withEffects(
    next,
    command,
    [
      { effect: 'callOff', cause, memberId: next._id, what: 'everything' },
      {
        effect: 'notice',
        noticeId: `n_${next._id}_${next.rev}`,
        to: next._id,
        kind: 'member_closing',
        windowFrom: closesAt,
      },
    ],
    closesAt,
  )
}

/**
 * An account needs the consent to the service, so withdrawing that consent asks for the closing of the
 * account.
 */
export function decideWithdrawService(
  member: Member,
  command: Command,
  consent: Omit<Consent, 'at'>,
  hindrance: Hindrance,
  closeDays: number,
): Decision<Member> {
  const asked = decideCloseAccount(member, command, hindrance, closeDays)
  if (!asked.next) return asked
  const latest = latestConsent(member, 'service')
  if (latest && !latest.given) return asked
  // one write, so that neither stands without the other
  const base = asked.next === member ? withEvent(member, command, 'consent_withdrawn') : asked.next
  return { next: { ...base, consents: withConsent(member.consents, { ...consent, at: command.at }) } }
}

/**
 * Takes a closing back. If the member had withdrawn the consent to the service, keeping the account gives it
 * again.
 */
export function decideKeep(member: Member, command: Command): Decision<Member> {
  if (!isClosing(member)) return { next: member }
  if (member.closesAt <= command.at) return { refusal: 'close_over' }
  const service = latestConsent(member, 'service')
  const next: Member = {
    ...withEvent(member, command, 'kept'),
    closesAt: null,
    consents:
      service && !service.given
        ? withConsent(member.consents, { ...service, given: true, at: command.at })
        : member.consents,
  }
  return withEffects(next, command, [], next.lapsesAt ?? null)
}

/**
 * Ends an account on its day: one that is closing, or a rejected registration that nobody corrected. What
 * remains says nothing about the person. The id, the volunteer number and the note of how the ledger ends
 * stay, since lines of the ledger point to them and are checked against it; none leads back to an openid.
 * Undefined while the day has not come.
 */
export function decideClosed(
  member: Member,
  command: Command,
  closedName: string,
): Decision<Member> | undefined {
  const endsAt = member.closesAt ?? (member.state === 'rejected' ? member.lapsesAt : null) ?? null
  if (endsAt === null || endsAt > command.at) return undefined
  const next: Member = {
    ...emptied(member, closedName),
    rev: member.rev + 1,
    // the past is removed with the person; this one event answers a late repeat
    events: [{ at: command.at, event: 'closed', command: command.key, fingerprint: command.fingerprint }],
  }
  const { _id, accountId } = member
  const cause = `${_id}:${next.rev}`
  return withEffects(next, command, [
    { effect: 'callOff', cause, memberId: _id, what: 'everything' },
    { effect: 'forget', memberId: _id },
    ...(accountId ? [{ effect: 'forget', memberId: accountId } as const] : []),
  ])
}

/** What is left where a person is gone: the id, the number and the note of how the ledger ends. */
export function emptied(member: Member, closedName: string): Member {
  const { _id, communityId, rev, volunteerNo = null, hoursLines, hoursHash, hoursMark, accountId } = member
  return {
    _id,
    communityId,
    rev,
    events: [],
    noted: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    name: closedName,
    nameKey: '',
    state: 'closed',
    phone: null,
    phoneKey: null,
    birth: null,
    birthMonthKey: null,
    family: null,
    gridId: '',
    estateId: '',
    householdId: '',
    roles: [],
    volunteerNo,
    ...(hoursLines !== undefined && { hoursLines }),
    ...(hoursHash !== undefined && { hoursHash }),
    ...(hoursMark !== undefined && { hoursMark }),
    licences: [],
    consents: [],
    registeredAt: member.registeredAt,
    closesAt: null,
    lapsesAt: null,
    movedFrom: null,
    filedById: null,
    asked: null,
    askedAt: null,
    ...(accountId && { accountId }),
  }
}
