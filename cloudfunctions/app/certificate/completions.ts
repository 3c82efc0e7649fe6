import type { Context } from '#app/call/context'
import { issuerOf } from '#app/community/community'
import { ownDoorsOfCourse } from '#app/training/attendance'
import type { CertificateFault, CertificateVerified, CourseDone } from '#contract/certificate'
import type { MemberId } from '#contract/shared/scalars'
import { type CompletionCertificate, completionFault } from '#core/certificate/completion'
import type { Vouched } from '#core/hours/marks'
import { maskName } from '#core/member/mask'
import type { Member } from '#core/member/member'
import type { Session } from '#core/session/session'
import { type Completion, completionBy } from '#core/training/completion'
import { sessions } from '#store/collections'

/** What the lists of a completed course say of a trainee; undefined also where the course was not completed. */
export async function doneIn(
  session: Pick<Session, 'completed'> | undefined,
  memberIds: readonly MemberId[],
): Promise<Completion | undefined> {
  if (!session?.completed) return undefined
  const { course } = session.completed
  return completionBy(course, await ownDoorsOfCourse(course, memberIds), memberIds)
}

/** The ids under which a trainee stands in the lists: an account that has adopted a paper member moves to theirs. */
export const traineeIds = (memberId: MemberId, holder: Pick<Member, '_id' | 'accountId'> | undefined) => [
  ...new Set([memberId, ...(holder ? [holder._id, ...(holder.accountId ? [holder.accountId] : [])] : [])]),
]

/** Why a certificate of completion is not valid: its course is looked at as it is. */
export async function faultOfCompletion(
  certificate: CompletionCertificate,
  memberIds: readonly MemberId[],
  vouched: Pick<Vouched, 'mark'>,
  left: boolean,
): Promise<CertificateFault | undefined> {
  if (certificate.state === 'revoked') return 'revoked'
  const [session] = await sessions.getMany([certificate.sessionId], { fields: ['completed'] })
  return completionFault(certificate, await doneIn(session, memberIds), vouched, left)
}

export const courseDone = ({ activityId, title, attended, of }: CompletionCertificate): CourseDone => ({
  activityId,
  title,
  attended,
  of,
})

/** What anybody with the paper learns of a completion. */
export function verifiedCompletion(
  context: Context,
  certificate: CompletionCertificate,
  reason: CertificateFault | undefined,
  left: boolean,
): CertificateVerified {
  const { _id: certificateNo, name, minutes, from, to, issuer, issuedAt, ended } = certificate
  const changed = reason === 'words_changed'
  return {
    valid: reason === undefined,
    ...(reason === undefined ? {} : { reason }),
    ...(ended === 'replaced' && { replaced: true as const }),
    certificateNo,
    kind: 'completion',
    nameMasked: left || changed ? '' : maskName(name),
    ...(left ? { holder: 'closed' as const } : {}),
    ...(changed ? {} : { course: courseDone(certificate) }),
    minutes: changed ? 0 : minutes,
    honourMinutes: 0,
    ...(changed ? {} : { from, to }),
    services: [],
    issuer: changed ? issuerOf(context.community) : issuer,
    issuedAt,
  }
}
