import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { MemberState } from '#contract/member'
import { isPersonName } from '#contract/shared/text'
import { movingText as words } from '#text/member/moving'
import { registrationText } from '#text/member/registration'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Consequences } from './MoveSheet'

export interface RenameSheetProps {
  /** The present name. */
  name: string
  onRenamed: (state: MemberState) => void
  onClose: () => void
}

/** Changes a member's name. */
export function RenameSheet({ name, onRenamed, onClose }: RenameSheetProps) {
  const form = useForm(useDraft({ name }), {
    check: (draft) => {
      const next = draft.name.trim()
      const fault = faultOf(next, name)
      return fault ? { faults: { name: fault } } : { input: { name: next } }
    },
    by: useCommand('member.rename'),
    atFault: showFirstFault,
    onDone: ({ state }) => onRenamed(state),
  })
  return (
    <Sheet title={words.renameTitle} onClose={onClose}>
      <Box>{words.renameLead}</Box>
      <TextField
        label={registrationText.name}
        initial={name}
        maxLength={20}
        error={form.faults.name}
        onText={(text) => form.write({ name: text })}
      />
      <Consequences lines={words.renameConsequences} />
      <FormFoot form={form} action={words.rename} />
    </Sheet>
  )
}

function faultOf(next: string, name: string): string | undefined {
  if (!next) return registrationText.nameMissing
  if (!isPersonName(next)) return registrationText.nameWrong
  return next === name ? words.sameName : undefined
}
