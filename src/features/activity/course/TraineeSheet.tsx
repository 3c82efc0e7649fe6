import { type Sender, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Dependent } from '#contract/dependent'
import { courseText as words } from '#text/training/course'
import { Choice } from '#ui/choice/Choice'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import type { Companion } from '../session/partyDraft'

export interface TraineeSheetProps {
  dependents: readonly Dependent[]
  by: Sender<Companion[], unknown>
  onDone: () => void
  onClose: () => void
}

const self = 'self'

/** Asks whose place in the course it is: one's own, or that of somebody one cares for. */
export function TraineeSheet({ dependents, by, onDone, onClose }: TraineeSheetProps) {
  const form = useForm(useDraft({ who: dependents[0]?.dependentId ?? self }), {
    check: ({ who }) => ({ input: [who === self ? { self: true as const } : { dependentId: who }] }),
    by,
    onDone,
  })
  const options = [
    ...dependents.map(({ dependentId, name }) => ({ value: dependentId, title: name })),
    { value: self, title: words.myself },
  ]
  return (
    <Sheet title={words.who} onClose={onClose}>
      <Box>{words.whoLead}</Box>
      <Choice
        label={words.who}
        options={options}
        chosen={form.draft.who}
        onChoose={(who) => form.choose({ who })}
        tall
      />
      <FormFoot form={form} action={words.signUpFor} />
    </Sheet>
  )
}
