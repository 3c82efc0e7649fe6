import { useRef, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import type { RosterExported } from '#contract/session'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { saveWorkbook } from './saveWorkbook'

const options = [
  { value: 'without' as const, title: words.exportWithout },
  { value: 'with' as const, title: words.exportWith },
]

export interface ExportSheetProps {
  sessionId: string
  /** The numbers have been opened: the paper may show them too. */
  onPhones: (phones: NonNullable<RosterExported['phones']>) => void
  onExported: () => void
  onClose: () => void
}

/** Asks whether telephone numbers are needed, and why; hands the workbook over. */
export function ExportSheet({ sessionId, onPhones, onExported, onClose }: ExportSheetProps) {
  const [phones, setPhones] = useState<'without' | 'with'>('without')
  const [fault, setFault] = useState<string>()
  const [lost, setLost] = useState(false)
  const reason = useRef('')
  const make = useCommand('session.export')
  const withPhone = phones === 'with'

  async function press() {
    const said = reason.current.trim()
    const missing = withPhone && said.length < 2
    setFault(missing ? words.exportReasonMissing : undefined)
    setLost(false)
    if (missing) return showFirstFault()
    const made = await make.run({ sessionId, ...(withPhone && { withPhone, reason: said }) })
    if (!made) return
    if (made.phones) onPhones(made.phones)
    try {
      if (await saveWorkbook(made.fileName, made.base64)) onExported()
    } catch {
      // whatever the device refused: said on the sheet, with another way
      setLost(true)
    }
  }

  return (
    <Sheet title={words.exportTitle} onClose={onClose}>
      <Box>{words.exportText}</Box>
      <Choice label={words.exportPhones} options={options} chosen={phones} onChoose={setPhones} />
      <Maybe>
        {withPhone && (
          <TextField
            label={words.exportReason}
            hint={words.exportReasonHint}
            maxLength={100}
            error={fault}
            onText={(text) => {
              reason.current = text
            }}
          />
        )}
      </Maybe>
      <Maybe>
        {make.failure && <Banner tone='bad'>{make.failure.message}</Banner>}
        {lost && <Banner tone='bad'>{words.exportFailed}</Banner>}
      </Maybe>
      <Button busy={make.busy} onPress={press}>
        {words.exportAction}
      </Button>
    </Sheet>
  )
}
