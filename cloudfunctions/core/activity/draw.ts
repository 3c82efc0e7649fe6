import { hash } from 'fast-sha256'
import type { DrawProof } from '#contract/activity'
import type { Draw, Session, Ticket } from './session'

/**
 * SHA-256 in hexadecimal of plain text. Everything in a draw is text, so that `printf %s … | sha256sum` recomputes it:
 * the commitment is that of the seed, a rank that of the seed with the ticket behind it.
 */
export const hexHash = (text: string): string =>
  [...hash(new TextEncoder().encode(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export const commitmentOf = (seed: string): string => hexHash(seed)
export const rankOf = (seed: string, ticket: string): string => hexHash(seed + ticket)

export interface Drawn extends Ticket {
  rank: string
  result: 'confirmed' | 'waitlisted'
}

/** The tickets in the order of their ranks; each gets its places if they are left when its turn comes. */
export function drawLots({ seed, capacity, tickets }: Pick<Draw, 'seed' | 'capacity' | 'tickets'>): Drawn[] {
  let left = capacity
  return tickets
    .map((ticket) => ({ ...ticket, rank: rankOf(seed, ticket.ticket) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map((ticket) => {
      const fits = ticket.size <= left
      if (fits) left -= ticket.size
      return { ...ticket, result: fits ? 'confirmed' : 'waitlisted' }
    })
}

/** The tickets that stand in a draw, in an order that tells nothing. */
export const ticketsOf = ({ roster }: Pick<Session, 'roster'>): Ticket[] =>
  Object.values(roster)
    .flatMap(({ state, ticket, size }) => (state === 'in_draw' && ticket !== null ? [{ ticket, size }] : []))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))

/** What anybody may see of a draw: before it the commitment and who stands in it, afterwards all that decided it. */
export function proofOf(session: Session): DrawProof {
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
