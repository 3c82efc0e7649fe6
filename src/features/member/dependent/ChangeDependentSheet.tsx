import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { OwnDependent } from '#contract/dependent'
import { dependentText as words } from '#text/member/dependent'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Maybe } from '#ui/show/Maybe'
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
      <Maybe>{change.failure && <Banner tone='bad'>{change.failure.message}</Banner>}</Maybe>
      <Button busy={change.busy} onPress={submit}>
        {words.save}
      </Button>
    </Sheet>
  )
}
