import { randomBytes } from 'node:crypto'
import type { Settings } from '#app/call/settings'
import { commitmentOf } from '#contract/shared/draw'
import type { DrawSeed, Session } from '#core/session/session'

const seedSpot = (sessionId: string) => ({ collection: 'sessions', id: sessionId, field: 'seed' }) as const

/** Makes the secret of a session's draw. It is made at publication and stays sealed until the draw. */
export function newDrawSeed(sessionId: string, { sealing }: Settings): DrawSeed {
  const seed = randomBytes(32).toString('hex')
  return { sealed: sealing.seal(seed, seedSpot(sessionId)), commitment: commitmentOf(seed) }
}

export const openDrawSeed = ({ _id, seed }: Pick<Session, '_id' | 'seed'>, { sealing }: Settings): string =>
  sealing.open(seed.sealed, seedSpot(_id))

/** Derives what stands for a member in a draw. Only this deployment can tell whose ticket it is. */
export const ticketOf = (sessionId: string, memberId: string, { sealing }: Settings): string =>
  sealing.derive(`ticket:${sessionId}:${memberId}`).toString('hex').slice(0, 20)
