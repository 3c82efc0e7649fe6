import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { dependentText } from '#text/member/dependent'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
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
    <Card title={dependentText.addTitle}>
      <TextField
        label={dependentText.name}
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
        label={dependentText.consent}
        hint={dependentText.consentHint}
        maxLength={200}
        error={faults.consentNote}
        onText={(consentNote) => write({ consentNote })}
      />
      <Maybe>{add.failure && <Banner tone='bad'>{add.failure.message}</Banner>}</Maybe>
      <Button busy={add.busy} onPress={submit}>
        {dependentText.add}
      </Button>
    </Card>
  )
}
