import { useState } from 'react'
import { dependentText as words } from '#text/member/dependent'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField, TextField } from '#ui/field/TextField'
import type { DependentChoices, DependentFaults, DependentWords } from './dependentDraft'

const calendars = (['solar', 'lunar'] as const).map((value) => ({ value, title: words.calendars[value] }))

export interface DependentFieldsProps {
  chosen: DependentChoices
  /** What stands in the fields at first. */
  initial?: Pick<DependentWords, 'birthday' | 'needs'> | undefined
  faults: DependentFaults
  onChoose: (part: Partial<DependentChoices>) => void
  onWrite: (part: Partial<DependentWords>) => void
}

/** What may be said and changed of a relative: relation, what to mind, birthday. */
export function DependentFields({ chosen, initial, faults, onChoose, onWrite }: DependentFieldsProps) {
  const [first] = useState(chosen.relation)
  const known = words.relations.some((relation) => relation === first)
  // somebody's own word for it, from before there was a list; it stays to be chosen again
  const relations = [...words.relations, ...(first && !known ? [first] : [])]
  return (
    <>
      <Choice
        label={words.relation}
        options={relations.map((relation) => ({ value: relation, title: relation }))}
        chosen={chosen.relation}
        onChoose={(relation) => onChoose({ relation })}
        error={faults.relation}
      />
      <ParagraphField
        label={words.needs}
        hint={words.needsHint}
        optional
        initial={initial?.needs}
        maxLength={200}
        error={faults.needs}
        onText={(needs) => onWrite({ needs })}
      />
      <TextField
        label={words.birthday}
        hint={words.birthdayHint}
        optional
        initial={initial?.birthday}
        maxLength={12}
        error={faults.birthday}
        onText={(birthday) => onWrite({ birthday })}
      />
      <Choice
        label={words.calendar}
        options={calendars}
        chosen={chosen.calendar}
        onChoose={(calendar) => onChoose({ calendar })}
      />
    </>
  )
}
