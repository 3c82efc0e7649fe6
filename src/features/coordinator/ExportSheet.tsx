import { useRef, useState } from 'react'
import type { RosterExported } from '#contract/activity'
import { useCommand } from '../../cloud/useCommand'
import { coordinatorText as words } from '../../text/coordinator'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Place } from '../../ui/Place'
import { Sheet } from '../../ui/Sheet'
import { showFirstFault } from '../../ui/showFirstFault'
import { TextField } from '../../ui/TextField'
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
      <Place>
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
      </Place>
      <Place>
        {make.failure && <Banner tone='bad'>{make.failure.message}</Banner>}
        {lost && <Banner tone='bad'>{words.exportFailed}</Banner>}
      </Place>
      <Button busy={make.busy} onPress={press}>
        {words.exportAction}
      </Button>
    </Sheet>
  )
}
