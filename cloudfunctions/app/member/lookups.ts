import type { MemberContext } from '#app/call/context'
import { memberIdOf } from '#app/call/ids'
import type { Settings } from '#app/call/settings'
import { tellMember } from '#app/notice/tell'
import { defaultPaces, type Pace, type PaceName } from '#contract/shared/pace'
import { type Refusal, refuse } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Member } from '#core/member/member'
import { lookups } from '#store/collections'
import { log } from '#store/platform/log'
import type { CommunityDocument } from '#store/rows/community'
import type { OwnCount } from '#store/rows/gate'
import { appended, plus } from '#store/words/changes'
import { below, not } from '#store/words/conditions'

type Counting = Pick<Member, '_id' | 'communityId'>
/** Who looks, with the name under which it is reported. */
export type Looking = Counting & Pick<Member, 'name'>
type Paced = Pick<CommunityDocument, '_id' | 'paces'>

export const limitOf = (pace: PaceName, { paces }: Pick<CommunityDocument, 'paces'>): Pace =>
  paces?.[pace] ?? defaultPaces[pace]

/** One look into other people's records. `what` names what is looked at where the same look counts once a day. */
export interface Look {
  pace: PaceName
  at: Instant
  what?: string
}

/**
 * Counts one look into other people's records, over all instances, and refuses it when the day's looks are
 * spent. One conditional write decides: of any number at once exactly the limit passes. The first admin is
 * then told, once a day for each member.
 */
export async function lookupSpent(
  look: Look,
  member: Looking,
  community: Paced,
  settings: Settings,
): Promise<Refusal | undefined> {
  const { perDay } = limitOf(look.pace, community)
  if (perDay === undefined || (await counted(look, perDay, member))) return undefined
  await tellFirstAdmin(look, member, community._id, settings)
  return refuse('lookups_spent')
}

/**
 * Counts what a member does for themselves, over all instances; false where the day's are spent. `what` counts
 * once, however often it is sent.
 */
export const countsToday = (
  pace: OwnCount,
  what: string,
  { member, command }: MemberContext,
): Promise<boolean> => countedToday(pace, what, member, command.at)

/** The same for somebody who may have no account: they are counted by the id it would have. */
export const countedToday = (pace: OwnCount, what: string, person: Counting, at: Instant): Promise<boolean> =>
  counted({ pace, at, what }, ownPerDay[pace], person)

/** Nobody tries more codes, adds more relatives, or needs more papers, on one day. */
const ownPerDay: Readonly<Record<OwnCount, number>> = {
  relatives: 20,
  certificates: 30,
  adoptions: 10,
}

type Counted = Omit<Look, 'pace'> & { pace: PaceName | OwnCount }

const lookupsId = ({ pace, at }: Counted, { _id }: Pick<Member, '_id'>): string =>
  `${_id}_${pace}_${dayOf(at)}`

/** False where the day's looks are spent. */
async function counted(look: Counted, perDay: number, member: Counting): Promise<boolean> {
  const { pace, at, what } = look
  const _id = lookupsId(look, member)
  const within = { _id, count: below(perDay), ...(what !== undefined && { seen: not(what) }) }
  const change = { count: plus(1), ...(what !== undefined && { seen: appended([what]) }) }
  const oneMore = () => lookups.update(within, change)
  if (await oneMore()) return true
  const { _id: memberId, communityId } = member
  const first = {
    _id,
    communityId,
    memberId,
    pace,
    count: 1,
    at,
    ...(what !== undefined && { seen: [what] }),
  }
  if (await lookups.insert(first)) return true
  // somebody else may have written the day's first look just now
  if (await oneMore()) return true
  return what !== undefined && ((await lookups.get(_id))?.seen?.includes(what) ?? false)
}

async function tellFirstAdmin(
  look: Look,
  member: Looking,
  communityId: string,
  settings: Settings,
): Promise<void> {
  log('pace.day_spent', { pace: look.pace, memberId: member._id })
  await tellMember(
    {
      effect: 'notice',
      noticeId: `lookups_${lookupsId(look, member)}`,
      to: memberIdOf(communityId, settings.firstAdminOpenid),
      kind: 'lookups_stopped',
      who: member.name,
      whoId: member._id,
    },
    communityId,
    look.at,
  )
}
