import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { go } from '#ui/go/go'
import { aria } from '#ui/show/aria'
import './Pressable.scss'

export interface PressableProps {
  className?: string | undefined
  /** The page it opens. With a page it is a link. */
  to?: string | undefined
  onPress?: (() => void) | undefined
  /** What a screen reader says instead of the content. */
  label?: string | undefined
  /** Whether the block that it opens and closes is open. */
  expanded?: boolean | undefined
  /** Whether the switch that it is, is on. */
  on?: boolean | undefined
  children?: ReactNode
}

/** Anything that can be tapped: a link with `to`, otherwise a button. Worked by finger, mouse and keyboard. */
export function Pressable({ className = '', to, onPress, label, expanded, on, children }: PressableProps) {
  const press = () => {
    onPress?.()
    if (to) go(to)
  }
  return (
    <View
      className={`pressable ${className}`}
      onClick={press}
      {...aria({
        role: on === undefined ? (to ? 'link' : 'button') : 'switch',
        label,
        expanded,
        checked: on,
      })}
    >
      {children}
    </View>
  )
}
