import { cloudNow } from '#clock'
import type { Form } from '#cloud/call/useForm'
import { editorText as words } from '#text/activity/activityEditor'
import { Choice } from '#ui/choice/Choice'
import { MomentField } from '#ui/field/MomentField'
import { TextField } from '#ui/field/TextField'
import { Maybe } from '#ui/show/Maybe'
import type { ActivityForm } from './activityFields'
import type { FormPart } from './activityForm'
import { DatesNote, faultShown } from './DatesNote'
import type { DatesRemark } from './planDates'

const rules = (['first_come', 'draw'] as const).map((value) => ({ value, ...words.rules[value] }))

export interface SignupFieldsProps {
  form: Form<ActivityForm, FormPart>
  /** What is remarked of the close. */
  remark: DatesRemark | undefined
  /** Lots may decide. */
  lots: boolean
  /** Several people may sign up together; a place in a course is one person's. */
  parties: boolean
}

/** Asks when people may sign up, how places are decided, and how large a party may be. */
export function SignupFields({ form, remark, lots, parties }: SignupFieldsProps) {
  const { draft, faults, choose, write } = form
  const now = cloudNow()
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
        error={faultShown(remark, now) ?? faults.closes}
        onDraft={(closes) => choose({ closes })}
      />
      <Maybe>{remark && <DatesNote remark={remark} now={now} onMend={choose} />}</Maybe>
      <Maybe>
        {lots && (
          <Choice
            label={words.rule}
            options={rules}
            chosen={draft.rule}
            onChoose={(rule) => choose({ rule })}
            tall
          />
        )}
      </Maybe>
      <Maybe>
        {parties && (
          <TextField
            label={words.partyMax}
            initial={draft.partyMax}
            keyboard='digits'
            maxLength={2}
            error={faults.partyMax}
            onText={(partyMax) => write({ partyMax })}
          />
        )}
      </Maybe>
    </>
  )
}
