import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'

export interface WordsProps {
  className?: string | undefined
  /** Ornament: not read aloud. */
  silent?: boolean | undefined
  /** A person may select and copy it, as a number or a reference. */
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
