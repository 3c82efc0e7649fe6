import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { OwnDependent } from '#contract/dependent'
import type { MemberId } from '#contract/shared/scalars'
import { dependentText as words } from '#text/member/dependent'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { DependentFields } from './DependentFields'
import { checkChange, type DependentDraft, emptyDependent } from './dependentDraft'

export interface ChangeDependentSheetProps {
  dependent: OwnDependent
  actingFor: MemberId | undefined
  onChanged: () => void
  onClose: () => void
}

/** Changes what is known about a relative. The name stays. */
export function ChangeDependentSheet({
  dependent,
  actingFor,
  onChanged,
  onClose,
}: ChangeDependentSheetProps) {
  const { birth, needs = '', relation } = dependent
  const draft = useDraft<DependentDraft>({
    ...emptyDependent,
    birthday: birth?.day ?? '',
    calendar: birth?.calendar ?? 'solar',
    needs,
    relation,
  })
  const form = useForm(draft, {
    check: (written) => checkChange(dependent, written),
    by: useCommand('member.editDependent', { actingFor }),
    atFault: showFirstFault,
    onDone: onChanged,
  })
  return (
    <Sheet title={words.changeTitle(dependent.name)} onClose={onClose}>
      <DependentFields form={form} initial={form.written()} />
      <FormFoot form={form} action={words.save} />
    </Sheet>
  )
}
