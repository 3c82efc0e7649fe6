import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { SignupState } from '#contract/session'
import { statesOf } from './statesOf'

/** More than one person has ahead. */
const manySignups = 50

/** How the viewer's own sign-ups stand, by activity; nothing of visitors, and nothing of what has been. */
export function useMySignups(when: 'upcoming' | 'past'): ReadonlyMap<string, SignupState> {
  const signedIn = useSignedIn()
  const [read] = useRead(
    'session.mine',
    { when: 'upcoming', limit: manySignups },
    { visitor: true, wait: !signedIn || when === 'past' },
  )
  return read.state === 'ready' ? statesOf(read.data.items) : new Map()
}
