import { useRef, useState } from 'react'
import { useCommand } from '../../cloud/useCommand'
import { dependentsText } from '../../text/member'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Choice } from '../../ui/Choice'
import { Place } from '../../ui/Place'
import { showFirstFault } from '../../ui/showFirstFault'
import { ParagraphField, TextField } from '../../ui/TextField'
import { checkDependent, type DependentDraft, type DependentFaults } from './dependentDraft'

const relations = dependentsText.relations.map((relation) => ({ value: relation, title: relation }))

/**
 * Asks only what booking for a relative needs: name, relation, and how the relative agreed.
 * What to mind at a visit is said in each booking, for that visit.
 */
export function AddDependent({ onAdded }: { onAdded: (name: string) => void }) {
  const draft = useRef<DependentDraft>({ name: '', consentNote: '' })
  const [relation, setRelation] = useState<string>()
  const [faults, setFaults] = useState<DependentFaults>({})
  const add = useCommand('member.addDependent')

  async function submit() {
    const checked = checkDependent({ ...draft.current, relation })
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
        onText={(name) => {
          draft.current.name = name
        }}
      />
      <Choice
        label={dependentsText.relation}
        options={relations}
        chosen={relation}
        onChoose={setRelation}
        error={faults.relation}
      />
      <ParagraphField
        label={dependentsText.consent}
        hint={dependentsText.consentHint}
        maxLength={200}
        error={faults.consentNote}
        onText={(consentNote) => {
          draft.current.consentNote = consentNote
        }}
      />
      <Place>{add.failure && <Banner tone='bad'>{add.failure.message}</Banner>}</Place>
      <Button busy={add.busy} onPress={submit}>
        {dependentsText.add}
      </Button>
    </Card>
  )
}
