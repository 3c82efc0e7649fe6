import type { ReactNode } from 'react'
import { Box } from './Box'
import { Heading } from './Heading'
import './Card.scss'

export interface CardProps {
  title?: string
  /**
   * The colour of the double rule at the head: `cinnabar` asks for something, `pine` is a volunteer's, `ochre` waits.
   */
  edge?: 'cinnabar' | 'pine' | 'ochre'
  /** A picture over its whole width, above everything. */
  head?: ReactNode
  children: ReactNode
}

/** A block of a page on its own sheet of paper. */
export function Card({ title, edge, head, children }: CardProps) {
  return (
    <Box tag='section' className={`card ${edge ? `card-${edge}` : ''}`}>
      {head && <Box className='card-head'>{head}</Box>}
      {title && <Heading>{title}</Heading>}
      {children}
    </Box>
  )
}
