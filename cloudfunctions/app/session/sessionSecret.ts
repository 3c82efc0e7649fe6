import type { Settings } from '#app/call/settings'

/**
 * The attendance secret of a session: derived, never stored. One for its residents and its volunteers alike, so that
 * the coordinator shows one code at the door; what it counts for is said by the operation it is sent with.
 */
export const sessionSecret = ({ sealing }: Settings, sessionId: string): Buffer =>
  sealing.derive(`attendance:session:${sessionId}`)
