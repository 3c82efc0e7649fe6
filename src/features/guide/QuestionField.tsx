import { longestAnswer } from '#contract/guide'
import type { GuideQuestion } from '#contract/publication'
import { Choice } from '#ui/choice/Choice'
import { DayField } from '#ui/field/DayField'
import { TextField } from '#ui/field/TextField'

export interface QuestionFieldProps {
  question: GuideQuestion
  answer: string
  error: string | undefined
  /** `drawn` is true for what must be drawn again. A text field already shows what is typed. */
  onAnswer: (answer: string, drawn: boolean) => void
  onEnter: () => void
}

/** One question of a guide with its own explanation; its answer is a line, a number, a day or a choice. */
export function QuestionField({ question, answer, error, onAnswer, onEnter }: QuestionFieldProps) {
  const { title: label, why: hint, kind, options = [], optional } = question
  const words = { label, hint, error, optional }
  switch (kind) {
    case 'choice':
      return (
        <Choice
          {...words}
          tall
          options={options.map((option) => ({ value: option, title: option }))}
          chosen={answer}
          onChoose={(chosen) => onAnswer(chosen, true)}
        />
      )
    case 'day':
      return <DayField {...words} day={answer} onDay={(day) => onAnswer(day, true)} />
    default:
      return (
        <TextField
          {...words}
          initial={answer}
          keyboard={kind === 'number' ? 'digits' : 'text'}
          maxLength={longestAnswer}
          onText={(said) => onAnswer(said, false)}
          onEnter={onEnter}
        />
      )
  }
}
