import type { ReactNode } from 'react'
import { Box } from '#ui/show/Box'
import './Ring.scss'

export interface RingProps {
  /** From 0 to 1; drawn in twenty-fourths. */
  part: number
  /** What a screen reader says; the picture and the words in it are passed over. */
  label: string
  children: ReactNode
}

const partsDrawn = 24

/** A ring that is drawn so far, with words in its middle. It is full when everything is behind, and not before. */
export function Ring({ part, label, children }: RingProps) {
  const drawn = Math.floor(Math.min(Math.max(part, 0), 1) * partsDrawn)
  return (
    <Box className={`ring ring-${drawn}`} role='img' label={label}>
      <Box className='ring-words' silent>
        {children}
      </Box>
    </Box>
  )
}
