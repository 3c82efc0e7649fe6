import type { Form } from '#cloud/call/useForm'
import { editorText as words } from '#text/activity/activityEditor'
import { Choice } from '#ui/choice/Choice'
import { MomentField } from '#ui/field/MomentField'
import { TextField } from '#ui/field/TextField'
import type { ActivityForm, FormPart } from './activityForm'

const rules = (['first_come', 'draw'] as const).map((value) => ({ value, ...words.rules[value] }))

/** Asks when people may sign up, how places are decided, and how large a party may be. */
export function SignupFields({ form }: { form: Form<ActivityForm, FormPart> }) {
  const { draft, faults, choose, write } = form
  return (
    <>
      <MomentField
        label={words.opens}
        draft={draft.opens}
        error={faults.opens}
        onDraft={(opens) => choose({ opens })}
      />
      <MomentField
        label={words.closes}
        draft={draft.closes}
        error={faults.closes}
        onDraft={(closes) => choose({ closes })}
      />
      <Choice
        label={words.rule}
        options={rules}
        chosen={draft.rule}
        onChoose={(rule) => choose({ rule })}
        tall
      />
      <TextField
        label={words.partyMax}
        initial={draft.partyMax}
        keyboard='digits'
        maxLength={2}
        error={faults.partyMax}
        onText={(partyMax) => write({ partyMax })}
      />
    </>
  )
}
