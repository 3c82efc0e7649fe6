import type { Checked } from '#cloud/call/checked'
import { answerFault } from '#contract/guide'
import type { InputOf } from '#contract/operations'
import type { GuideQuestion, PublicationDetail } from '#contract/publication'
import type { MemberId } from '#contract/shared/scalars'
import { guideText } from '#text/guide/guide'

/** A pre-acceptance that is being filled in. */
export interface ApplyDraft {
  /** By field. What an edition no longer asks stays until it is sent, and is not sent. */
  answers: Record<string, string>
  /** The question that is shown; past the last, all answers are. */
  at: number
  /** All answers have been looked at once: from a question one comes back to them. */
  reviewed: boolean
}

export const newApplication = (): ApplyDraft => ({ answers: {}, at: 0, reviewed: false })

/** As a request that is being written: it outlives a browser's tab, and goes when the person signs out. */
export const applyKeptUnder = (publicationId: string, actingFor?: MemberId): string =>
  ['filing', 'guide', publicationId, ...(actingFor ? [actingFor] : [])].join(':')

export const answerTo = ({ field }: GuideQuestion, { answers }: Pick<ApplyDraft, 'answers'>): string =>
  (answers[field] ?? '').trim()

/** What is wrong with the answer to a question, in a sentence. */
export function faultOf(question: GuideQuestion, draft: ApplyDraft): string | undefined {
  const fault = answerFault(question, answerTo(question, draft))
  return fault && guideText.faults[fault]
}

/** The input for `guide.apply`, or the questions whose answers do not do. */
export function checkApplication(
  { publicationId, edition, content: { questions = [] } }: PublicationDetail,
  draft: ApplyDraft,
): Checked<InputOf<'guide.apply'>, string> {
  const faults = Object.fromEntries(
    questions.flatMap((question) => {
      const fault = faultOf(question, draft)
      return fault ? [[question.field, fault]] : []
    }),
  )
  if (Object.keys(faults).length > 0) return { faults }
  const given = questions.flatMap((question) => {
    const answer = answerTo(question, draft)
    return answer === '' ? [] : [[question.field, answer]]
  })
  return { input: { publicationId, edition, answers: Object.fromEntries(given) } }
}

/** The first of the questions that the cloud, or the form, would not have answered so. */
export const firstAtFault = (questions: readonly GuideQuestion[], fields: readonly string[]): number =>
  questions.findIndex(({ field }) => fields.includes(field))
