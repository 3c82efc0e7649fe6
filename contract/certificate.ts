import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import {
  type Day,
  day,
  groupedCode,
  hyphenatedCode,
  type Instant,
  line,
  paging,
  personName,
  properName,
  type TeamId,
} from './shared/scalars'

export const hoursCertificate = v.pipe(
  v.object({ from: v.optional(day), to: v.optional(day) }),
  v.check(
    ({ from, to }) => from === undefined || to === undefined || from <= to,
    'to must not be before from',
  ),
)
export const certificateNo = v.pipe(hyphenatedCode, v.regex(/^[A-Z]{2,6}-\d{6}-\d{6}$/))
export const verifyCode = v.pipe(groupedCode, v.regex(/^[A-Z2-7]{10}$/))
export const hoursCertificates = v.object({ ...paging })
export const certificateGet = v.object({ certificateNo })
export const certificateRevoke = v.object({ certificateNo, reason: line(2, 100) })
export const certificateVerify = v.object({
  certificateNo,
  verifyCode,
})
/** The organisation that answers for the certificates; an administrator edits it. */
export const issuer = v.object({
  name: v.pipe(properName(40), v.minLength(2)),
  head: v.optional(personName),
  handler: v.optional(personName),
  contact: v.optional(line(1, 40)),
})

export interface Issuer {
  /** The body that organised and recorded the service. */
  name: string
  head?: string | undefined
  handler?: string | undefined
  contact?: string | undefined
}
export type CertificateState = 'valid' | 'revoked'
/** What it proves: hours of service, or a course that was completed. */
export type CertificateKind = 'hours' | 'completion'
/**
 * `words_changed`: the deployment's document does not say any more what was issued. `ledger_changed`: the
 * ledger under it does not; `attendance_changed`: the lists of the course's lessons do not.
 */
export type CertificateFault = 'revoked' | 'words_changed' | 'ledger_changed' | 'attendance_changed'
/** The course that a certificate of completion is about. */
export interface CourseDone {
  activityId: string
  title: string
  /** At how many of the lessons the holder was. */
  attended: number
  /** How many lessons were held. */
  of: number
}
/** One kind of service in one team; recorded minutes and minutes of honour are separate rows. */
export interface ServiceDone {
  teamId: TeamId
  teamName: string
  title: string
  times: number
  minutes: number
  /** The minutes are honour time, on the word of two leaders. */
  honour?: true
  /** The first and the last day of the services counted here. */
  firstDay: Day
  lastDay: Day
}
export interface CertificateIssued {
  certificateNo: string
  /** Ten characters; only the paper and the deployment know them. */
  verifyCode: string
  /** The path of the public page on the deployment's own address. */
  verifyPath: string
  /** The whole address, where the deployment knows its own. */
  verifyUrl?: string
}
export interface CertificateCard {
  certificateNo: string
  kind: CertificateKind
  state: CertificateState
  from?: Day
  to?: Day
  /** Of a course, the minutes of the lessons that the trainee was at. */
  minutes: number
  /** Only of a completed course. */
  course?: CourseDone
  issuedAt: Instant
}
/**
 * Everything that stands on the paper; only its holder and an admin get it. Of a completed course there are neither
 * minutes of honour, nor services, nor a line of a ledger: 0, none, 0 and an empty hash.
 */
export interface Certificate extends CertificateCard, CertificateIssued {
  name: string
  volunteerNo?: string
  honourMinutes: number
  services: ServiceDone[]
  issuer: Issuer
  /** The number and the hash of the last ledger line that the certificate covers. */
  seq: number
  hash: string
  revokedReason?: string
  /** It is revoked, and another stands in its place. */
  replaced?: true
}
/** What anybody with the paper learns. */
export interface CertificateVerified {
  valid: boolean
  /** Why it does not hold. */
  reason?: CertificateFault
  /** It is revoked, and another stands in its place. */
  replaced?: true
  certificateNo: string
  kind: CertificateKind
  /** Only of a completed course; it then has no services. */
  course?: CourseDone
  /** Empty where the holder has closed the account, or where the words were changed. */
  nameMasked: string
  /** The holder has closed the account, and the name is kept nowhere. */
  holder?: 'closed'
  /** Issued before certificates had a mark: the hours agree with the ledger, the other words are not proven. */
  unmarked?: true
  volunteerNo?: string
  minutes: number
  honourMinutes: number
  from?: Day
  to?: Day
  services: ServiceDone[]
  issuer: Issuer
  issuedAt: Instant
}

export const certificateOperations = {
  'hours.certificate': { input: hoursCertificate, reply: reply<CertificateIssued>() },
  'hours.certificates': { input: hoursCertificates, reply: reply<Page<CertificateCard>>() },
  'certificate.get': { input: certificateGet, reply: reply<Certificate>() },
  'certificate.revoke': { input: certificateRevoke, reply: reply<{ state: CertificateState }>() },
  'certificate.verify': { input: certificateVerify, reply: reply<CertificateVerified>() },
} as const satisfies Record<string, ContractRow>
