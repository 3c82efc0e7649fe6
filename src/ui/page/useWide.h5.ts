import { useEffect, useState } from 'react'

/** The width from which `desktop` of the styles holds. */
const wide = '(min-width: 900px)'

/** Whether the window is as wide as a computer's. A part that stands elsewhere there moves in the document too. */
export function useWide(): boolean {
  const [matches, setMatches] = useState(() => matchMedia(wide).matches)
  useEffect(() => {
    const query = matchMedia(wide)
    const look = () => setMatches(query.matches)
    // iOS 12 has no addEventListener here.
    query.addListener(look)
    return () => query.removeListener(look)
  }, [])
  return matches
}
