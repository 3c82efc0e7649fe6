import type { Me } from '#contract/member'

/** How far somebody's registration has come. `moving` is a verified member whose new home or name is being checked. */
export type RegistrationState = 'visitor' | 'unregistered' | 'pending' | 'rejected' | 'moving' | 'verified'

/** Without `me` nobody is signed in. Where strangers are not known, somebody unregistered is a visitor. */
export function registrationStateOf(me: Me | undefined, strangersAreKnown: boolean): RegistrationState {
  if (!me) return 'visitor'
  const state = me.member?.movedFrom ? 'moving' : me.member?.state
  return state && state !== 'closed' ? state : strangersAreKnown ? 'unregistered' : 'visitor'
}
