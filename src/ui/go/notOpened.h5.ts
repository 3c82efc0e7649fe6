import { useEffect, useState } from 'react'

/** A page that could not be opened, since its script did not come. */
export interface PageNotOpened {
  /** Tries again, and opens the page where it succeeds; whether it has. */
  again: () => Promise<boolean>
  /** Opens the page in a new edition of the app: there may be one that no longer has the script. */
  afresh: () => void
}

let held: PageNotOpened | undefined
const watching = new Set<(now: PageNotOpened | undefined) => void>()

/** Says which page could not be opened; undefined where the person has gone on. */
export function tellNotOpened(now: PageNotOpened | undefined): void {
  held = now
  for (const tell of watching) tell(now)
}

/** The page that could not be opened, for the page that stands instead. */
export function useNotOpened(): PageNotOpened | undefined {
  const [now, setNow] = useState(held)
  useEffect(() => {
    watching.add(setNow)
    setNow(held)
    return () => {
      watching.delete(setNow)
    }
  }, [])
  return now
}
