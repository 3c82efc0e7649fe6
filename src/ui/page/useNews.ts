import Taro from '@tarojs/taro'
import { useCallback, useState } from 'react'
import type { News } from '#ui/show/news'

/** What the head of a page says about the last step, and how to say it. Whoever taps further down is led up to it. */
export function useNews(
  first?: () => News | undefined,
): [News | undefined, (next: News | undefined) => void] {
  const [news, setNews] = useState<News | undefined>(first)
  const tell = useCallback((next: News | undefined) => {
    setNews(next)
    if (next) void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })
  }, [])
  return [news, tell]
}
