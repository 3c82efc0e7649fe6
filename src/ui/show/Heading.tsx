import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import './Heading.scss'

export interface HeadingProps {
  /** 2 for a block of a page, 3 inside it; the page's title (1) belongs to Screen. */
  level?: 2 | 3
  children: ReactNode
}

/** The heading of a block. */
export function Heading({ level = 2, children }: HeadingProps) {
  return (
    <View className={`heading-${level}`} {...aria({ role: 'heading' })}>
      {children}
    </View>
  )
}
