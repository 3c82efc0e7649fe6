import { type AnswerFault, answerFault } from '#contract/guide'
import type { GuideQuestion } from '#contract/publication'
import { narrow } from '#contract/shared/text'
import { holdsPersonalNumber } from '#core/publication/personal'

/** An answer of a pre-acceptance, with the title of its question. */
export interface GuideAnswer {
  title: string
  value: string
}

export type CheckedAnswers =
  | { answers: GuideAnswer[]; field?: undefined }
  | { field: string; fault: AnswerFault | 'personal' }

/** The answers to an edition's questions in their order; or the first question whose answer does not do. */
export function checkedAnswers(
  questions: readonly GuideQuestion[],
  given: Readonly<Record<string, string>>,
): CheckedAnswers {
  const answers: GuideAnswer[] = []
  for (const question of questions) {
    const { field, title, kind } = question
    const value = (Object.hasOwn(given, field) ? (given[field] ?? '') : '').trim()
    const fault = answerFault(question, value) ?? (holdsPersonalNumber(value) ? 'personal' : undefined)
    if (fault) return { field, fault }
    if (value !== '') answers.push({ title, value: kind === 'number' ? narrow(value) : value })
  }
  return { answers }
}
