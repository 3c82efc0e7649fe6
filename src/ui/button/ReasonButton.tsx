import { useState } from 'react'
import { ReasonSheet, type ReasonSheetProps } from '#ui/sheet/ReasonSheet'
import { Maybe } from '#ui/show/Maybe'
import { Button, type ButtonLook } from './Button'

export interface ReasonButtonProps
  extends Pick<ReasonSheetProps, 'title' | 'text' | 'asked' | 'label' | 'reasons' | 'action' | 'look'> {
  /** The words on the button that opens the sheet. */
  open: string
  openLook?: ButtonLook
  /** The step that needs the reason: whether it is under way, and why it was refused. */
  step: { busy: boolean; failure?: string | undefined; clear: () => void }
  /** Answers whether the step was done. The sheet closes then. */
  onReason: (reason: string) => Promise<boolean>
}

/** A button whose step wants a reason first. */
export function ReasonButton({ open, openLook = 'quiet', step, onReason, ...sheet }: ReasonButtonProps) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look={openLook} onPress={() => setAsking(true)}>
        {open}
      </Button>
      <Maybe>
        {asking && (
          <ReasonSheet
            {...sheet}
            busy={step.busy}
            failure={step.failure}
            onReason={async (reason) => {
              if (await onReason(reason)) setAsking(false)
            }}
            onClose={() => {
              setAsking(false)
              step.clear()
            }}
          />
        )}
      </Maybe>
    </>
  )
}
