import { hash } from 'fast-sha256'

/**
 * A draw, computed alike in the cloud and by anybody who checks it. Every text in it is plain ASCII, so that
 * `printf %s … | sha256sum` computes it again: the commitment is the SHA-256 of the seed; a rank is the
 * SHA-256 of the seed followed by the ticket.
 */
export interface Ticket {
  /** Stands for one party; only the party's own member and the deployment know which. */
  ticket: string
  /** How many people the party has. */
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

/** The tickets in the order of their ranks; a ticket is confirmed if enough places are left at its turn. */
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
