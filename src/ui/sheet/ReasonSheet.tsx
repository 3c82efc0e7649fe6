import { useRef, useState } from 'react'
import { uiText } from '#text/shared/ui'
import { Button, type ButtonLook } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField } from '#ui/field/TextField'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Sheet } from './Sheet'

export interface ReasonSheetProps {
  title: string
  /** What will happen, and who reads the reason. */
  text: string
  /** Common reasons, each a whole sentence; the person may write another instead. */
  reasons: readonly string[]
  label: string
  action: string
  look?: ButtonLook
  busy: boolean
  failure?: string | undefined
  /** The chosen or written reason, 1 to 200 characters, trimmed. */
  onReason: (reason: string) => void
  onClose: () => void
}

const own = 'own'

/** Asks for a reason before something is cancelled or given back. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, text, reasons, label, action, look = 'danger', busy, failure, onReason, onClose } = props
  const [chosen, setChosen] = useState<string>()
  const [missing, setMissing] = useState(false)
  const written = useRef('')
  const options = [
    ...reasons.map((reason, index) => ({ value: String(index), title: reason })),
    { value: own, title: uiText.reasonOwn },
  ]

  const submit = () => {
    const reason = chosen === own ? written.current.trim() : (reasons[Number(chosen)] ?? '')
    setMissing(!reason)
    if (reason) onReason(reason)
  }

  return (
    <Sheet title={title} onClose={onClose}>
      <Box>{text}</Box>
      <Choice
        label={label}
        options={options}
        chosen={chosen}
        onChoose={setChosen}
        tall
        error={missing ? uiText.reasonMissing : undefined}
      />
      <Maybe>
        {chosen === own && (
          <ParagraphField
            label={uiText.reasonOwnLabel}
            maxLength={200}
            onText={(reason) => {
              written.current = reason
            }}
          />
        )}
      </Maybe>
      <Maybe>{failure && <Banner tone='bad'>{failure}</Banner>}</Maybe>
      <Button look={look} busy={busy} onPress={submit}>
        {action}
      </Button>
    </Sheet>
  )
}
