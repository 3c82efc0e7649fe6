import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { WholeCommunity } from '#contract/community'
import { showFirstFault } from '#ui/field/showFirstFault'
import { Heading } from '#ui/show/Heading'
import { PartFields } from './PartFields'
import { PartFoot } from './PartFoot'
import { partFaults } from './partDraft'
import type { PartEntry, PartSpec } from './partSpec'

export interface SinglePartProps {
  title: string
  spec: PartSpec
  base: WholeCommunity
  of: string
  /** The saved state. */
  entry: PartEntry
  changes: number
  /** Called by a tap on the button, before the form is checked. */
  onTap: () => void
  onLook: (entry: PartEntry) => void
  onDrop: () => void
}

/** Shows a community part that is one form. The form is checked before its changes are shown. */
export function SinglePart({
  title,
  spec,
  base,
  of,
  entry,
  changes,
  onTap,
  onLook,
  onDrop,
}: SinglePartProps) {
  const form = useForm(useDraft(entry.values), {
    check: (values) => {
      const written = { id: entry.id, values }
      const faults = partFaults(spec, base, written, of)
      return Object.keys(faults).length > 0 ? { faults } : { input: written }
    },
    by: handOver(onLook),
    atFault: showFirstFault,
  })
  const look = () => {
    onTap()
    void form.submit()
  }
  return (
    <>
      <Heading>{title}</Heading>
      <PartFields fields={spec.fields} initial={entry.values} lists={base} form={form} />
      <PartFoot changes={changes} onLook={look} onDrop={onDrop} />
    </>
  )
}
