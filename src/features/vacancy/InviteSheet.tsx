import { useForm } from '#cloud/call/useForm'
import type { StepTaken } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { PlacementCard } from '#contract/placement'
import { vacancyRunText as words } from '#text/vacancy/vacancy'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'

export interface InviteSheetProps {
  person: PlacementCard
  step: StepTaken<'placement.invite'>
  onDone: () => void
  onClose: () => void
}

/** Asks somebody to come, with the words that they will read. */
export function InviteSheet({ person, step, onDone, onClose }: InviteSheetProps) {
  const { placementId, name } = person
  const form = useForm(useDraft({ words: '' }), {
    check: (draft) => {
      const said = draft.words.replace(/\s+/g, ' ').trim()
      return { input: { placementId, ...(said !== '' && { words: said }) } }
    },
    by: step.saying(() => words.done.invite(name)),
    onDone,
  })
  return (
    <Sheet title={words.inviteTitle(name)} onClose={onClose}>
      <ParagraphField
        label={words.inviteWords}
        hint={words.inviteHint}
        optional
        maxLength={120}
        onText={(text) => form.write({ words: text })}
      />
      <FormFoot form={form} action={words.inviteAction} />
    </Sheet>
  )
}
