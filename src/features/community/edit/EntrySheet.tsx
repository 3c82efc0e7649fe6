import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { WholeCommunity } from '#contract/community'
import { communityEditText as words } from '#text/community/communityEdit'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Sheet } from '#ui/sheet/Sheet'
import { SheetFoot } from '#ui/sheet/SheetFoot'
import { Box } from '#ui/show/Box'
import { PartFields } from './PartFields'
import { partFaults } from './partDraft'
import type { PartEntry, PartSpec } from './partSpec'
import { nameOf } from './parts'

export interface EntrySheetProps {
  spec: PartSpec
  whole: WholeCommunity
  of: string
  entry: PartEntry
  isNew: boolean
  /** The entries inside this one. `to` is their page; it is absent while the draft holds changes. */
  inside: { count: number; to: string | undefined } | undefined
  onDone: (entry: PartEntry) => void
  onRemove: () => void
  onClose: () => void
}

/** Changes, adds or removes one entry of a list in the draft. It saves nothing. */
export function EntrySheet(props: EntrySheetProps) {
  const { spec, whole, of, entry, isNew, inside, onDone, onRemove, onClose } = props
  const form = useForm(useDraft(entry.values), {
    check: (values) => {
      const draft = { id: entry.id, values }
      const faults = partFaults(spec, whole, draft, of)
      return Object.keys(faults).length > 0 ? { faults } : { input: draft }
    },
    by: handOver(onDone),
    atFault: showFirstFault,
  })

  return (
    <Sheet title={isNew ? words.newTitle : words.edit(nameOf(entry))} onClose={onClose}>
      <PartFields fields={spec.fields} initial={entry.values} lists={whole} form={form} />
      <SheetFoot onEnter={form.submit}>
        <Button onPress={form.submit}>{words.done}</Button>
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
      </SheetFoot>
    </Sheet>
  )
}
