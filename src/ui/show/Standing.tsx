import type { ReactNode } from 'react'
import { Banner } from '#ui/page/Banner'
import { Box } from './Box'
import { Heading } from './Heading'
import './Standing.scss'

/** What has just come of a step, said at the head of its page. */
export interface News {
  tone: 'good' | 'bad'
  text: string
}

export interface StandingProps {
  title: string
  seal: ReactNode
  news: News | undefined
  /** Where it stands and what comes next, in plain sentences. */
  children: ReactNode
}

/** Where a thing stands and what comes next: its stamp and a plain sentence, read aloud when it changes. */
export function Standing({ title, seal, news, children }: StandingProps) {
  return (
    <Box tag='section'>
      <Box>
        {news && (
          <Box className='standing-news'>
            <Banner tone={news.tone}>{news.text}</Banner>
          </Box>
        )}
      </Box>
      <Box className='standing-head'>
        <Heading>{title}</Heading>
        {seal}
      </Box>
      <Box className='standing-words' live='polite'>
        {children}
      </Box>
    </Box>
  )
}
