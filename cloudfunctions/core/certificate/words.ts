import type { Issuer, ServiceDone } from '#contract/certificate'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { canonicalJson } from '#core/change/canonicalJson'
import type { Marker, Vouched } from '#core/hours/marks'

/** Keyed hashes of what a certificate says. The name has its own, since it goes when its holder leaves. */
export interface CertificateMarks {
  words: string
  name: string
}

/** Everything that was issued, with what it is proven by. */
export interface CertificateWords {
  /** The certificate's number. */
  _id: string
  communityId: string
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
}

export function marksOf(certificate: CertificateWords, mark: Marker): CertificateMarks {
  const { _id, communityId, memberId, volunteerNo, from, to, minutes, honourMinutes } = certificate
  const { services, issuer, issuedAt, seq, hash } = certificate
  const said = { _id, communityId, memberId, volunteerNo, from, to, minutes, honourMinutes }
  return {
    words: mark(`certificate:${canonicalJson({ ...said, services, issuer, issuedAt, seq, hash })}`),
    name: markOfName(certificate, mark),
  }
}

export const markOfName = ({ _id, name }: { _id: string; name: string }, mark: Marker): string =>
  mark(`certificate name:${canonicalJson([_id, name])}`)

/** The day in a certificate's number, `TBK-261124-307146`: the code on the paper proves the number. */
const dayOfNumber = (certificateNo: string): Day => {
  const [, year, month, day] = /-(\d{2})(\d{2})(\d{2})-/.exec(certificateNo) ?? []
  return `20${year}-${month}-${day}`
}

/**
 * Whether the words are those that were issued. A certificate without marks is from before they were made, which
 * its number shows; its services must then be those of the ledger, see `sameServices`.
 *
 * @param holderLeft the account is closed, and the name has gone with it.
 */
export function saysWhatWasIssued(
  certificate: CertificateWords & { marks?: CertificateMarks },
  { mark, since }: Vouched,
  holderLeft: boolean,
): boolean {
  const { marks } = certificate
  if (!marks) return since === undefined || dayOfNumber(certificate._id) <= since
  const own = marksOf(certificate, mark)
  return marks.words === own.words && (holderLeft || marks.name === own.name)
}

/** The names of teams may differ: they are those of the day of issue. */
export function sameServices(a: readonly ServiceDone[], b: readonly ServiceDone[]): boolean {
  const counted = (services: readonly ServiceDone[]) =>
    services.map(({ teamName: _, ...service }) => canonicalJson(service)).sort()
  return canonicalJson(counted(a)) === canonicalJson(counted(b))
}
