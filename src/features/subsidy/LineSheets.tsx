import { useNow } from '#clock'
import { useForm } from '#cloud/call/useForm'
import { type StepCourse, useStep } from '#cloud/call/useStep'
import { useDraft } from '#cloud/kept/useDraft'
import type { Day } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { SubsidyLine } from '#contract/subsidy'
import { subsidyDeskText as words } from '#text/subsidy/desk'
import { DayField } from '#ui/field/DayField'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Confirm } from '#ui/sheet/Confirm'
import { ReasonSheet } from '#ui/sheet/ReasonSheet'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'

interface StepSheetProps {
  course: StepCourse
  onClose: () => void
}

/** The second word on these lines. */
export function ApproveSheet({ lineIds, course, onClose }: StepSheetProps & { lineIds: string[] }) {
  const approve = useStep('subsidy.approve', course, ['subsidy_moot'])
  return (
    <Confirm
      title={words.approveTitle(lineIds.length)}
      text={words.approveText}
      action={words.approve}
      look='primary'
      busy={approve.busy}
      failure={approve.failure}
      keep={words.approveKeep}
      onConfirm={async () => {
        if ((await approve.take({ lineIds }, () => words.approved))?.ok) onClose()
      }}
      onClose={onClose}
    />
  )
}

/** These lines were paid on a day. */
export function PaySheet({ lineIds, course, onClose }: StepSheetProps & { lineIds: string[] }) {
  const pay = useStep('subsidy.pay', course, ['subsidy_moot', 'subsidy_paid'])
  const today = dayOf(useNow())
  const form = useForm(useDraft<{ day: Day | '' }>({ day: today }), {
    check: ({ day }) => (day ? { input: { lineIds, day } } : { faults: { day: words.dayMissing } }),
    by: pay.saying(() => words.paidNews),
    atFault: showFirstFault,
    onDone: onClose,
  })
  return (
    <Sheet title={words.payTitle(lineIds.length)} onClose={onClose}>
      <Box>{words.payText}</Box>
      <DayField
        label={words.day}
        error={form.faults.day}
        day={form.draft.day}
        onDay={(day) => form.choose({ day })}
      />
      <FormFoot form={form} action={words.pay} />
    </Sheet>
  )
}

/** The person has signed on the printed sheet. */
export function ReceiveSheet({ line, course, onClose }: StepSheetProps & { line: SubsidyLine }) {
  const receive = useStep('subsidy.receive', course, ['subsidy_moot'])
  const form = useForm(useDraft({ word: '' }), {
    check: (draft) => {
      const word = draft.word.trim()
      if (word.length < 2) return { faults: { word: words.receiveWordMissing } }
      return { input: { lineId: line.lineId, word } }
    },
    by: receive.saying(() => words.received),
    atFault: showFirstFault,
    onDone: onClose,
  })
  return (
    <Sheet title={words.receiveTitle(line.name)} onClose={onClose}>
      <Box>{words.receiveText}</Box>
      <TextField
        label={words.receiveWord}
        hint={words.receiveWordHint}
        maxLength={100}
        error={form.faults.word}
        onText={(word) => form.write({ word })}
      />
      <FormFoot form={form} action={words.receive} />
    </Sheet>
  )
}

/** A line is taken back, with a reason that its person reads. */
export function ReverseSheet({ line, course, onClose }: StepSheetProps & { line: SubsidyLine }) {
  const reverse = useStep('subsidy.reverse', course, ['subsidy_moot'])
  return (
    <ReasonSheet
      title={words.reverseTitle(line.name, line.fen)}
      text={words.reverseText}
      label={words.reverseLabel}
      reasons={words.reverseReasons}
      action={words.reverse}
      busy={reverse.busy}
      failure={reverse.failure}
      onReason={async (said) => {
        const reason = said.slice(0, 100)
        if ((await reverse.take({ lineId: line.lineId, reason }, () => words.reversed))?.ok) onClose()
      }}
      onClose={onClose}
    />
  )
}
