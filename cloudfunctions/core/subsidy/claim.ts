import type { Limits } from '#contract/community'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Gone, withoutName } from '#core/account/withoutName'
import { type Command, type Decision, unwritten, withEffects, withEvent } from '#core/change/aggregate'
import { atRest, type StoredSubsidy, type SubsidyClaim, subsidyId } from './subsidy'

/** The course that somebody claims for. */
interface ClaimedCourse {
  activityId: string
  sessionId: string
  title: string
  courseEnds: Instant
}

/** A subsidy before its person has claimed it. */
export const newSubsidy = (
  { sessionId, ...course }: ClaimedCourse,
  { _id: memberId, communityId }: { _id: MemberId; communityId: string },
): StoredSubsidy => ({
  _id: subsidyId(sessionId, memberId),
  communityId,
  ...unwritten(),
  ...course,
  sessionId,
  memberId,
  claim: null,
  ground: null,
  lines: {},
  restsSince: null,
})

type GroundTerm = Pick<Limits, 'subsidyGroundDays'>

/** Until when a course can be claimed, and the ground of a claim is kept. */
export const groundEndsAt = (courseEnds: Instant, { subsidyGroundDays }: GroundTerm): Instant =>
  courseEnds + subsidyGroundDays * dayMs

/** Whether somebody has claimed, and has not taken it back. */
export const isClaimed = ({ claim }: Pick<StoredSubsidy, 'claim'>): boolean =>
  claim !== null && claim.withdrawnAt === undefined

/** Somebody states why they get the subsidy, and agrees that this is kept. Saying something else replaces it. */
export function decideClaimSubsidy(
  subsidy: StoredSubsidy,
  command: Command,
  said: { ground: string; claim: SubsidyClaim } & Pick<ClaimedCourse, 'title' | 'courseEnds'>,
  limits: GroundTerm,
): Decision<StoredSubsidy> {
  const wakesAt = groundEndsAt(said.courseEnds, limits)
  if (wakesAt <= command.at) return { refusal: 'subsidy_closed' }
  const next = atRest({ ...withEvent(subsidy, command, 'claimed'), ...said })
  return withEffects(next, command, [], wakesAt)
}

/** Takes the consent back: the ground goes at once, and nothing more is owed. What was paid stays. */
export function decideWithdrawClaim(subsidy: StoredSubsidy, command: Command): Decision<StoredSubsidy> {
  if (!subsidy.claim || !isClaimed(subsidy)) return { next: subsidy }
  const next: StoredSubsidy = {
    ...withEvent(subsidy, command, 'withdrawn'),
    ground: null,
    claim: { ...subsidy.claim, withdrawnAt: command.at },
  }
  return withEffects(next, command, [])
}

/** Removes the ground when its term is over, counted from the end of the course as it is by now. */
export function decideGroundPassing(
  subsidy: StoredSubsidy,
  command: Command,
  courseEnds: Instant,
  limits: GroundTerm,
): Decision<StoredSubsidy> | undefined {
  if (subsidy.wakesAt === null || subsidy.wakesAt > command.at) return undefined
  const endsAt = groundEndsAt(courseEnds, limits)
  if (endsAt > command.at)
    return withEffects({ ...subsidy, rev: subsidy.rev + 1, courseEnds }, command, [], endsAt)
  const over = withEvent({ ...subsidy, ground: null, courseEnds }, command, 'ground_over')
  return withEffects(atRest(over), command, [])
}

/**
 * A subsidy without a forgotten person: the ground and what was said go, the amounts stay for the books without a
 * name. One without lines goes whole.
 */
export function subsidyWithout(subsidy: StoredSubsidy, { memberId, name }: Gone): StoredSubsidy | 'remove' {
  const next = withoutName(subsidy, memberId, name)
  if (subsidy.memberId !== memberId) return next
  const { lines, claim, ground } = next
  if (Object.keys(lines).length === 0) return 'remove'
  if (claim === null && ground === null) return next
  const restsSince = atRest(next).restsSince ?? Math.max(...Object.values(lines).map(({ at }) => at))
  return { ...next, claim: null, ground: null, wakesAt: null, restsSince }
}

/**
 * An account and the paper member it has adopted, both in one course: the lines of both stand, since their keys never
 * meet, and the claim of the one that has one.
 */
export function subsidiesJoined(moved: StoredSubsidy, there: StoredSubsidy): StoredSubsidy {
  const own = isClaimed(there) || !moved.claim
  const { claim, ground, wakesAt } = own ? there : moved
  const dueAt = there.pending.length > 0 ? there.dueAt : wakesAt
  return atRest({ ...there, claim, ground, wakesAt, dueAt, lines: { ...moved.lines, ...there.lines } })
}
