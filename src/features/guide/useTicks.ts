import { useState } from 'react'
import { keep, kept } from '#cloud/kept/kept'

/**
 * Which things of a guide are ticked, kept by their words: what a new edition leaves stays ticked. In a browser for as
 * long as its tab lives.
 */
export function useTicks(publicationId: string): {
  ticked: readonly string[]
  tick: (thing: string, on: boolean) => void
} {
  const keptUnder = `bring:${publicationId}`
  const [ticked, setTicked] = useState(() => kept<string[]>(keptUnder) ?? [])
  return {
    ticked,
    tick: (thing, on) => {
      const others = ticked.filter((each) => each !== thing)
      const next = on ? [...others, thing] : others
      keep(keptUnder, next)
      setTicked(next)
    },
  }
}
