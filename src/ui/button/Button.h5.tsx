import { uiText } from '#text/shared/ui'
import { aria } from '#ui/show/aria'
import type { ButtonProps } from './Button'
import { Pressable } from './Pressable'
import './Button.scss'

/** A button with words, as wide as its column. It keeps the keyboard's focus while it is busy. */
export function Button({ look = 'primary', busy = false, onPress, to, label, children }: ButtonProps) {
  const className = `button button-${look} ${busy ? 'button-busy' : ''}`
  if (to) {
    return (
      <Pressable className={className} to={to} label={label} onPress={onPress}>
        {children}
      </Pressable>
    )
  }
  return (
    <button
      type='button'
      className={className}
      onClick={busy ? undefined : onPress}
      {...aria({ label, disabled: busy || undefined })}
    >
      {busy ? uiText.busy : children}
    </button>
  )
}
