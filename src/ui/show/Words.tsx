import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'

export interface WordsProps {
  className?: string | undefined
  /** An ornament, which a screen reader passes over. */
  silent?: boolean | undefined
  /** Whether a person may select and copy the words, for example a number. */
  selectable?: boolean | undefined
  children?: ReactNode
}

/** Words inside a line. */
export function Words({ className, silent, selectable, children }: WordsProps) {
  return (
    <Text className={className ?? ''} {...(selectable && { userSelect: true })} {...aria({ hidden: silent })}>
      {children}
    </Text>
  )
}
