import type { ReactNode } from 'react'
import { Box } from '#ui/show/Box'
import type { BannerTone } from './bannerIcons'
import './Banner.scss'

export interface BannerProps {
  tone: BannerTone
  /** What happened, then what to do. */
  children: ReactNode
}

/**
 * A sentence about what just happened. A screen reader reads it when it appears, and reads bad news at once. It is one
 * element, since most steps end with one.
 */
export function Banner({ tone, children }: BannerProps) {
  return (
    <Box className={`banner-alone banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </Box>
  )
}
