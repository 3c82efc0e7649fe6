import { useEffect, useRef, useState } from 'react'
import { onUnsent, type UnsentRequest, unsentRequests } from './outbox'

/** The requests that still wait on this phone, the oldest first. `onSent` hears when one was sent, whatever sent it. */
export function useUnsent(onSent: () => void): readonly UnsentRequest[] {
  const [unsent, setUnsent] = useState<readonly UnsentRequest[]>([])
  const heard = useRef(onSent)
  heard.current = onSent
  useEffect(() => {
    void unsentRequests().then(setUnsent)
    return onUnsent((left, sent) => {
      setUnsent(left)
      if (sent) heard.current()
    })
  }, [])
  return unsent
}
