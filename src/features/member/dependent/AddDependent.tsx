import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { MemberId } from '#contract/shared/scalars'
import { dependentText as words } from '#text/member/dependent'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField, TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Card } from '#ui/show/Card'
import { DependentFields } from './DependentFields'
import { checkDependent, emptyDependent } from './dependentDraft'

export interface AddDependentProps {
  /** The member whose relative it is, when the person acts for somebody. */
  actingFor: MemberId | undefined
  onAdded: (name: string) => void
}

/** Asks what a booking for a relative needs, and how the relative agreed. */
export function AddDependent({ actingFor, onAdded }: AddDependentProps) {
  const form = useForm(useDraft(emptyDependent), {
    check: checkDependent,
    by: useCommand('member.addDependent', { actingFor }),
    atFault: showFirstFault,
    onDone: (_, { name }) => onAdded(name),
  })
  const { faults, write } = form
  return (
    <Card title={words.addTitle}>
      <TextField label={words.name} maxLength={20} error={faults.name} onText={(name) => write({ name })} />
      <DependentFields form={form} />
      <ParagraphField
        label={words.consent}
        hint={words.consentHint}
        maxLength={200}
        error={faults.consentNote}
        onText={(consentNote) => write({ consentNote })}
      />
      <FormFoot form={form} action={words.add} />
    </Card>
  )
}
