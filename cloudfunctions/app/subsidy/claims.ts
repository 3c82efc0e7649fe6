import { type MemberContext, no, yes } from '#app/call/context'
import { courseOf, isTrainee } from '#app/training/trainees'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { type subsidyClaim, subsidyConsentVersion, type subsidyWithdrawClaim } from '#contract/subsidy'
import { decideClaimSubsidy, decideWithdrawClaim, isClaimed, newSubsidy } from '#core/subsidy/claim'
import { rateOf } from '#core/subsidy/owed'
import { type StoredSubsidy, subsidyId } from '#core/subsidy/subsidy'
import { spanOfCourse } from '#core/training/course'
import { subsidies } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { openGround, sealGround } from './sealed'

/** A trainee states why they get the subsidy of this course, and agrees that this is kept for it. */
export async function stateClaim(
  context: MemberContext,
  { activityId, ground, words, word }: Input<typeof subsidyClaim>,
): Promise<Answer<{ state: 'claimed' }>> {
  const { member, command, community, identity, settings } = context
  const found = await courseOf(activityId)
  if (!found) return no('not_found')
  if (rateOf(found.activity).fen === 0) return no('subsidy_none')
  if (!(await isTrainee(found, member._id))) return no('subsidy_no_place')
  const atCounter = identity.actedFor === 'staff'
  if (atCounter && word === undefined) return no('word_needed')
  if (words !== undefined && (await checkText(context.writer, words)) === 'risky') return no('text_risky')
  const { sealing } = settings
  const sessionId = found.session._id
  const _id = subsidyId(sessionId, member._id)
  const course = { title: found.activity.title, courseEnds: spanOfCourse(found.course).to }
  const stated = { ground, ...(words !== undefined && { words }) }
  const version = subsidyConsentVersion
  const said = {
    ...course,
    ground: sealGround(_id, stated, sealing),
    claim: { at: command.at, version, ...(atCounter && word !== undefined && { word }) },
  }
  const isSame = (subsidy: StoredSubsidy): boolean => {
    const known = isClaimed(subsidy) ? openGround(subsidy, sealing) : undefined
    return known?.ground === ground && known.words === words
  }
  const claimed = await context.change(
    subsidies,
    _id,
    command,
    (subsidy) =>
      isSame(subsidy) ? { next: subsidy } : decideClaimSubsidy(subsidy, command, said, community.limits),
    newSubsidy({ activityId, sessionId, ...course }, member),
  )
  return claimed.refusal ?? yes({ state: 'claimed' })
}

/** Takes the claim and the consent back; the ground is erased at once. */
export async function withdrawClaim(
  { member, command, change }: MemberContext,
  { activityId }: Input<typeof subsidyWithdrawClaim>,
): Promise<Answer<{ state: 'withdrawn' }>> {
  const found = await courseOf(activityId)
  if (!found) return no('not_found')
  const withdrawn = await change(subsidies, subsidyId(found.session._id, member._id), command, (subsidy) =>
    decideWithdrawClaim(subsidy, command),
  )
  return withdrawn.refusal ?? yes({ state: 'withdrawn' })
}
