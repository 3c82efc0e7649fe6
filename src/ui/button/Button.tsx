import { Button as NativeButton } from '@tarojs/components'
import type { ReactNode } from 'react'
import { uiText } from '#text/shared/ui'
import { go } from '#ui/go/go'
import { aria } from '#ui/show/aria'
import './Button.scss'

/** `primary` is the one next step, `pine` a volunteer's step, `quiet` a way out; `danger` takes something away. */
export type ButtonLook = 'primary' | 'pine' | 'quiet' | 'danger'

export interface ButtonProps {
  look?: ButtonLook
  /** While it is true, a tap does nothing and the words ask the person to wait. */
  busy?: boolean
  onPress?: (() => void) | undefined
  /** A page to open. */
  to?: string | undefined
  /** What a screen reader says where the words alone are not enough: for example which of several rows is meant. */
  label?: string | undefined
  children: ReactNode
}

/** A button with words, as wide as its column. */
export function Button({ look = 'primary', busy = false, onPress, to, label, children }: ButtonProps) {
  const press = () => {
    if (busy) return
    onPress?.()
    if (to) go(to)
  }
  return (
    <NativeButton
      className={`button button-${look}`}
      onClick={press}
      {...aria({ label, disabled: busy || undefined, role: to ? 'link' : undefined })}
    >
      {busy ? uiText.busy : children}
    </NativeButton>
  )
}
