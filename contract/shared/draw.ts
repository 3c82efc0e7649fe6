import { hash } from 'fast-sha256'

/**
 * A draw, computed alike in the cloud and by whoever checks it. Everything in it is plain ASCII text, so that
 * `printf %s … | sha256sum` recomputes it: the commitment is the SHA-256 of the seed, a rank that of the seed with the
 * ticket behind it.
 */
export interface Ticket {
  /** Stands for one party; only the party's own member and the deployment know whose it is. */
  ticket: string
  /** People. */
  size: number
}

export interface Drawn extends Ticket {
  rank: string
  result: 'confirmed' | 'waitlisted'
}

/** SHA-256 in hexadecimal of ASCII text. */
export function hexHash(text: string): string {
  // WeChat has no TextEncoder
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  return [...hash(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const commitmentOf = (seed: string): string => hexHash(seed)
export const rankOf = (seed: string, ticket: string): string => hexHash(seed + ticket)

/** The tickets in the order of their ranks; each gets its places if they are left when its turn comes. */
export function drawLots(draw: { seed: string; capacity: number; tickets: readonly Ticket[] }): Drawn[] {
  const { seed, capacity, tickets } = draw
  let left = capacity
  return tickets
    .map(({ ticket, size }) => ({ ticket, size, rank: rankOf(seed, ticket) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map((ticket) => {
      const fits = ticket.size <= left
      if (fits) left -= ticket.size
      return { ...ticket, result: fits ? 'confirmed' : 'waitlisted' }
    })
}
