import { useEffect, useState } from 'react'
import { onUnsent, type UnsentRequest, unsentRequests } from './outbox'

/** The requests that still wait on this phone, the oldest first. */
export function useUnsent(): readonly UnsentRequest[] {
  const [unsent, setUnsent] = useState<readonly UnsentRequest[]>([])
  useEffect(() => {
    void unsentRequests().then(setUnsent)
    return onUnsent(setUnsent)
  }, [])
  return unsent
}
