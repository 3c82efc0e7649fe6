import { useCallback, useEffect, useState } from 'react'
import { phoneNow } from '#clock'
import { afterPress, foldsInMs, noneStays } from './stillRows'

export interface StayingRows {
  /** The rows that stay although the list would no longer show them. */
  keys: readonly string[]
  pressed: (key: string) => void
  /** A hand has come to the list, or has left it. */
  hand: (on: boolean) => void
  /** Lets all of them go at once. */
  fold: () => void
}

/** Holds the pressed rows of a list in their places until the hand has left it. */
export function useStaying(): StayingRows {
  const [staying, setStaying] = useState(noneStays)
  const fold = useCallback(
    () => setStaying((held) => (held.keys.length > 0 ? { ...held, keys: [] } : held)),
    [],
  )
  useEffect(() => {
    const wait = foldsInMs(staying, phoneNow())
    if (wait === undefined) return
    const timer = setTimeout(fold, wait)
    return () => clearTimeout(timer)
  }, [staying, fold])
  return {
    keys: staying.keys,
    pressed: (key) => setStaying((held) => afterPress(held, key, phoneNow())),
    hand: (on) => setStaying((held) => (held.handOn === on ? held : { ...held, handOn: on })),
    fold,
  }
}
