import { useRef, useState } from 'react'
import { uiText } from '#text/shared/ui'
import { Choice } from '#ui/choice/Choice'
import { ParagraphField } from '#ui/field/TextField'
import { Maybe } from '#ui/show/Maybe'

export interface ReasonFieldProps {
  label: string
  /** Common reasons, each a whole sentence; the person may write another instead. */
  reasons: readonly string[]
  error: string | undefined
  /** Told of every change: the chosen or written reason, trimmed; empty while there is none. */
  onReason: (reason: string) => void
}

const own = 'own'
/** As the contract has it. */
const longest = 200

/** A reason, among the common ones or in own words. */
export function ReasonField({ label, reasons, error, onReason }: ReasonFieldProps) {
  const [chosen, setChosen] = useState<string>()
  const written = useRef('')
  const choose = (value: string) => {
    setChosen(value)
    onReason(value === own ? written.current : (reasons[Number(value)] ?? ''))
  }
  return (
    <>
      <Choice
        label={label}
        options={[
          ...reasons.map((reason, index) => ({ value: String(index), title: reason })),
          { value: own, title: uiText.reasonOwn },
        ]}
        chosen={chosen}
        onChoose={choose}
        tall
        error={error}
      />
      <Maybe>
        {chosen === own && (
          <ParagraphField
            label={uiText.reasonOwnLabel}
            maxLength={longest}
            onText={(text) => {
              written.current = text.trim()
              onReason(written.current)
            }}
          />
        )}
      </Maybe>
    </>
  )
}
