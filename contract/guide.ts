import * as v from 'valibot'
import type { GuideQuestion } from './publication'
import { type ContractRow, reply } from './shared/operation'
import { day, id, line, wholeNumber } from './shared/scalars'
import { narrow } from './shared/text'

/** The answers of a pre-acceptance are kept so long after its end: half a year, in which the matter itself is done. */
export const guideAnswersKeptDays = 180

/** An answer is at most so long. */
export const longestAnswer = 200

/** Answers the questions of a guide's present edition, before the resident comes: a pre-acceptance. */
export const guideApply = v.object({
  publicationId: id,
  /** The edition whose questions the answers are to. */
  edition: wholeNumber(1, 10_000),
  /** By field. A day is `YYYY-MM-DD`, a choice one of the options. */
  answers: v.pipe(
    v.record(id, line(0, longestAnswer)),
    v.check((given) => Object.keys(given).length <= 12, 'at most twelve answers'),
  ),
})

export type AnswerFault = 'missing' | 'not_a_number' | 'not_a_day' | 'not_an_option' | 'too_long'

/** What stands against an answer to a question; undefined where nothing does. An empty one is none. */
export function answerFault(
  { kind, options = [], optional }: Pick<GuideQuestion, 'kind' | 'options' | 'optional'>,
  answer: string,
): AnswerFault | undefined {
  const given = answer.trim()
  if (given === '') return optional ? undefined : 'missing'
  if (given.length > longestAnswer) return 'too_long'
  if (kind === 'number' && !/^-?\d{1,12}(\.\d{1,4})?$/.test(narrow(given))) return 'not_a_number'
  if (kind === 'day' && !v.is(day, given)) return 'not_a_day'
  return kind === 'choice' && !options.includes(given) ? 'not_an_option' : undefined
}

export const guideOperations = {
  'guide.apply': { input: guideApply, reply: reply<{ requestId: string }>() },
} as const satisfies Record<string, ContractRow>
