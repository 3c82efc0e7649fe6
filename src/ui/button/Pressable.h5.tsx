import type { MouseEvent } from 'react'
import { go } from '#ui/go/go'
import { aria } from '#ui/show/aria'
import type { PressableProps } from './Pressable'
import './Pressable.scss'

const opensElsewhere = (event: MouseEvent) =>
  event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0

/**
 * Anything that can be tapped: an anchor where `to` is given, otherwise a button. The browser makes both work with the
 * keyboard.
 */
export function Pressable({ className = '', to, onPress, label, expanded, on, children }: PressableProps) {
  if (!to) {
    return (
      <button
        type='button'
        className={`pressable ${className}`}
        onClick={onPress}
        {...aria({ ...(on !== undefined && { role: 'switch', checked: on }), label, expanded })}
      >
        {children}
      </button>
    )
  }
  const follow = (event: MouseEvent) => {
    if (opensElsewhere(event)) return
    event.preventDefault()
    onPress?.()
    go(to)
  }
  return (
    <a href={`#${to}`} className={`pressable ${className}`} onClick={follow} {...aria({ label })}>
      {children}
    </a>
  )
}
