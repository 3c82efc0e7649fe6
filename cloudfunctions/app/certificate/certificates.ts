import { type Context, isAdmin, type MemberContext, no, yes } from '#app/call/context'
import { issuerOf } from '#app/community/community'
import { markedSince } from '#app/hours/digests'
import { oweLedgerSums, servicesOfSpan, summedLedger } from '#app/hours/ledgerSums'
import { markWith } from '#app/hours/mark'
import { countsToday } from '#app/member/lookups'
import type {
  CertificateCard,
  CertificateFault,
  CertificateIssued,
  Certificate as CertificateShown,
  CertificateVerified,
  certificateGet,
  certificateRevoke,
  certificateVerify,
  hoursCertificate,
  hoursCertificates,
} from '#contract/certificate'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId, Page } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import {
  certificateFault,
  decideRevokeCertificate,
  type HoursCertificate,
  isCompletion,
  provenBy,
  type StoredCertificate,
} from '#core/certificate/certificate'
import type { CompletionCertificate } from '#core/certificate/completion'
import { marksOf } from '#core/certificate/words'
import { unwritten, withEvent } from '#core/change/aggregate'
import type { LedgerLine } from '#core/hours/ledger'
import { linesOfPage, provenFrom } from '#core/hours/ledgerSums'
import type { Vouched } from '#core/hours/marks'
import { maskName } from '#core/member/mask'
import type { Member } from '#core/member/member'
import { certificates, entries, members } from '#store/collections'
import { above, oneOf } from '#store/words/conditions'
import { courseDone, faultOfCompletion, traineeIds, verifiedCompletion } from './completions'
import { issued, numberOn, numberTries, paperCodeOf } from './number'

/** The database gives so many documents at once. */
const most = 1000
const defaultLimit = 20
/** Reads every line of a ledger, from the first. */
export async function wholeLedger(memberId: string): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  for (;;) {
    const after = lines.at(-1)?.seq ?? 0
    const next = await entries.find(
      'bySeq',
      { memberId, seq: above(after) },
      { limit: most, backwards: true },
    )
    lines.push(...next)
    if (next.length < most) return lines
  }
}

/** Issues a certificate over the caller's ledger as it is now. A repeat of the command finds the same certificate. */
export async function issue(
  context: MemberContext,
  span: Input<typeof hoursCertificate>,
): Promise<Answer<CertificateIssued>> {
  const { member, command, community, settings } = context
  for (let attempt = 0; attempt < numberTries; attempt++) {
    const _id = numberOn(dayOf(command.at), command.key, attempt, community)
    const past = await certificates.get(_id)
    if (past?.events[0]?.command === command.key)
      return past.events[0].fingerprint === command.fingerprint ? yes(issued(context, _id)) : no('conflict')
    if (past) continue
    const ledger = await summedLedger(member._id, markWith(settings))
    const nameOf = (teamId: string) => community.teams.find((team) => team.teamId === teamId)?.name ?? teamId
    const proven = provenFrom(ledger ? await servicesOfSpan(ledger, span) : [], nameOf)
    if (!ledger || proven.minutes + proven.honourMinutes <= 0) return no('no_hours')
    if (!(await countsToday('certificates', command.key, context))) return no('changed_often')
    if (ledger.ahead > linesOfPage) await oweLedgerSums(member.communityId, member._id)
    const start: HoursCertificate = {
      _id,
      communityId: member.communityId,
      ...unwritten(),
      memberId: member._id,
      volunteerNo: member.volunteerNo ?? null,
      name: member.name,
      from: span.from ?? null,
      to: span.to ?? null,
      ...proven,
      issuer: issuerOf(community),
      issuedAt: command.at,
      seq: ledger.seq,
      hash: ledger.hash,
      state: 'valid',
    }
    const marked = { ...start, marks: marksOf(start, markWith(settings)) }
    if (await certificates.insert(withEvent(marked, command, 'issued'))) return yes(issued(context, _id))
  }
  return no('conflict')
}

function cardOf(certificate: StoredCertificate): CertificateCard {
  const { _id, state, from, to, minutes, issuedAt } = certificate
  return {
    certificateNo: _id,
    kind: isCompletion(certificate) ? 'completion' : 'hours',
    state,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    minutes,
    issuedAt,
    ...(isCompletion(certificate) && { course: courseDone(certificate) }),
  }
}

/** The ledgers whose papers are a member's: their own, and that of the account that has adopted them. */
export const ledgersOf = ({ _id, accountId }: Pick<Member, '_id' | 'accountId'>): string[] =>
  accountId ? [_id, accountId] : [_id]

/** Lists the caller's certificates, the newest first. */
export async function list(
  { member }: MemberContext,
  { cursor, limit = defaultLimit }: Input<typeof hoursCertificates>,
): Promise<Answer<Page<CertificateCard>>> {
  const page = await certificates.page('byMember', { memberId: oneOf(ledgersOf(member)) }, { cursor, limit })
  return yes({ ...page, items: page.items.map(cardOf) })
}

/** Shows its holder, or an admin, what stands on the paper. */
export async function get(
  context: MemberContext,
  { certificateNo }: Input<typeof certificateGet>,
): Promise<Answer<CertificateShown>> {
  const { member } = context
  const certificate = await certificates.get(certificateNo)
  const own = certificate !== undefined && ledgersOf(member).includes(certificate.memberId)
  if (!certificate || !(own || isAdmin(context))) return no('not_found')
  const { name, issuer, events } = certificate
  const revokedReason = [...events].reverse().find(({ event }) => event === 'revoked')?.note
  return yes({
    ...cardOf(certificate),
    ...issued(context, certificateNo),
    name,
    ...provenIn(certificate),
    issuer,
    ...(revokedReason === undefined ? {} : { revokedReason }),
  })
}

/** What a ledger proves; of a course there is none. */
function provenIn(
  certificate: StoredCertificate,
): Pick<CertificateShown, 'volunteerNo' | 'honourMinutes' | 'services' | 'seq' | 'hash' | 'replaced'> {
  if (isCompletion(certificate)) {
    const replaced = certificate.ended === 'replaced'
    return { honourMinutes: 0, services: [], seq: 0, hash: '', ...(replaced && { replaced }) }
  }
  const { volunteerNo, honourMinutes, services, seq, hash } = certificate
  return { ...(volunteerNo === null ? {} : { volunteerNo }), honourMinutes, services, seq, hash }
}

/**
 * Tells anybody who has the paper whether it still says what was issued, and what it rests on the same: the whole
 * ledger is checked again, so a line that was changed, removed or reversed is found; of a course, the lists of its
 * lessons are counted again.
 */
export async function verify(
  context: Context,
  { certificateNo, verifyCode }: Input<typeof certificateVerify>,
): Promise<Answer<CertificateVerified>> {
  // the time this takes may show which character differs; with 50 bits and a pace that helps nobody
  if (verifyCode !== paperCodeOf(context, certificateNo)) return no('not_found')
  const certificate = await certificates.get(certificateNo)
  if (!certificate) return no('not_found')
  return yes(
    isCompletion(certificate) ? await completion(context, certificate) : await ofHours(context, certificate),
  )
}

async function completion(
  context: Context,
  certificate: CompletionCertificate,
): Promise<CertificateVerified> {
  const holder = await holderOf(certificate)
  const left = holder?.state === 'closed'
  const ids = traineeIds(certificate.memberId, holder)
  const vouched = { mark: markWith(context.settings) }
  const reason = await faultOfCompletion(certificate, ids, vouched, left)
  return verifiedCompletion(context, certificate, reason, left)
}

async function ofHours(context: Context, certificate: HoursCertificate): Promise<CertificateVerified> {
  const { _id: certificateNo } = certificate
  const [holder, ledger, since] = await Promise.all([
    holderOf(certificate),
    wholeLedger(certificate.memberId),
    certificate.marks ? undefined : markedSince(certificate.communityId),
  ])
  const left = holder?.state === 'closed'
  const reason = certificateFault(certificate, ledger, { mark: markWith(context.settings), since }, left)
  const { name, volunteerNo, issuedAt, from, to, marks } = certificate
  const changed = reason === 'words_changed'
  const covered = ledger.filter(({ seq }) => seq <= certificate.seq)
  const { minutes, honourMinutes, services } = changed ? provenBy(certificate, covered) : certificate
  return {
    valid: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    certificateNo,
    kind: 'hours',
    nameMasked: left || changed ? '' : maskName(name),
    ...(left ? { holder: 'closed' as const } : {}),
    ...(marks ? {} : { unmarked: true as const }),
    ...(volunteerNo === null ? {} : { volunteerNo }),
    minutes,
    honourMinutes,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    services,
    issuer: changed ? issuerOf(context.community) : certificate.issuer,
    issuedAt,
  }
}

/** Whose paper it is; where their account has adopted a paper member, that member. */
async function holderOf({ memberId }: StoredCertificate): Promise<Member | undefined> {
  const holder = await members.get(memberId)
  return holder?.joinedTo ? members.get(holder.joinedTo.memberId) : holder
}

/** Why these certificates are not valid, in their order. Each ledger is read once. */
export async function faultsOf(
  held: readonly StoredCertificate[],
  vouched: Vouched,
): Promise<(CertificateFault | undefined)[]> {
  const ids = [...new Set(held.map(({ memberId }) => memberId))]
  const people = await members.getMany(ids, { fields: ['state', 'joinedTo', 'accountId'] })
  const joined = people.flatMap(({ joinedTo }) => joinedTo?.memberId ?? [])
  const adopters = await members.getMany(joined, { fields: ['state', 'accountId'] })
  const holderOfId = (id: MemberId) => {
    const one = people.find(({ _id }) => _id === id)
    return one?.joinedTo ? adopters.find(({ _id }) => _id === one.joinedTo?.memberId) : one
  }
  const ledgers = new Map<string, LedgerLine[]>()
  const faults: (CertificateFault | undefined)[] = []
  for (const certificate of held) {
    const { memberId } = certificate
    const holder = holderOfId(memberId)
    const left = holder?.state === 'closed'
    if (isCompletion(certificate)) {
      faults.push(await faultOfCompletion(certificate, traineeIds(memberId, holder), vouched, left))
      continue
    }
    const ledger = ledgers.get(memberId) ?? (await wholeLedger(memberId))
    ledgers.set(memberId, ledger)
    faults.push(certificateFault(certificate, ledger, vouched, left))
  }
  return faults
}

/** An admin revokes a certificate with a reason, and its holder is told. */
export async function revoke(
  context: Context,
  { certificateNo, reason }: Input<typeof certificateRevoke>,
): Promise<Answer<{ state: StoredCertificate['state'] }>> {
  const { command } = context
  const revoked = await context.change(certificates, certificateNo, command, (certificate) =>
    decideRevokeCertificate(certificate, command, reason),
  )
  return revoked.refusal ?? yes({ state: revoked.state.state })
}
