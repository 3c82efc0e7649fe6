import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { RosterExported } from '#contract/session'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Choice } from '#ui/choice/Choice'
import { saveWorkbook } from '#ui/device/saveWorkbook'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

const options = [
  { value: 'without' as const, title: words.exportWithout },
  { value: 'with' as const, title: words.exportWith },
]

export interface ExportSheetProps {
  sessionId: string
  /** The lesson of a course whose list it is. */
  lessonId?: string | undefined
  /** Called with the telephone numbers once they were opened, so that the printed roster may show them. */
  onPhones: (phones: NonNullable<RosterExported['phones']>) => void
  onExported: () => void
  onClose: () => void
}

/** Asks whether telephone numbers are needed, and why. Then it saves the workbook. */
export function ExportSheet({ sessionId, lessonId, onPhones, onExported, onClose }: ExportSheetProps) {
  const [lost, setLost] = useState(false)
  const form = useForm(
    useDraft<{ phones: 'without' | 'with'; reason: string }>({ phones: 'without', reason: '' }),
    {
      check: ({ phones, ...typed }) => {
        const list = { sessionId, ...(lessonId && { lessonId }) }
        if (phones === 'without') return { input: list }
        const reason = typed.reason.trim()
        if (reason.length < 2) return { faults: { reason: words.exportReasonMissing } }
        return { input: { ...list, withPhone: true, reason } }
      },
      by: useCommand('session.export'),
      atFault: showFirstFault,
      onDone: handOut,
    },
  )
  const { phones } = form.draft

  async function handOut({ fileName, base64, ...made }: RosterExported) {
    if (made.phones) onPhones(made.phones)
    try {
      if (await saveWorkbook(fileName, base64)) onExported()
    } catch {
      // Whatever the device refused, the sheet says so and offers another way.
      setLost(true)
    }
  }
  const submit = () => {
    setLost(false)
    return form.submit()
  }

  return (
    <Sheet title={words.exportTitle} onClose={onClose}>
      <Box>{words.exportText}</Box>
      <Choice
        label={words.exportPhones}
        options={options}
        chosen={phones}
        onChoose={(chosen) => form.choose({ phones: chosen })}
      />
      <Maybe>
        {phones === 'with' && (
          <TextField
            label={words.exportReason}
            hint={words.exportReasonHint}
            maxLength={100}
            error={form.faults.reason}
            onText={(reason) => form.write({ reason })}
          />
        )}
      </Maybe>
      <FormFoot
        form={{ ...form, failure: form.failure ?? (lost ? words.exportFailed : undefined), submit }}
        action={words.exportAction}
      />
    </Sheet>
  )
}
