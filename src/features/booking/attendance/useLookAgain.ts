import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { secondMs } from '#contract/shared/time'

const everyMs = 5 * secondMs
/** Then it is left to the person: a phone that lies open must not ask for ever. */
const mostLooks = 120

/**
 * Reads again every few seconds while a page stands in front and waits for what somebody else does, at most ten
 * minutes long.
 */
export function useLookAgain(refresh: () => unknown, waits: boolean): void {
  const inFront = useRef(true)
  const look = useRef(refresh)
  look.current = refresh
  useDidShow(() => {
    inFront.current = true
  })
  useDidHide(() => {
    inFront.current = false
  })
  useEffect(() => {
    if (!waits) return
    let looks = 0
    const timer = setInterval(() => {
      if (!inFront.current || (typeof document !== 'undefined' && document.hidden)) return
      looks += 1
      if (looks > mostLooks) clearInterval(timer)
      else look.current()
    }, everyMs)
    return () => clearInterval(timer)
  }, [waits])
}
