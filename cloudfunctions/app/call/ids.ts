import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#core/change/canonicalJson'
import type { Sealing } from '#store/sealing/sealing'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Derives an id of 96 bits. The same parts give the same id, so a repeat finds the same document. */
export const derivedId = (prefix: string, ...parts: string[]): string =>
  `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 24)}`

/** Makes a random id, for a document that no repeat needs to find. */
export const freshId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`

/**
 * Derives a person's member id, which may be shown where the openid may not. Somebody who registers again
 * after closing an account is in another `life` with another id, and only their openid connects the two.
 */
export const memberIdOf = (communityId: string, openid: string, life = 1): string =>
  derivedId('m', 'member', communityId, openid, ...(life === 1 ? [] : [String(life)]))

/**
 * A repeat of a command has the same fingerprint. It is keyed, since a phone number can be guessed from a
 * plain hash.
 */
export const fingerprintOf = (input: unknown, { indexKey }: Sealing): string => indexKey(canonicalJson(input))
