import type { RequestCategory } from '#contract/community'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Box } from '#ui/show/Box'

/** What of a form the questions ask: the one that files, or the one that corrects. */
export interface AnsweredForm {
  choose: (said: { answers: Record<string, string> }) => void
  write: (said: { answers: Record<string, string> }) => void
  written: () => { answers: Record<string, string> }
}

/** The questions of a category. The answers are kept by field. */
export function CategoryQuestions({ category, form }: { category: RequestCategory; form: AnsweredForm }) {
  const { choose, write, written } = form
  return (
    <Box className='stack'>
      {category.fields.map((question) => (
        <CategoryQuestion
          key={question.field}
          question={question}
          said={written().answers[question.field]}
          onSaid={(said, drawn) => {
            const answers = { ...written().answers, [question.field]: said }
            if (drawn) choose({ answers })
            else write({ answers })
          }}
        />
      ))}
    </Box>
  )
}

interface CategoryQuestionProps {
  question: RequestCategory['fields'][number]
  said: string | undefined
  /** `drawn` is true for a choice, which must be drawn again. A text field already shows what is typed. */
  onSaid: (said: string, drawn: boolean) => void
}

/** One question of a category, as an admin wrote it. Its answer is a line, a number or a choice. */
function CategoryQuestion({ question, said, onSaid }: CategoryQuestionProps) {
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
