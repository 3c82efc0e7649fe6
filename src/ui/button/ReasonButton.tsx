import { useState } from 'react'
import { ReasonSheet, type ReasonSheetProps } from '#ui/sheet/ReasonSheet'
import { Place } from '#ui/show/Place'
import { Button, type ButtonLook } from './Button'

export interface ReasonButtonProps
  extends Pick<ReasonSheetProps, 'title' | 'text' | 'label' | 'reasons' | 'action' | 'look'> {
  /** On the button that opens the sheet. */
  open: string
  openLook?: ButtonLook
  /** What the reason is given for, while it is under way and after it was refused. */
  step: { busy: boolean; failure?: string | undefined; clear: () => void }
  /** Answers whether it was done: then the sheet closes. */
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
      <Place>
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
      </Place>
    </>
  )
}
