import { useState } from 'react'
import type { Form } from '#cloud/call/useForm'
import { dependentText as words } from '#text/member/dependent'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import type { DependentDraft } from './dependentDraft'

const calendars = (['solar', 'lunar'] as const).map((value) => ({ value, title: words.calendars[value] }))

export interface DependentFieldsProps {
  form: Form<DependentDraft, keyof DependentDraft>
  /** The first text of the fields. */
  initial?: Pick<DependentDraft, 'birthday' | 'needs'> | undefined
}

/** Asks what may change about a relative: the relation, what to mind, the birthday. */
export function DependentFields({ form, initial }: DependentFieldsProps) {
  const { draft, faults, choose, write } = form
  const [first] = useState(draft.relation)
  const known = words.relations.some((relation) => relation === first)
  // A relation may be a word that is not in the list. It stays among the options.
  const relations = [...words.relations, ...(first && !known ? [first] : [])]
  return (
    <>
      <Choice
        label={words.relation}
        options={relations.map((relation) => ({ value: relation, title: relation }))}
        chosen={draft.relation}
        onChoose={(relation) => choose({ relation })}
        error={faults.relation}
      />
      <ParagraphField
        label={words.needs}
        hint={words.needsHint}
        optional
        initial={initial?.needs}
        maxLength={200}
        error={faults.needs}
        onText={(needs) => write({ needs })}
      />
      <TextField
        label={words.birthday}
        hint={words.birthdayHint}
        optional
        initial={initial?.birthday}
        maxLength={12}
        error={faults.birthday}
        onText={(birthday) => write({ birthday })}
      />
      <Choice
        label={words.calendar}
        options={calendars}
        chosen={draft.calendar}
        onChoose={(calendar) => choose({ calendar })}
      />
    </>
  )
}
