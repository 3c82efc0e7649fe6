import { type Context, type MemberContext, no, yes } from '#app/call/context'
import type {
  AllFigures,
  FollowUpCard,
  MyPlacement,
  PlacementCard,
  PlacementOfCourse,
  placementDue,
  placementList,
  placementMine,
} from '#contract/placement'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { figuresOf } from '#core/placement/figures'
import { cardFields, followUpCardOf, myPlacementOf, placementCardOf, wayFields } from '#core/placement/view'
import { vacancyCardFields } from '#core/vacancy/view'
import { activities, placements, vacancies } from '#store/collections'
import { above, oneOf } from '#store/words/conditions'

/** Who has withdrawn is nobody's to see. */
const shown = oneOf(['interested', 'invited', 'placed', 'declined', 'left'] as const)
const about = vacancies.naming('_id', 'vacancyId', vacancyCardFields)

export async function list(
  { command }: Context,
  { vacancyId, cursor, limit = 20 }: Input<typeof placementList>,
): Promise<Answer<Page<PlacementCard>>> {
  const [vacancy] = await vacancies.getMany([vacancyId], { fields: ['firm', 'publisherId'] })
  if (!vacancy) return no('not_found')
  const page = await placements.page(
    'byVacancy',
    { vacancyId, state: shown },
    { cursor, limit, fields: cardFields },
  )
  const items = page.items.map((one) => placementCardOf(one, vacancy, command.whoId, command.at))
  return yes({ ...page, items })
}

export async function mine(
  { member, command }: MemberContext,
  { cursor, limit = 20 }: Input<typeof placementMine>,
): Promise<Answer<Page<MyPlacement>>> {
  const page = await placements.pageNamed(
    'byMember',
    { memberId: member._id },
    { cursor, limit, fields: [...wayFields, 'vacancyId'] },
    { about },
  )
  const items = page.items.flatMap((one) =>
    one.about.map((vacancy) => myPlacementOf(one, vacancy, command.at)),
  )
  return yes({ ...page, items })
}

/** The follow-ups that stand, the one that has stood longest first. */
export async function due(
  { community, command }: Context,
  { cursor, limit = 20 }: Input<typeof placementDue>,
): Promise<Answer<Page<FollowUpCard>>> {
  const page = await placements.pageNamed(
    'asks',
    { communityId: community._id, asksAt: above(0) },
    { cursor, limit, fields: ['vacancyId', 'memberId', 'memberName', 'state', 'stints', 'asksAt'] },
    { about },
  )
  const items = page.items.flatMap((one) =>
    one.about.flatMap((vacancy) => followUpCardOf(one, vacancy, command.at) ?? []),
  )
  return yes({ ...page, items })
}

/** One read brings so many placements. */
const manyRead = 500
const everyState = oneOf(['interested', 'invited', 'placed', 'declined', 'left', 'withdrawn'] as const)
const course = vacancies.naming('_id', 'vacancyId', ['activityId'])

/** Counts every placement there is, over all and by the course that its vacancy follows now. */
export async function figures({ community, command }: Context): Promise<Answer<AllFigures>> {
  const { _id: communityId } = community
  const all: { activityId: string | undefined; way: Parameters<typeof figuresOf>[0][number] }[] = []
  let cursor: string | undefined
  do {
    const page = await placements.pageNamed(
      'byState',
      { communityId, state: everyState },
      { cursor, limit: manyRead, fields: ['state', 'since', 'stints', 'events', 'vacancyId'] },
      { course },
    )
    all.push(...page.items.map((way) => ({ activityId: way.course[0]?.activityId, way })))
    cursor = page.nextCursor
  } while (cursor !== undefined)
  const ids = [...new Set(all.flatMap(({ activityId }) => activityId ?? []))]
  const titles = await activities.getMany(ids, { fields: ['title'] })
  const courses = titles.map(({ _id: activityId, title }): PlacementOfCourse => {
    const ways = all.filter((one) => one.activityId === activityId).map(({ way }) => way)
    return { activityId, title, ...figuresOf(ways, command.at) }
  })
  return yes({
    ...figuresOf(
      all.map(({ way }) => way),
      command.at,
    ),
    courses: courses.sort((a, b) => (a.title < b.title ? -1 : 1)),
  })
}
