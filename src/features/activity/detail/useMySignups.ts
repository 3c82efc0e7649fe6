import { useRead } from '#cloud/call/useRead'
import { useSignedIn } from '#cloud/call/useSignedIn'
import type { SignupState } from '#contract/session'
import type { MemberId } from '#contract/shared/scalars'
import { statesOf } from './statesOf'

/** More than one person has ahead. */
const manySignups = 50

/**
 * How the sign-ups of the viewer, or of whom they act for, stand, by activity; nothing of visitors, and nothing of what has
 * been.
 */
export function useMySignups(
  when: 'upcoming' | 'past',
  actingFor?: MemberId,
): ReadonlyMap<string, SignupState> {
  const signedIn = useSignedIn()
  const [read] = useRead(
    'session.mine',
    { when: 'upcoming', limit: manySignups },
    { visitor: true, wait: !signedIn || when === 'past', actingFor },
  )
  return read.state === 'ready' ? statesOf(read.data.items) : new Map()
}
