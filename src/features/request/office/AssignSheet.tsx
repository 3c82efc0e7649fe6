import { useForm } from '#cloud/call/useForm'
import { useRead } from '#cloud/call/useRead'
import { useDraft } from '#cloud/kept/useDraft'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { FormFoot } from '#ui/form/FormFoot'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const words = officeStepText.assign

/** Asks who of the tier is to handle the request. */
export function AssignSheet({ course, onClose }: { course: RequestCourse; onClose: () => void }) {
  const { requestId } = course
  const [hands, retry] = useRead('request.hands', { requestId })
  const assign = useRequestStep('request.assign', course)
  const form = useForm(useDraft<{ memberId?: string }>({}), {
    check: ({ memberId }) =>
      memberId === undefined ? { faults: { memberId: words.missing } } : { input: { requestId, memberId } },
    atFault: showFirstFault,
    by: assign.saying(() => officeStepText.done.assign),
    onDone: onClose,
  })

  return (
    <Sheet title={officeStepText.open.assign} onClose={onClose}>
      <StateView of={hands} onRetry={retry} empty={<Box>{officeStepText.failedHands}</Box>}>
        {({ items }) => (
          <Box className='stack'>
            <Box>{words.text}</Box>
            <Choice
              label={words.label}
              options={items.map(({ memberId: value, name }) => ({ value, title: name }))}
              chosen={form.draft.memberId}
              onChoose={(memberId) => form.choose({ memberId })}
              error={form.faults.memberId}
            />
            <FormFoot form={form} action={words.action} />
          </Box>
        )}
      </StateView>
    </Sheet>
  )
}
