import type { ReactNode } from 'react'
import type { Instant } from '#contract/shared/scalars'
import { homeText } from '#text/community/home'
import { dateWords, hourOf } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import './Greeting.scss'

export interface GreetingProps {
  name: string | undefined
  community: string
  now: Instant
  /** Drawn at the end of the line that names the day. */
  children?: ReactNode
}

/** Greets the person, by name when it is known, and names the day. */
export function Greeting({ name, community, now, children }: GreetingProps) {
  const hour = hourOf(now)
  return (
    <Box className='greeting'>
      <Box className='greeting-words'>{name ? homeText.greet(name, hour) : homeText.greetVisitor(hour)}</Box>
      <Box className='greeting-foot'>
        <Box className='greeting-day'>
          {dateWords(now)}
          {community && ` · ${community}`}
        </Box>
        {children}
      </Box>
    </Box>
  )
}
