import type { RequestCategory } from '#contract/community'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'

export interface CategoryQuestionProps {
  question: RequestCategory['fields'][number]
  said: string | undefined
  /** `drawn`: a choice, which the page must show; typed words show themselves. */
  onSaid: (said: string, drawn: boolean) => void
}

/** One of a category's own questions, as an administrator has put it: a few words, a number, or one of a few. */
export function CategoryQuestion({ question, said, onSaid }: CategoryQuestionProps) {
  const { title, kind, options = [] } = question
  if (kind === 'choice' && options.length > 1)
    return (
      <Choice
        label={title}
        optional
        options={options.map((option) => ({ value: option, title: option }))}
        chosen={said}
        onChoose={(chosen) => onSaid(chosen, true)}
      />
    )
  return (
    <TextField
      label={title}
      initial={said}
      optional
      keyboard={kind === 'number' ? 'digits' : 'text'}
      maxLength={100}
      onText={(words) => onSaid(words, false)}
    />
  )
}
