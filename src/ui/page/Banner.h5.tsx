import { useEffect, useRef } from 'react'
import { say } from '#ui/device/voice.h5'
import { Icon } from '#ui/show/Icon'
import type { BannerProps } from './Banner'
import { bannerIcons } from './bannerIcons'
import './Banner.scss'

/**
 * A sentence about what just happened. A screen reader reads it when it appears, and reads bad news at once. A region
 * that appears together with its words is often not read unless it is an alert: other news goes through the page's
 * voice.
 */
export function Banner({ tone, children }: BannerProps) {
  const words = useRef<HTMLDivElement>(null)
  const bad = tone === 'bad'
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are another sentence
  useEffect(() => {
    if (!bad && words.current) return say(words.current)
  }, [bad, children])
  return (
    <div className={`banner banner-${tone}`} role={bad ? 'alert' : undefined}>
      <Icon name={bannerIcons[tone]} className='banner-icon' />
      <div className='banner-words' ref={words}>
        {children}
      </div>
    </div>
  )
}
