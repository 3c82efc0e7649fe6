import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './HandList.scss'

export interface HandListProps {
  className: string
  /** Told when a finger, a mouse or the keyboard comes to the list, and when it leaves. */
  onHand: (on: boolean) => void
  children: ReactNode
}

/** A list that knows whether a hand is on it. In WeChat that is a finger. */
export function HandList({ className, onHand, children }: HandListProps) {
  const away = () => onHand(false)
  return (
    <View
      className={`hand-list ${className}`}
      onTouchStart={() => onHand(true)}
      onTouchEnd={away}
      onTouchCancel={away}
    >
      {children}
    </View>
  )
}
