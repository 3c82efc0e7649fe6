import { type ReactNode, useState } from 'react'
import { Pressable } from '#ui/button/Pressable'
import { Box } from '#ui/show/Box'
import { Icon } from '#ui/show/Icon'
import { Maybe } from '#ui/show/Maybe'
import './Folded.scss'

export interface FoldedProps {
  title: string
  /** Whether it is open at first, because nothing else stands beside it. */
  open?: boolean
  children: ReactNode
}

/** A block of which only the title is shown until it is tapped. */
export function Folded({ title, open = false, children }: FoldedProps) {
  const [shown, setShown] = useState(open)
  return (
    <Box tag='section' className='stack-tight'>
      <Pressable className='folded' expanded={shown} onPress={() => setShown(!shown)}>
        {title}
        <Icon name='chevron' className={shown ? 'folded-mark folded-open' : 'folded-mark'} />
      </Pressable>
      <Maybe>{shown && children}</Maybe>
    </Box>
  )
}
