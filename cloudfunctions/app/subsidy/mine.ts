import { type MemberContext, no, yes } from '#app/call/context'
import { openedAtCounter } from '#app/member/opening'
import { courseOf, isTrainee } from '#app/training/trainees'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MySubsidy, subsidyMine } from '#contract/subsidy'
import { groundEndsAt, isClaimed } from '#core/subsidy/claim'
import { type Rate, rateOf } from '#core/subsidy/owed'
import { type StoredSubsidy, storiesOf, subsidyId, subsidySums } from '#core/subsidy/subsidy'
import { lineView } from '#core/subsidy/view'
import { spanOfCourse } from '#core/training/course'
import { activities, subsidies } from '#store/collections'
import { openGround, openSubsidy } from './sealed'

/** Nobody has been at more courses that pay for the way. */
const manyCourses = 100

/** Shows one's own claims and what became of them; of one course also whether it may be claimed. */
export async function mine(
  context: MemberContext,
  { activityId }: Input<typeof subsidyMine>,
): Promise<Answer<{ items: MySubsidy[] }>> {
  const { identity } = context
  if (identity.actedFor === 'staff') {
    const refusal = await openedAtCounter(context, 'subsidy', ['subsidy', 'subsidyGround'])
    if (refusal) return refusal
  }
  return activityId === undefined
    ? yes({ items: await ownSubsidies(context) })
    : oneCourse(context, activityId)
}

async function oneCourse(
  context: MemberContext,
  activityId: string,
): Promise<Answer<{ items: MySubsidy[] }>> {
  const { member, command, community } = context
  const found = await courseOf(activityId)
  if (!found) return no('not_found')
  const { activity, course, session } = found
  const rate = rateOf(activity)
  const stored = await subsidies.get(subsidyId(session._id, member._id))
  const inTime = command.at < groundEndsAt(spanOfCourse(course).to, community.limits)
  const mayClaim = rate.fen > 0 && inTime && (await isTrainee(found, member._id))
  const { title } = activity
  const { subsidyGroundDays: groundDays } = community.limits
  const sums = { owedFen: 0, paidFen: 0, lines: [] }
  const none = { activityId, title, rateFen: rate.fen, per: rate.per, groundDays, ...sums }
  const own = stored ? shown(context, stored, rate, title) : none
  return yes({ items: [{ ...own, ...(mayClaim && { mayClaim }) }] })
}

/** All that the member has claimed, the latest course first. */
export async function ownSubsidies(context: MemberContext): Promise<MySubsidy[]> {
  const { _id: memberId } = context.member
  const found = await subsidies.find('byMember', { memberId }, { limit: manyCourses })
  const courses = await activities.getMany(
    found.map(({ activityId }) => activityId),
    { fields: ['title', 'subsidyFen', 'subsidyPer'] },
  )
  return found.flatMap((stored) => {
    const course = courses.find(({ _id }) => _id === stored.activityId)
    return course ? [shown(context, stored, rateOf(course), course.title)] : []
  })
}

function shown(
  { member, community, settings }: MemberContext,
  stored: StoredSubsidy,
  rate: Rate,
  title: string,
): MySubsidy {
  const subsidy = openSubsidy(stored, settings.sealing)
  const stories = storiesOf(subsidy)
  const { claim, activityId } = subsidy
  return {
    activityId,
    title,
    rateFen: rate.fen,
    per: rate.per,
    groundDays: community.limits.subsidyGroundDays,
    ...subsidySums(stories),
    ...(claim && {
      claim: {
        at: claim.at,
        ...openGround(stored, settings.sealing),
        ...(!isClaimed(stored) && { withdrawn: true as const }),
      },
    }),
    lines: stories.map((story) => lineView(subsidy, story, member.name)),
  }
}
