import type { KnownPerson } from './rolesHeld'

/** The state of a person's registration. `moving` is a verified member whose new home or name is being checked. */
export type RegistrationState = 'visitor' | 'unregistered' | 'pending' | 'rejected' | 'moving' | 'verified'

/** Without `me` nobody is signed in. In a browser, where `strangersAreKnown` is false, a stranger is a visitor. */
export function registrationStateOf(
  me: KnownPerson | undefined,
  strangersAreKnown: boolean,
): RegistrationState {
  if (!me) return 'visitor'
  const state = me.member?.movedFrom ? 'moving' : me.member?.state
  return state && state !== 'closed' ? state : strangersAreKnown ? 'unregistered' : 'visitor'
}
