import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { isClosing } from '#core/account/closing'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { NoticeEffect } from '#core/change/effect'
import { type Consent, type Member, withConsent } from '#core/member/member'
import { hasAsked, isMoving } from '#core/member/moving'
import { isPaperMember } from './enrol'

/** A code is read out at the counter and typed there. */
export const adoptMs = 30 * minuteMs

/** Eight digits of derived bytes; at least six bytes. */
export const adoptCodeOf = (bytes: Uint8Array): string =>
  String(bytes.subarray(0, 6).reduce((sum, byte) => (sum * 256 + byte) % 1e8, 0)).padStart(8, '0')

/** A worker gives out a code. It takes the place of an earlier one. */
export function decideAdoptCode(
  paper: Member,
  command: Command,
  { key, who, whoId, otherName }: { key: string; who: string; whoId: MemberId; otherName: boolean },
): Decision<Member> {
  if (!isPaperMember(paper)) return { refusal: 'not_on_paper' }
  if (isClosing(paper)) return { refusal: 'subject_closing' }
  const until: Instant = command.at + adoptMs
  return {
    next: {
      ...withEvent(paper, command, 'adopt_code'),
      adoptKey: key,
      adoptable: { until, who, whoId, ...(otherName && { otherName: true as const }) },
    },
  }
}

/** Why a registered account cannot be joined to a paper member now; it says what is to be ended first. */
export function joiningFault(
  account: Member,
  paper: Member,
  ties: { onDuty: boolean; sameSession: boolean; proxies: boolean; sameName: boolean },
): RefusalCode | undefined {
  if (account.paper !== undefined) return 'adopted_before'
  if (account._id === paper.adoptable?.whoId) return 'own_word'
  if (ties.proxies) return 'adopt_proxy'
  if (!ties.sameName && !paper.adoptable?.otherName) return 'adopt_other_name'
  if (isClosing(account)) return 'closing'
  if (isMoving(account) || hasAsked(account)) return 'move_waiting'
  const office = account.roles.some(({ role }) => role !== 'resident' && role !== 'volunteer')
  if (office) return 'adopt_office'
  if (ties.onDuty) return 'adopt_on_duty'
  return ties.sameSession ? 'adopt_same_session' : undefined
}

export interface Adopting {
  key: string
  openid: string
  accountId: MemberId
  /** The account has things of its own. */
  joins: boolean
  /** What somebody without an account has just agreed to. */
  consents: readonly Consent[]
  adminId: MemberId
}

/** Whether this account has adopted the member with this code: a repeat. */
export const hasAdopted = (paper: Member, { key, accountId }: Pick<Adopting, 'key' | 'accountId'>): boolean =>
  paper.accountId === accountId && paper.adopted?.key === key

/**
 * An account adopts the member, once: of several with the same code the first write wins. The person, the worker
 * who gave out the code and the first admin are told.
 */
export function decideAdopt(paper: Member, command: Command, adopting: Adopting): Decision<Member> {
  const { key, openid, accountId, joins, consents, adminId } = adopting
  if (hasAdopted(paper, adopting)) return { next: paper }
  const { adoptable } = paper
  if (!isPaperMember(paper) || paper.adoptKey !== key || !adoptable || adoptable.until <= command.at)
    return { refusal: 'adopt_code_over' }
  if (isClosing(paper)) return { refusal: 'subject_closing' }
  const { who, whoId } = adoptable
  const next: Member = {
    ...withEvent(paper, command, 'adopted', who),
    openid,
    accountId,
    adoptKey: null,
    adoptable: null,
    adopted: { at: command.at, key, who, whoId },
    consents: consents.reduce(withConsent, paper.consents),
    joining: joins ? accountId : null,
  }
  const tell = (
    to: MemberId,
    kind: NoticeEffect['kind'],
    by: { who: string; whoId: MemberId },
  ): NoticeEffect => ({
    effect: 'notice',
    noticeId: `n_${paper._id}_adopted_${to}`,
    to,
    kind,
    ...by,
  })
  const person = { who: paper.name, whoId: paper._id }
  return withEffects(
    next,
    command,
    [
      tell(paper._id, 'adopted', { who, whoId }),
      ...[...new Set([whoId, adminId])].map((to) => tell(to, 'adopted_by', person)),
      ...(joins ? [{ effect: 'join' as const, from: accountId, to: paper._id }] : []),
    ],
    next.closesAt ?? null,
  )
}

/** What a member takes over of the account that has adopted them; taking it over again changes nothing. */
export function absorbed(
  member: Member,
  account: Member,
  anew: (sealed: string, field: 'phone' | 'birth') => string,
): Member {
  const { _id: from } = account
  const roles = account.roles.filter(
    (grant) => !member.roles.some((held) => JSON.stringify(held) === JSON.stringify(grant)),
  )
  const licences = account.licences.filter(
    (licence) => !member.licences.some((held) => JSON.stringify(held) === JSON.stringify(licence)),
  )
  const { noShows = [] } = member
  const missed = (account.noShows ?? []).filter(({ about }) => !noShows.some((one) => one.about === about))
  const consents = account.consents.filter(
    (said) => !member.consents.some((one) => one.kind === said.kind && one.at === said.at),
  )
  const phone = member.phone === null && account.phone !== null ? anew(account.phone, 'phone') : member.phone
  const born = member.birth === null && account.birth !== null
  return {
    ...member,
    roles: [...member.roles, ...roles],
    licences: [...member.licences, ...licences],
    ...(missed.length > 0 && { noShows: [...noShows, ...missed] }),
    consents: [...consents, ...member.consents].sort((a, b) => a.at - b.at),
    phone,
    phoneKey: member.phone === null ? account.phoneKey : member.phoneKey,
    ...(born && { birth: anew(account.birth ?? '', 'birth'), birthMonthKey: account.birthMonthKey ?? null }),
    volunteerNo: member.volunteerNo ?? account.volunteerNo ?? null,
    // relatives have come along: the copy is made anew from their documents
    family: null,
    joining: member.joining === from ? null : (member.joining ?? null),
  }
}
