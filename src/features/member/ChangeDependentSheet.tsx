import { useRef, useState } from 'react'
import type { OwnDependent } from '#contract/member'
import { useCommand } from '../../cloud/useCommand'
import { dependentsText as words } from '../../text/dependents'
import { Banner } from '../../ui/Banner'
import { Button } from '../../ui/Button'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { showFirstFault } from '../../ui/showFirstFault'
import { DependentFields } from './DependentFields'
import {
  checkChange,
  type DependentChoices,
  type DependentFaults,
  type DependentWords,
  emptyDependent,
} from './dependentDraft'

export interface ChangeDependentSheetProps {
  dependent: OwnDependent
  onChanged: () => void
  onClose: () => void
}

/** Changes what is known of a relative; whoever they are stays. */
export function ChangeDependentSheet({ dependent, onChanged, onClose }: ChangeDependentSheetProps) {
  const { birth, needs = '', relation } = dependent
  const typed = useRef<DependentWords>({ ...emptyDependent, birthday: birth?.day ?? '', needs })
  const [chosen, setChosen] = useState<DependentChoices>({ relation, calendar: birth?.calendar ?? 'solar' })
  const [faults, setFaults] = useState<DependentFaults>({})
  const change = useCommand('member.editDependent')

  async function submit() {
    const checked = checkChange(dependent, { ...typed.current, ...chosen })
    setFaults(checked.faults)
    if (!checked.input) showFirstFault()
    if (checked.input && (await change.run(checked.input))) onChanged()
  }
  return (
    <Sheet title={words.changeTitle(dependent.name)} onClose={onClose}>
      <DependentFields
        chosen={chosen}
        initial={typed.current}
        faults={faults}
        onChoose={(part) => setChosen((before) => ({ ...before, ...part }))}
        onWrite={(part) => {
          typed.current = { ...typed.current, ...part }
        }}
      />
      <Place>{change.failure && <Banner tone='bad'>{change.failure.message}</Banner>}</Place>
      <Button busy={change.busy} onPress={submit}>
        {words.save}
      </Button>
    </Sheet>
  )
}
