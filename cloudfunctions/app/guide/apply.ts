import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { filedBefore, fileReserved } from '#app/request/filing'
import { requestSeal } from '#app/request/request'
import type { guideApply } from '#contract/guide'
import type { Input } from '#contract/shared/operation'
import { type Answer, type Refusal, refuse } from '#contract/shared/refusal'
import { checkedAnswers } from '#core/guide/answers'
import { isStanding, type Publication } from '#core/publication/publication'
import { publications } from '#store/collections'

/**
 * Files a pre-acceptance: a private request, which holds the answers to the guide's questions sealed. A repeat meets
 * the request of the first, whatever has become of the guide since.
 */
export async function applyByGuide(
  context: MemberContext,
  input: Input<typeof guideApply>,
): Promise<Answer<{ requestId: string }>> {
  const { settings } = context
  const { publicationId, edition } = input
  const guide = await publications.get(publicationId)
  const refusal = closed(context, guide, edition)
  if (!guide || refusal) return idOf(await filedBefore(context, refusal ?? no('not_found')))
  const { title, questions = [], stages = [] } = guide.content
  const checked = checkedAnswers(questions, input.answers)
  if (checked.field !== undefined) {
    const { field, fault } = checked
    return fault === 'personal'
      ? refuse('answer_personal', [{ path: `answers.${field}`, message: 'holds a number of a person' }])
      : invalid(`answers.${field}`, fault)
  }
  const { answers } = checked
  const filed = await fileReserved(context, {
    category: 'guide',
    description: title,
    words: answers.map(({ value }) => value).join('\n'),
    more: (requestId) => ({
      guide: { publicationId, edition, stages, stage: 0 },
      guideAnswers: settings.sealing.seal(JSON.stringify(answers), requestSeal(requestId, 'guideAnswers')),
    }),
  })
  return idOf(filed)
}

const idOf = (filed: Awaited<ReturnType<typeof fileReserved>>): Answer<{ requestId: string }> =>
  filed.ok ? yes({ requestId: filed.data.requestId }) : filed

/** Why nobody may apply by this edition of it. */
function closed(
  { community, command }: MemberContext,
  guide: Publication | undefined,
  edition: number,
): Refusal | undefined {
  if (guide?.communityId !== community._id || guide.kind !== 'guide' || guide.edition === 0)
    return no('not_found')
  if (!isStanding(guide, command.at)) return no('guide_over')
  if (guide.edition !== edition) return no('guide_changed')
  return guide.content.questions?.length ? undefined : no('guide_asks_nothing')
}
