import type { DrawProof } from '#contract/session'
import { drawLots, type Ticket } from '#contract/shared/draw'
import type { Session } from './session'

/** The tickets of a draw, in an order that reveals nothing. */
export const ticketsOf = ({ roster }: Pick<Session, 'roster'>): Ticket[] =>
  Object.values(roster)
    .flatMap(({ state, ticket, size }) => (state === 'in_draw' && ticket ? [{ ticket, size }] : []))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))

/**
 * What everybody may see of a draw: before it, the commitment and the tickets; after it, everything that
 * decided it.
 */
export function drawProofOf(session: Session): DrawProof {
  const { commitment } = session.seed
  const { draw } = session
  if (!draw) return { commitment, capacity: session.capacity, tickets: ticketsOf(session) }
  const drawn = drawLots(draw)
  return {
    commitment,
    seed: draw.seed,
    capacity: draw.capacity,
    tickets: drawn,
    result: drawn.map(({ ticket }) => ticket),
  }
}
