import { useRef, useState } from 'react'
import type { WholeCommunity } from '#contract/community'
import { communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { PartFields } from './PartFields'
import { type Faults, faultsOf } from './partDraft'
import type { Entry, PartSpec } from './partSpec'
import { nameOf } from './parts'

export interface EntrySheetProps {
  spec: PartSpec
  whole: WholeCommunity
  of: string
  entry: Entry
  isNew: boolean
  /** The page of what it holds, where it holds anything and nothing is left to be saved. */
  inside: { count: number; to: string | undefined } | undefined
  onDone: (entry: Entry) => void
  onRemove: () => void
  onClose: () => void
}

/** One entry of a list: changed, added or taken away in the draft; nothing is saved here. */
export function EntrySheet(props: EntrySheetProps) {
  const { spec, whole, of, entry, isNew, inside, onDone, onRemove, onClose } = props
  const written = useRef<Record<string, string>>({ ...entry.values })
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(entry.values)
  const [faults, setFaults] = useState<Faults>({})

  const done = () => {
    const draft = { id: entry.id, values: { ...written.current } }
    const wrong = faultsOf(spec, whole, draft, of)
    setFaults(wrong)
    if (Object.keys(wrong).length > 0) showFirstFault()
    else onDone(draft)
  }

  return (
    <Sheet title={isNew ? words.newTitle : words.edit(nameOf(entry))} onClose={onClose}>
      <PartFields
        fields={spec.fields}
        initial={entry.values}
        chosen={chosen}
        lists={whole}
        faults={faults}
        onText={(field, text) => {
          written.current[field] = text
        }}
        onChoose={(field, value) => {
          written.current[field] = value
          setChosen((before) => ({ ...before, [field]: value }))
        }}
      />
      <Box className='stack-tight'>
        <Button onPress={done}>{words.done}</Button>
        {inside &&
          (inside.to ? (
            <Button look='quiet' to={inside.to}>
              {words.inside(inside.count)}
            </Button>
          ) : (
            <Box className='soft small'>{words.insideFirst}</Box>
          ))}
        {!isNew && (
          <Button look='danger' onPress={onRemove}>
            {words.remove}
          </Button>
        )}
      </Box>
    </Sheet>
  )
}
