import { type Asker, type Context, hasOneOf, invalid, type MemberContext, no, yes } from '#app/call/context'
import { derivedId } from '#app/call/ids'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, refuse, refuseFee } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import type {
  VacancyCard,
  VacancyDetail,
  VacancyState,
  vacancyClose,
  vacancyEdit,
  vacancyGet,
  vacancyList,
  vacancyPublish,
} from '#contract/vacancy'
import { placementId } from '#core/placement/placement'
import { ownPlacementOf } from '#core/placement/view'
import {
  decideCloseVacancy,
  decideEditVacancy,
  decidePublishVacancy,
  editedVacancy,
  newVacancy,
  type VacancyContent,
  vacancyFault,
  vacancyWords,
} from '#core/vacancy/vacancy'
import { vacancyCardFields, vacancyCardOf } from '#core/vacancy/view'
import { activities, placements, vacancies } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { above } from '#store/words/conditions'

/** Who publishes vacancies and sees who wants to go. */
export const publishers = ['admin', 'coordinator'] as const

export const runsVacancies = (context: Asker): boolean => hasOneOf(context, publishers)

/** Why these words may not be shown: they ask for money, end too late, or WeChat finds them risky. */
async function unfit(
  { command, writer }: MemberContext,
  content: VacancyContent,
): Promise<Refusal | undefined> {
  const fault = vacancyFault(content, command.at)
  if (fault) return fault.word === undefined ? no(fault.refusal) : refuseFee(fault.word)
  return (await checkText(writer, vacancyWords(content))) === 'risky' ? no('text_risky') : undefined
}

/** The title of a published course; undefined where there is none of this id. */
async function courseTitle(activityId: string): Promise<string | undefined> {
  const [course] = await activities.getMany([activityId], { fields: ['title', 'kind', 'published'] })
  return course?.kind === 'training' && course.published ? course.title : undefined
}

const noCourse = (): Refusal => invalid('activityId', 'is no course that was published')

/** Shows a vacancy to everybody. Its id derives from the command, so a repeat finds the same. */
export async function publish(
  context: MemberContext,
  { words, activityId, count, ...said }: Input<typeof vacancyPublish>,
): Promise<Answer<{ vacancyId: string }>> {
  const { member, command, change } = context
  const content: VacancyContent = {
    ...said,
    ...(words !== undefined && { words }),
    ...(activityId !== undefined && { activityId }),
    ...(count !== undefined && { count }),
  }
  if (activityId !== undefined && (await courseTitle(activityId)) === undefined) return noCourse()
  const refusal = await unfit(context, content)
  if (refusal) return refusal
  const start = newVacancy(derivedId('vac', command.key), member, content, command.at)
  const published = await change(
    vacancies,
    start._id,
    command,
    (vacancy) => decidePublishVacancy(vacancy, command),
    start,
    'unseen',
  )
  return published.refusal ?? yes({ vacancyId: published.state._id })
}

export async function edit(
  context: MemberContext,
  { vacancyId, ...parts }: Input<typeof vacancyEdit>,
): Promise<Answer<{ vacancyId: string }>> {
  const { command, change } = context
  const vacancy = await vacancies.get(vacancyId)
  if (!vacancy) return no('not_found')
  if (parts.activityId && (await courseTitle(parts.activityId)) === undefined) return noCourse()
  const edited = editedVacancy(vacancy, parts)
  const refusal = edited === vacancy ? undefined : await unfit(context, edited)
  if (refusal) return refusal
  const changed = await change(vacancies, vacancyId, command, (state) =>
    decideEditVacancy(state, command, parts),
  )
  return changed.refusal ?? yes({ vacancyId })
}

export async function close(
  { command, change, writer }: MemberContext,
  { vacancyId, reason }: Input<typeof vacancyClose>,
): Promise<Answer<{ state: VacancyState }>> {
  if ((await checkText(writer, reason)) === 'risky') return no('text_risky')
  const closed = await change(vacancies, vacancyId, command, (vacancy) =>
    decideCloseVacancy(vacancy, command, reason),
  )
  return closed.refusal ?? yes({ state: closed.state.state })
}

export async function list(
  { community, command }: Context,
  { when = 'open', cursor, limit = 20 }: Input<typeof vacancyList>,
): Promise<Answer<Page<VacancyCard>>> {
  const listing = { cursor, limit, fields: vacancyCardFields }
  const { _id: communityId } = community
  const page =
    when === 'open'
      ? await vacancies.page('open', { communityId, state: 'open', validTo: above(command.at) }, listing)
      : await vacancies.page('over', { communityId, state: 'closed' }, listing)
  return yes({ ...page, items: page.items.map((vacancy) => vacancyCardOf(vacancy, command.at)) })
}

/** Shows one vacancy to anybody, with the caller's own way; nobody reads of others'. */
export async function get(
  context: Context,
  { vacancyId }: Input<typeof vacancyGet>,
): Promise<Answer<VacancyDetail>> {
  const { community, command, identity } = context
  const memberId = identity.member?._id
  const [vacancy, own] = await Promise.all([
    vacancies.get(vacancyId),
    memberId === undefined ? undefined : placements.get(placementId(vacancyId, memberId)),
  ])
  if (!vacancy || vacancy.communityId !== community._id) return refuse('not_found')
  const { words, activityId, closedReason } = vacancy
  const course = activityId === undefined ? undefined : await courseTitle(activityId)
  return yes({
    ...vacancyCardOf(vacancy, command.at),
    ...(words !== undefined && { words }),
    ...(activityId !== undefined && course !== undefined && { activityId, courseTitle: course }),
    ...(closedReason !== undefined && { closedReason }),
    consentDays: community.limits.placementConsentDays,
    ...(own && own.rev > 0 && { mine: ownPlacementOf(own, vacancy, command.at) }),
    ...(runsVacancies(context) && { runs: true as const }),
  })
}
