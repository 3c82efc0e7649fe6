import type { ReactNode } from 'react'
import { Box } from '#ui/show/Box'
import { Icon } from '#ui/show/Icon'
import { type BannerTone, bannerIcons } from './bannerIcons'
import './Banner.scss'

export interface BannerProps {
  tone: BannerTone
  /** What happened, then what to do. */
  children: ReactNode
}

/** A sentence about what just happened. A screen reader reads it when it appears, and reads bad news at once. */
export function Banner({ tone, children }: BannerProps) {
  return (
    <Box className={`banner banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={bannerIcons[tone]} className='banner-icon' />
      <Box className='banner-words'>{children}</Box>
    </Box>
  )
}
