import { useRef, useState } from 'react'
import { uiText } from '#text/shared/ui'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField } from '#ui/field/TextField'
import { Maybe } from '#ui/show/Maybe'

export interface ReasonFieldProps {
  label: string
  /** Common reasons, each a whole sentence; the person may write another instead. */
  reasons: readonly string[]
  /** What the way to write another is called, and its field; otherwise that of a reason. */
  own?: { title: string; label: string }
  error: string | undefined
  /** Told of every change: the chosen or written reason, trimmed; empty while there is none. */
  onReason: (reason: string) => void
}

const byHand = 'own'
const usual = { title: uiText.reasonOwn, label: uiText.reasonOwnLabel }
/** As the contract has it. */
const longest = 200

/** A reason, among the common ones or in own words. */
export function ReasonField({ label, reasons, own = usual, error, onReason }: ReasonFieldProps) {
  const [chosen, setChosen] = useState<string>()
  const text = useRef('')
  const choose = (value: string) => {
    setChosen(value)
    onReason(value === byHand ? text.current : (reasons[Number(value)] ?? ''))
  }
  return (
    <>
      <Choice
        label={label}
        options={[
          ...reasons.map((reason, index) => ({ value: String(index), title: reason })),
          { value: byHand, title: own.title },
        ]}
        chosen={chosen}
        onChoose={choose}
        tall
        error={error}
      />
      <Maybe>
        {chosen === byHand && (
          <ParagraphField
            label={own.label}
            maxLength={longest}
            onText={(typed) => {
              text.current = typed.trim()
              onReason(text.current)
            }}
          />
        )}
      </Maybe>
    </>
  )
}
