import type { Settings } from '#app/call/settings'

/**
 * The attendance secret of a session. It is derived and never stored. Residents and volunteers share it, so
 * that the coordinator shows one code; the operation that sends the code says what it counts for.
 */
export const sessionSecret = ({ sealing }: Settings, sessionId: string): Buffer =>
  sealing.derive(`attendance:session:${sessionId}`)
