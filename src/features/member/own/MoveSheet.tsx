import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { Community } from '#contract/community'
import type { Me, MemberState } from '#contract/member'
import { DwellingFields } from '#features/member/registration/DwellingFields'
import { checkDwelling, type DwellingDraft } from '#features/member/registration/registration'
import { movingText as words } from '#text/member/moving'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

export interface MoveSheetProps {
  community: Community
  me: Me
  onMoved: (state: MemberState) => void
  onClose: () => void
}

/** Asks where somebody lives now. It begins with the present home, except the door, which is masked. */
export function MoveSheet({ community, me, onMoved, onClose }: MoveSheetProps) {
  const draft = useDraft<DwellingDraft>({
    estateId: me.household?.estateId,
    building: me.household?.building,
    gridId: me.member?.gridId,
    unit: '',
  })
  const form = useForm(draft, {
    check: checkDwelling,
    by: useCommand('member.move'),
    atFault: showFirstFault,
    onDone: ({ state }) => onMoved(state),
  })
  return (
    <Sheet title={words.moveTitle} onClose={onClose}>
      <Consequences lines={words.consequences} />
      <DwellingFields
        community={community}
        chosen={form.draft}
        unit=''
        faults={form.faults}
        onChoose={form.choose}
        onUnit={(unit) => form.write({ unit })}
      />
      <FormFoot form={form} action={words.move} />
    </Sheet>
  )
}

/** Lists what a change means, one sentence each. */
export function Consequences({ lines }: { lines: readonly string[] }) {
  return (
    <Box tag='ul' className='stack-tight'>
      {lines.map((line) => (
        <Box tag='li' key={line}>
          {line}
        </Box>
      ))}
    </Box>
  )
}
