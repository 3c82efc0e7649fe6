import { createHash, randomBytes } from 'node:crypto'
import { canonical } from '#core/hours/ledger'
import type { Sealing } from '#store/sealing/sealing'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** 96 bits derived from parts: the same parts give the same id, so a retry lands on the same document. */
export const derivedId = (prefix: string, ...parts: string[]): string =>
  `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 24)}`

/** An id nothing else needs to find. */
export const freshId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`

/** A person's member id; an openid is never shown, its member id may be. */
/**
 * Who comes back after closing an account begins another life, with an id of its own: nothing leads from one to the
 * other but the person's own openid.
 */
export const memberIdOf = (communityId: string, openid: string, life = 1): string =>
  derivedId('m', 'member', communityId, openid, ...(life === 1 ? [] : [String(life)]))

/** Tells whether a repeated command still says the same; keyed, since a phone number is soon guessed from a hash. */
export const fingerprintOf = (input: unknown, { indexKey }: Sealing): string => indexKey(canonical(input))
