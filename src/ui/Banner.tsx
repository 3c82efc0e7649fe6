import type { ReactNode } from 'react'
import { Box } from './Box'
import { Icon, type IconName } from './Icon'
import './Banner.scss'

export interface BannerProps {
  tone: 'plain' | 'good' | 'bad'
  /** What happened, then what to do. */
  children: ReactNode
}

const icons: Record<BannerProps['tone'], IconName> = { plain: 'info', good: 'check', bad: 'alert' }

/** A sentence about what just happened; read aloud when it appears, at once where it is bad. */
export function Banner({ tone, children }: BannerProps) {
  return (
    <Box className={`banner banner-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} className='banner-icon' />
      <Box className='banner-words'>{children}</Box>
    </Box>
  )
}
