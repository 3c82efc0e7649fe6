import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { dependentsText } from '#text/member/dependents'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Card } from '#ui/show/Card'
import { Place } from '#ui/show/Place'
import { DependentFields } from './DependentFields'
import {
  checkDependent,
  type DependentChoices,
  type DependentFaults,
  type DependentWords,
  emptyDependent,
} from './dependentDraft'

/** Asks only what booking for a relative needs, and how the relative agreed. */
export function AddDependent({ onAdded }: { onAdded: (name: string) => void }) {
  const typed = useRef<DependentWords>(emptyDependent)
  const [chosen, setChosen] = useState<DependentChoices>({ calendar: emptyDependent.calendar })
  const [faults, setFaults] = useState<DependentFaults>({})
  const add = useCommand('member.addDependent')

  const write = (part: Partial<DependentWords>) => {
    typed.current = { ...typed.current, ...part }
  }
  async function submit() {
    const checked = checkDependent({ ...typed.current, ...chosen })
    setFaults(checked.faults)
    if (!checked.input) showFirstFault()
    if (checked.input && (await add.run(checked.input))) onAdded(checked.input.name)
  }

  return (
    <Card title={dependentsText.addTitle}>
      <TextField
        label={dependentsText.name}
        maxLength={20}
        error={faults.name}
        onText={(name) => write({ name })}
      />
      <DependentFields
        chosen={chosen}
        faults={faults}
        onChoose={(part) => setChosen((before) => ({ ...before, ...part }))}
        onWrite={write}
      />
      <ParagraphField
        label={dependentsText.consent}
        hint={dependentsText.consentHint}
        maxLength={200}
        error={faults.consentNote}
        onText={(consentNote) => write({ consentNote })}
      />
      <Place>{add.failure && <Banner tone='bad'>{add.failure.message}</Banner>}</Place>
      <Button busy={add.busy} onPress={submit}>
        {dependentsText.add}
      </Button>
    </Card>
  )
}
