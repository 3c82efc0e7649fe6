import type { ReactNode } from 'react'
import { Banner } from '#ui/page/Banner'
import { Box } from './Box'
import { Heading } from './Heading'
import type { News } from './news'
import './Headline.scss'

export interface HeadlineProps {
  title: string
  seal: ReactNode
  news: News | undefined
  /** The state of the thing and what comes next, in plain sentences. */
  children: ReactNode
}

/** The head of a page about one thing: its name, its stamp, and a plain sentence that is read aloud when it changes. */
export function Headline({ title, seal, news, children }: HeadlineProps) {
  return (
    <Box tag='section'>
      <Box className='headline-news'>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Box>
      <Box className='headline-head'>
        <Heading>{title}</Heading>
        {seal}
      </Box>
      <Box className='headline-words' live='polite'>
        {children}
      </Box>
    </Box>
  )
}
