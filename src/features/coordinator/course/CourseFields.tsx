import type { Form } from '#cloud/call/useForm'
import { lessonsText as words } from '#text/training/lessons'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Maybe } from '#ui/show/Maybe'
import type { ActivityForm } from '../edit/activityFields'
import type { FormPart } from '../edit/activityForm'

const rates = (['lesson', 'course'] as const).map((value) => ({ value, title: words.rates[value] }))

export interface CourseFieldsProps {
  form: Form<ActivityForm, FormPart>
  /** What completes a course where nothing else is written. */
  usualPercent: number
}

/** What only a course has: what one gets out of it, its places, what completes it, and the subsidy. */
export function CourseFields({ form, usualPercent }: CourseFieldsProps) {
  const { draft, faults, choose, write } = form
  return (
    <>
      <TextField
        label={words.gain}
        hint={words.gainHint}
        initial={draft.gain}
        optional
        maxLength={60}
        onText={(gain) => write({ gain })}
      />
      <TextField
        label={words.places}
        hint={words.placesHint}
        initial={draft.places}
        keyboard='digits'
        maxLength={3}
        error={faults.places}
        onText={(places) => write({ places })}
      />
      <TextField
        label={words.leastPercent}
        hint={words.leastPercentHint(usualPercent)}
        initial={draft.leastPercent}
        keyboard='digits'
        optional
        maxLength={3}
        error={faults.leastPercent}
        onText={(leastPercent) => write({ leastPercent })}
      />
      <TextField
        label={words.subsidy}
        hint={words.subsidyHint}
        initial={draft.subsidy}
        keyboard='digits'
        optional
        maxLength={5}
        error={faults.subsidy}
        onText={(subsidy) => (draft.subsidy === '' ? choose({ subsidy }) : write({ subsidy }))}
      />
      <Maybe>
        {draft.subsidy.trim() !== '' && (
          <Choice
            label={words.subsidyPer}
            options={rates}
            chosen={draft.subsidyPer}
            onChoose={(subsidyPer) => choose({ subsidyPer })}
          />
        )}
      </Maybe>
    </>
  )
}
