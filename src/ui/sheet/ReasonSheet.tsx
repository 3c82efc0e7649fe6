import { type ReactNode, useRef, useState } from 'react'
import { uiText } from '#text/shared/ui'
import type { ButtonLook } from '#ui/button/Button'
import { FormFoot } from '#ui/form/FormFoot'
import { ReasonField } from '#ui/form/ReasonField'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Sheet } from './Sheet'

export interface ReasonSheetProps {
  title: string
  /** What will happen, and who reads the reason. */
  text: string
  /** What else is asked, above the reasons. */
  asked?: ReactNode
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

/** Asks for a reason before something is cancelled or given back. */
export function ReasonSheet(props: ReasonSheetProps) {
  const {
    title,
    text,
    asked,
    reasons,
    label,
    action,
    look = 'danger',
    busy,
    failure,
    onReason,
    onClose,
  } = props
  const [missing, setMissing] = useState(false)
  const reason = useRef('')

  const submit = () => {
    setMissing(!reason.current)
    if (reason.current) onReason(reason.current)
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <Box>{text}</Box>
      <Maybe>{asked}</Maybe>
      <ReasonField
        label={label}
        reasons={reasons}
        error={missing ? uiText.reasonMissing : undefined}
        onReason={(said) => {
          reason.current = said
        }}
      />
      <FormFoot form={{ busy, failure, submit }} action={action} look={look} />
    </Sheet>
  )
}
