import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { type BirthSpot, birthSpot, dependentBirthSpot, openBirth } from '#app/member/birth'
import { recordOpening } from '#app/member/opening'
import { tellMembers } from '#app/notice/tell'
import type { activityBirthdays, activityInvite, Celebrant } from '#contract/activity'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { activityStateAt } from '#core/activity/decide'
import { birthdayIn, monthKeys } from '#core/member/birthday'
import type { Member, StoredDependent } from '#core/member/member'
import { activities, dependents, members } from '#store/collections'

/** Fewer people have their birthday in one month. */
const manyBirthdays = 1000
/** So many documents are written at once. */
const atOnce = 20

/**
 * Lists elders whose birthday falls in the month, with the day and the age they turn. Only birthdays under a
 * key of that month are opened, and an opening is recorded, with the reason, before anything is shown.
 */
export async function birthdays(
  context: MemberContext,
  { month, reason }: Input<typeof activityBirthdays>,
): Promise<Answer<Page<Celebrant>>> {
  const { settings, community } = context
  const { sealing } = settings
  const communityId = community._id
  const keys = monthKeys(month)
  const [born, cared] = await Promise.all([
    Promise.all(
      keys.map((birthMonthKey) =>
        members.find(
          'byBirthMonth',
          { communityId, birthMonthKey, state: 'verified' },
          { limit: manyBirthdays },
        ),
      ),
    ),
    Promise.all(
      keys.map((birthMonthKey) =>
        dependents.find(
          'byBirthMonth',
          { communityId, birthMonthKey, removed: false },
          { limit: manyBirthdays },
        ),
      ),
    ),
  ])
  const turning = (sealed: string | null, spot: BirthSpot) => {
    const birthday = sealed === null ? undefined : birthdayIn(openBirth(sealed, spot, sealing), month)
    return birthday && birthday.turns >= community.limits.eldersFromAge ? birthday : undefined
  }
  const ofMember = (member: Member): Celebrant[] => {
    const birthday = turning(member.birth, birthSpot(member._id))
    return birthday ? [{ memberId: member._id, name: member.name, ...birthday }] : []
  }
  const ofDependent = ({ _id, memberId, name, birthDay }: StoredDependent): Celebrant[] => {
    const birthday = turning(birthDay, dependentBirthSpot(_id))
    return birthday ? [{ memberId, dependentId: _id, name, ...birthday }] : []
  }
  const items = [...born.flat().flatMap(ofMember), ...cared.flat().flatMap(ofDependent)].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  await inSteps(items, ({ memberId, dependentId }) =>
    recordOpening(context, {
      once: 'a command',
      of: [memberId, dependentId ?? ''],
      subjectId: memberId,
      fields: [dependentId === undefined ? 'birth' : 'dependentBirth'],
      reason,
      about: memberId,
    }),
  )
  return yes({ items })
}

/** Invites members to an activity that is published and not over. Inviting somebody twice sends one notice. */
export async function inviteCelebrants(
  { command, member }: MemberContext,
  { activityId, memberIds }: Input<typeof activityInvite>,
): Promise<Answer<{ invited: number }>> {
  const activity = await activities.get(activityId)
  if (!activity) return no('not_found')
  const state = activityStateAt(activity, command.at)
  if (state === 'cancelled') return no('activity_cancelled')
  if (state === 'finished') return no('activity_over')
  if (state === 'draft') return no('conflict')
  const asked = [...new Set(memberIds)]
  const { communityId } = member
  const known = await members.getMany(asked, {
    where: { communityId, state: 'verified' },
    fields: ['_id'],
  })
  const verified = new Set(known.map(({ _id }) => _id))
  const stranger = asked.find((id) => !verified.has(id))
  if (stranger !== undefined)
    return invalid(`memberIds.${memberIds.indexOf(stranger)}`, 'is not a verified member')
  await tellMembers(
    asked.map((to) => ({
      effect: 'notice',
      noticeId: `n_${activityId}_invited_${to}`,
      to,
      kind: 'activity_invited',
      activityId,
      title: activity.title,
      windowFrom: activity.firstFrom,
      who: member.name,
      whoId: member._id,
    })),
    communityId,
    command.at,
  )
  return yes({ invited: asked.length })
}

/** A month's birthdays are many writes, so a few are done at a time. */
async function inSteps<Each>(all: readonly Each[], act: (each: Each) => Promise<void>): Promise<void> {
  for (let first = 0; first < all.length; first += atOnce)
    await Promise.all(all.slice(first, first + atOnce).map(act))
}
