import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import { type RequestCourse, useRequestStep } from '#features/request/detail/requestCourse'
import { officeStepText } from '#text/request/requestOffice'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { ParagraphField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

const words = officeStepText.extend
const offered = [1, 2, 3, 5, 10, 20]

/** Asks how many more working days are needed, and why. The resident reads the reason. */
export function ExtendSheet({ course, onClose }: { course: RequestCourse; onClose: () => void }) {
  const extend = useRequestStep('request.extend', course)
  const form = useForm(useDraft<{ days?: string; reason: string }>({ reason: '' }), {
    check: ({ days, ...typed }) => {
      const reason = typed.reason.trim()
      if (days === undefined || reason.length < 2) return { faults: { reason: words.missing } }
      return { input: { requestId: course.requestId, days: Number(days), reason } }
    },
    atFault: showFirstFault,
    by: extend.saying(() => officeStepText.done.extend),
    onDone: onClose,
  })
  return (
    <Sheet title={officeStepText.open.extend} onClose={onClose}>
      <Box>{words.text}</Box>
      <Choice
        label={words.days}
        options={offered.map((count) => ({ value: String(count), title: words.dayOf(count) }))}
        chosen={form.draft.days}
        onChoose={(days) => form.choose({ days })}
      />
      <ParagraphField
        label={words.label}
        maxLength={200}
        error={form.faults.reason}
        onText={(reason) => form.write({ reason })}
      />
      <FormFoot form={form} action={words.action} />
    </Sheet>
  )
}
