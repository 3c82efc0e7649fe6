import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useKeptDraft } from '#cloud/kept/useKeptDraft'
import type { PublicationDetail } from '#contract/publication'
import type { MemberId } from '#contract/shared/scalars'
import { requestDetail } from '#routes'
import { guideText as words } from '#text/guide/guide'
import { formStepText } from '#text/shared/formSteps'
import { Button } from '#ui/button/Button'
import { StepBar } from '#ui/field/StepBar'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { KeptDraftBanner } from '#ui/form/KeptDraftBanner'
import { goInstead } from '#ui/go/go'
import { showStep } from '#ui/page/showStep'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { AnswersReview } from './AnswersReview'
import { applyKeptUnder, checkApplication, faultOf, firstAtFault, newApplication } from './applyDraft'
import { QuestionField } from './QuestionField'

export interface ApplyFormProps {
  guide: PublicationDetail
  /** The member for whom it is filled in; absent for oneself. */
  actingFor: MemberId | undefined
  /** Reads the guide again: it is no longer the edition whose questions were answered. */
  onOvertaken: () => Promise<void>
}

/** Asks a guide's questions, one a screen, and shows all answers before they are sent. Each is kept as it is given. */
export function ApplyForm(props: ApplyFormProps) {
  /** How often it was emptied; the form's key, so that all fields begin again. */
  const [emptied, setEmptied] = useState(0)
  return <Questions key={emptied} {...props} onEmpty={() => setEmptied((times) => times + 1)} />
}

function Questions({ guide, actingFor, onOvertaken, onEmpty }: ApplyFormProps & { onEmpty: () => void }) {
  const { questions = [] } = guide.content
  const held = useKeptDraft(applyKeptUnder(guide.publicationId, actingFor), newApplication)
  const command = useCommand('guide.apply', { unanswered: held.unanswered, actingFor })
  const show = (at: number) => {
    held.choose({ at, reviewed: held.written().reviewed || at >= questions.length })
    showStep()
  }
  const form = useForm(held, {
    check: (draft) => checkApplication(guide, draft),
    mends: true,
    by: command,
    atFault: () => leadTo(Object.keys(checkApplication(guide, held.written()).faults ?? {})),
    onDone: ({ requestId }) => {
      held.clear()
      goInstead(requestDetail(requestId, actingFor))
    },
    onRefused: ({ code, message, issues = [] }) => {
      if (code === 'guide_changed') return onOvertaken()
      const fields = issues.map(({ path }) => path.replace(/^answers\./, ''))
      const first = firstAtFault(questions, fields)
      if (first < 0) return {}
      command.clear()
      show(first)
      return { [questions[first]?.field as string]: message }
    },
  })
  const { draft, faults } = form
  const at = Math.min(draft.at, questions.length)
  const question = questions[at]

  function leadTo(fields: readonly string[]) {
    const first = firstAtFault(questions, fields)
    if (first >= 0) show(first)
    showFirstFault()
  }
  function go(to: number) {
    command.clear()
    form.setFaults({})
    show(to)
  }
  function next() {
    if (!question) return form.submit()
    const fault = faultOf(question, held.written())
    if (!fault) return go(held.written().reviewed ? questions.length : at + 1)
    form.setFaults({ [question.field]: fault })
    showFirstFault()
  }

  return (
    <Box className='stack'>
      <Maybe>
        {held.found && (
          <KeptDraftBanner
            text={words.lost}
            onEmpty={() => {
              held.clear()
              onEmpty()
            }}
          />
        )}
      </Maybe>
      <StepBar
        at={at}
        of={questions.length + 1}
        title={words.review}
        said={question ? words.at(at + 1, questions.length) : words.review}
      />
      {question ? (
        <QuestionField
          key={question.field}
          question={question}
          answer={form.written().answers[question.field] ?? ''}
          error={faults[question.field]}
          onAnswer={(said, drawn) => {
            const answers = { ...form.written().answers, [question.field]: said }
            if (drawn) form.choose({ answers })
            else form.write({ answers })
          }}
          onEnter={next}
        />
      ) : (
        <AnswersReview questions={questions} answers={form.written().answers} onChange={go} />
      )}
      <Box className='soft'>{question ? words.noPapers : words.keeps}</Box>
      <FormFoot
        form={{ ...form, submit: next }}
        action={question ? (draft.reviewed ? words.changed : formStepText.next) : words.send}
      >
        <Maybe>
          {at > 0 && !(question && draft.reviewed) && (
            <Button look='quiet' onPress={() => go(at - 1)}>
              {formStepText.back}
            </Button>
          )}
        </Maybe>
      </FormFoot>
    </Box>
  )
}
