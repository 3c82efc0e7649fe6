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
  children: ReactNode
}

/** A block of a page on its own sheet of paper. */
export function Card({ title, edge, children }: CardProps) {
  return (
    <Box tag='section' className={`card ${edge ? `card-${edge}` : ''}`}>
      {title && <Heading>{title}</Heading>}
      {children}
    </Box>
  )
}
