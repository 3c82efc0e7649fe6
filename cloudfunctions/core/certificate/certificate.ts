import type { CertificateState, Issuer, ServiceDone } from '#contract/certificate'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import { firstBreak, type LedgerLine } from '#core/hours/ledger'
import { standingMinutes } from '#core/hours/union'

/** What a ledger said when the certificate was issued; anybody can compare it with the ledger. */
export interface StoredCertificate extends Aggregate {
  /** The certificate's number. */
  _id: string
  memberId: MemberId
  volunteerNo: string | null
  name: string
  from: Day | null
  to: Day | null
  /** Recorded minutes; honour minutes are counted separately. */
  minutes: number
  honourMinutes: number
  services: ServiceDone[]
  issuer: Issuer
  issuedAt: Instant
  /** The number and the hash of the last line that it covers. */
  seq: number
  hash: string
  state: CertificateState
  events: Recorded<'issued' | 'revoked'>[]
}

/** Whether a certificate counts a line: one up to its last line, on one of its days. */
export const certificateCovers = (
  { seq, from, to }: Pick<StoredCertificate, 'seq' | 'from' | 'to'>,
  line: Pick<LedgerLine, 'seq' | 'day'>,
): boolean => line.seq <= seq && (from === null || line.day >= from) && (to === null || line.day <= to)

/**
 * What the lines in a span of days stand for; a line that was taken back does not count.
 *
 * @param entries a whole ledger, in the order of `seq`.
 */
export function provenSums(
  entries: readonly LedgerLine[],
  span: { from?: Day | undefined; to?: Day | undefined },
  teamName: (teamId: string) => string,
): { minutes: number; honourMinutes: number; services: ServiceDone[] } {
  const inSpan = entries.filter(
    ({ day }) => (span.from === undefined || day >= span.from) && (span.to === undefined || day <= span.to),
  )
  const standing = standingMinutes(entries)
  const services = new Map<string, ServiceDone>()
  const sums = { minutes: 0, honourMinutes: 0 }
  for (const { _id, kind, teamId, title, day } of inSpan) {
    const proven = standing.get(_id) ?? 0
    if (proven === 0) continue
    const honour = kind === 'honour'
    sums[honour ? 'honourMinutes' : 'minutes'] += proven
    const key = JSON.stringify([teamId, title, honour])
    const { times = 0, minutes = 0, firstDay = day, lastDay = day } = services.get(key) ?? {}
    services.set(key, {
      teamId,
      teamName: teamName(teamId),
      title,
      times: times + 1,
      minutes: minutes + proven,
      ...(honour ? { honour } : {}),
      firstDay: day < firstDay ? day : firstDay,
      lastDay: day > lastDay ? day : lastDay,
    })
  }
  return { ...sums, services: [...services.values()].sort((a, b) => b.minutes - a.minutes) }
}

/** Why a certificate is not valid; undefined while the ledger still agrees with it. */
export function certificateFault(
  certificate: StoredCertificate,
  entries: readonly LedgerLine[],
): 'revoked' | 'ledger_changed' | undefined {
  if (certificate.state === 'revoked') return 'revoked'
  const { seq, hash } = certificate
  const covered = entries.filter((entry) => entry.seq <= seq)
  if (covered.length !== seq || firstBreak(covered) !== undefined || covered.at(-1)?.hash !== hash)
    return 'ledger_changed'
  const span = { from: certificate.from ?? undefined, to: certificate.to ?? undefined }
  const { minutes, honourMinutes } = provenSums(covered, span, () => '')
  if (minutes !== certificate.minutes || honourMinutes !== certificate.honourMinutes) return 'ledger_changed'
  // a later reversal takes a line back for this certificate as well
  const back = new Set(entries.filter((entry) => entry.seq > seq).map(({ reverses }) => reverses))
  return covered.some((line) => back.has(line._id) && certificateCovers(certificate, line))
    ? 'revoked'
    : undefined
}

/** Revokes the certificate with a reason, once. */
export function decideRevokeCertificate(
  certificate: StoredCertificate,
  command: Command,
  reason: string,
): Decision<StoredCertificate> {
  if (certificate.state === 'revoked') return { next: certificate }
  const next: StoredCertificate = { ...withEvent(certificate, command, 'revoked', reason), state: 'revoked' }
  return withEffects(next, command, [
    {
      effect: 'notice',
      noticeId: `n_${next._id}_${next.rev}`,
      to: next.memberId,
      kind: 'certificate_revoked',
      title: next._id,
      note: reason,
    },
  ])
}
