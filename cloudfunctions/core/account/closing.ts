import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import { type Consent, latestConsent, type Member } from '#core/member/member'

/** What stands against closing now. */
export interface Hindrance {
  /** Named by the deployment's configuration; nobody could take their place. */
  firstAdmin: boolean
  /** A service is under way, and somebody stands at a door. */
  underWay: boolean
}

/** Whether the member has asked to leave and the account is still there. */
export const isClosing = <Some extends Pick<Member, 'closesAt'>>(
  member: Some,
): member is Some & { closesAt: Instant } => typeof member.closesAt === 'number'

/**
 * The member asks to leave: what is under way with others ends at once, the account some days later. Asking again
 * changes nothing, the first day counts.
 */
export function decideCloseAccount(
  member: Member,
  command: Command,
  hindrance: Hindrance,
  closeDays: number,
): Decision<Member> {
  if (isClosing(member)) return { next: member }
  if (hindrance.firstAdmin) return { refusal: 'close_first_admin' }
  if (hindrance.underWay) return { refusal: 'close_under_way' }
  const closesAt: Instant = command.at + closeDays * dayMs
  const next: Member = { ...record(member, command, 'closing'), closesAt }
  const cause = `${next._id}:${next.rev}`
  return owing(
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

/** Without the consent to the service there is nothing an account could be for: withdrawing it is asking to leave. */
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
  // one write for both: the word and what follows from it
  const base = asked.next === member ? record(member, command, 'consent_withdrawn') : asked.next
  return { next: { ...base, consents: [...member.consents, { ...consent, at: command.at }] } }
}

/** They stay after all. Who had withdrawn the consent to the service gives it again by staying. */
export function decideKeep(member: Member, command: Command): Decision<Member> {
  if (!isClosing(member)) return { next: member }
  if (member.closesAt <= command.at) return { refusal: 'close_over' }
  const service = latestConsent(member, 'service')
  const next: Member = {
    ...record(member, command, 'kept'),
    closesAt: null,
    consents:
      service && !service.given
        ? [...member.consents, { ...service, given: true, at: command.at }]
        : member.consents,
  }
  return owing(next, command, [], next.lapsesAt ?? null)
}

/**
 * The day has come, of closing or of a rejected registration that nobody corrected: what is left knows nobody. The id and the volunteer number stay, since lines of the ledger hang on
 * them; neither can be turned back into an openid. Undefined: not yet.
 */
export function decideClosed(
  member: Member,
  command: Command,
  closedName: string,
): Decision<Member> | undefined {
  const endsAt = member.closesAt ?? (member.state === 'rejected' ? member.lapsesAt : null) ?? null
  if (endsAt === null || endsAt > command.at) return undefined
  const { _id, communityId, rev, volunteerNo = null } = member
  const next: Member = {
    _id,
    communityId,
    rev: rev + 1,
    // what happened to a person who is gone is nobody's business; that they are gone answers a late repeat
    events: [{ at: command.at, event: 'closed', command: command.key, fingerprint: command.fingerprint }],
    noted: [],
    pending: [],
    wakesAt: null,
    dueAt: null,
    openid: '',
    name: closedName,
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
    licences: [],
    consents: [],
    registeredAt: member.registeredAt,
    closesAt: null,
    lapsesAt: null,
    movedFrom: null,
  }
  const cause = `${_id}:${next.rev}`
  return owing(next, command, [
    { effect: 'callOff', cause, memberId: _id, what: 'everything' },
    { effect: 'forget', memberId: _id },
  ])
}
