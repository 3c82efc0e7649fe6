import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '#ui/button/Button'
import { aria } from '#ui/show/aria'
import { Box } from '#ui/show/Box'
import './CodeStage.scss'

export interface CodeStageProps {
  /** Whether the code fills the window, for a projector or a table by the door. */
  full: boolean
  /** What the code is for. */
  title: string
  /** When and where. */
  line: string
  /** The words of the way out. */
  leave: string
  onLeave: () => void
  /** The code. It goes on as it is while it grows and shrinks. */
  children: ReactNode
}

/** Holds a code in its place on the page, or as large as the window permits. */
export function CodeStage({ full, title, line, leave, onLeave, children }: CodeStageProps) {
  return (
    <View
      className={`code-stage ${full ? 'code-full' : ''}`}
      {...(full && aria({ role: 'dialog', label: title, modal: true }))}
    >
      {children}
      {full && (
        <Box className='code-full-head'>
          <Box className='code-full-title'>{title}</Box>
          <Box>{line}</Box>
          <Button look='quiet' onPress={onLeave}>
            {leave}
          </Button>
        </Box>
      )}
    </View>
  )
}
