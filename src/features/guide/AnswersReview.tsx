import type { GuideQuestion } from '#contract/publication'
import { guideText as words } from '#text/guide/guide'
import { Box } from '#ui/show/Box'
import { ListRow, ListRows } from '#ui/show/Row'
import { type ApplyDraft, answerTo } from './applyDraft'

export interface AnswersReviewProps {
  questions: readonly GuideQuestion[]
  answers: ApplyDraft['answers']
  /** Goes to a question, from 0. */
  onChange: (at: number) => void
}

/** All answers with their questions; a tap on one goes back to it. */
export function AnswersReview({ questions, answers, onChange }: AnswersReviewProps) {
  return (
    <Box className='stack-tight'>
      <Box>{words.reviewText}</Box>
      <ListRows>
        {questions.map((question, index) => (
          <ListRow
            key={question.field}
            title={question.title}
            detail={answerTo(question, { answers }) || words.unanswered}
            end={words.change}
            onPress={() => onChange(index)}
          />
        ))}
      </ListRows>
    </Box>
  )
}
