import { type MemberContext, no, yes } from '#app/call/context'
import { ledgersOf } from '#app/certificate/certificates'
import { issued } from '#app/certificate/number'
import type { CertificateIssued } from '#contract/certificate'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { trainingOne } from '#contract/training'
import { editionsOf } from './certify'

/** The caller's certificate of a course, as far as one stands. */
export async function ownCertificate(
  context: MemberContext,
  { activityId }: Input<typeof trainingOne>,
): Promise<Answer<CertificateIssued>> {
  const editions = await editionsOf(activityId, ledgersOf(context.member))
  const standing = editions.find(({ state }) => state === 'valid')
  return standing ? yes(issued(context, standing._id)) : no('not_completed')
}
