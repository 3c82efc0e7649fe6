import type { ReactNode } from 'react'
import { Box } from '#ui/show/Box'
import './Ring.scss'

export interface RingProps {
  /** From 0 to 1. */
  part: number
  /** What a screen reader says; the picture and the words in it are passed over. */
  label: string
  children: ReactNode
}

const radius = 44
const around = 2 * Math.PI * radius

/** A ring that is drawn so far, with words in its middle. */
export function Ring({ part, label, children }: RingProps) {
  const drawn = (Math.min(Math.max(part, 0), 1) * around).toFixed(1)
  // WeChat has no SVG in a page: the arc is cut out of a colour, as the icons are.
  const arc = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'%3E%3Ccircle cx='50' cy='50' r='${radius}' fill='none' stroke='black' stroke-width='10' stroke-dasharray='${drawn} ${around.toFixed(1)}' transform='rotate(-90 50 50)'/%3E%3C/svg%3E")`
  return (
    <Box className='ring' role='img' label={label}>
      <Box className='ring-arc' style={{ WebkitMaskImage: arc, maskImage: arc }} silent />
      <Box className='ring-words' silent>
        {children}
      </Box>
    </Box>
  )
}
