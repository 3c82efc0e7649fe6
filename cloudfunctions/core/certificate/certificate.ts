import type { CertificateFault, CertificateState } from '#contract/certificate'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import { isCarried } from '#core/hours/carried'
import { firstBreak, type LedgerLine } from '#core/hours/ledger'
import { type CountedLine, isInSpan, type OpenSpan, provenFrom, servicesOn } from '#core/hours/ledgerSums'
import { isMismarked, type Vouched } from '#core/hours/marks'
import type { CompletionCertificate } from './completion'
import { type CertificateMarks, type CertificateWords, sameServices, saysWhatWasIssued } from './words'

export const isCompletion = (certificate: StoredCertificate): certificate is CompletionCertificate =>
  certificate.kind === 'completion'

/** A paper that anybody can verify. */
export type StoredCertificate = HoursCertificate | CompletionCertificate

/** What a ledger said when the certificate was issued; anybody can compare it with the ledger. */
export interface HoursCertificate extends Aggregate, CertificateWords {
  kind?: never
  activityId?: never
  edition?: never
  state: CertificateState
  /** Absent where it was issued before certificates had marks. */
  marks?: CertificateMarks
  events: Recorded<'issued' | 'revoked'>[]
}

/** Whether a certificate counts a line: one up to its last line, on one of its days. */
export const certificateCovers = (
  { seq, from, to }: Pick<HoursCertificate, 'seq' | 'from' | 'to'>,
  line: Pick<LedgerLine, 'seq' | 'day'>,
): boolean => line.seq <= seq && (from === null || line.day >= from) && (to === null || line.day <= to)

/**
 * What the lines in a span of days stand for; a line that was taken back does not count. `teamName` names a team
 * where its lines do not.
 *
 * @param entries a whole ledger, in the order of `seq`.
 */
export const provenSums = (
  entries: readonly CountedLine[],
  span: OpenSpan,
  teamName: (teamId: string) => string,
): ReturnType<typeof provenFrom> =>
  provenFrom(
    servicesOn(entries, (day) => isInSpan(day, span)),
    teamName,
  )

/**
 * Why a certificate is not valid; undefined while it says what was issued, and the ledger still agrees with it.
 *
 * @param entries the whole ledger of its member.
 * @param holderLeft the member has closed the account.
 */
export function certificateFault(
  certificate: HoursCertificate,
  entries: readonly LedgerLine[],
  vouched: Vouched,
  holderLeft = false,
): CertificateFault | undefined {
  if (certificate.state === 'revoked') return 'revoked'
  if (!saysWhatWasIssued(certificate, vouched, holderLeft)) return 'words_changed'
  const { seq, hash, minutes, honourMinutes, services, marks } = certificate
  const covered = entries.filter((entry) => entry.seq <= seq)
  if (covered.length !== seq || firstBreak(covered) !== undefined || covered.at(-1)?.hash !== hash)
    return 'ledger_changed'
  if (covered.some((line) => isMismarked(line, vouched.mark))) return 'ledger_changed'
  const proven = provenBy(certificate, covered)
  if (proven.minutes !== minutes || proven.honourMinutes !== honourMinutes) return 'ledger_changed'
  if (!marks && !sameServices(services, proven.services)) return 'words_changed'
  // a later reversal takes a line back for this certificate as well; a line that was carried to another ledger stands
  const later = entries.filter((entry) => entry.seq > seq && !isCarried(entry))
  const back = new Set(later.map(({ reverses }) => reverses))
  return covered.some((line) => back.has(line._id) && certificateCovers(certificate, line))
    ? 'revoked'
    : undefined
}

/** What the lines prove for the certificate's span. */
export const provenBy = (
  { from, to, services }: Pick<HoursCertificate, 'from' | 'to' | 'services'>,
  entries: readonly LedgerLine[],
): ReturnType<typeof provenSums> =>
  provenSums(
    entries,
    { from: from ?? undefined, to: to ?? undefined },
    (teamId) => services.find((service) => service.teamId === teamId)?.teamName ?? teamId,
  )

/** Revokes the certificate with a reason, once. Of a course it is then not followed by another. */
export function decideRevokeCertificate(
  certificate: StoredCertificate,
  command: Command,
  reason: string,
): Decision<StoredCertificate> {
  if (certificate.state === 'revoked') return { next: certificate }
  return isCompletion(certificate)
    ? revoked(certificate, command, reason, 'completion_revoked')
    : revoked(certificate, command, reason, 'certificate_revoked')
}

function revoked<Held extends StoredCertificate>(
  certificate: Held,
  command: Command,
  reason: string,
  kind: 'certificate_revoked' | 'completion_revoked',
): { next: Held } {
  const next: Held = { ...withEvent(certificate, command, 'revoked', reason), state: 'revoked' }
  const { _id, rev, memberId } = next
  const title = isCompletion(next) ? next.title : _id
  return withEffects(next, command, [
    { effect: 'notice', noticeId: `n_${_id}_${rev}`, to: memberId, kind, title, note: reason },
  ])
}
