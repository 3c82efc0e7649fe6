import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { SealedSpot } from './sealedFields'

export interface Sealing {
  /** `s1.<keyId>.<nonce>.<tag>.<ciphertext>`, base64url; AES-256-GCM. */
  seal(text: string, spot: SealedSpot): string
  /** Throws for another spot, a changed byte or a key this deployment does not hold. */
  open(sealed: string, spot: SealedSpot): string
  /** The id of the key that seals. */
  readonly currentKey: string
  /** Whether there are other keys, which only open. */
  readonly hasOldKeys: boolean
  /** For exact search: the HMAC-SHA256 of the text under the index key, 24 hexadecimal digits. */
  indexKey(text: string): string
  /** 160 bits that only this deployment can derive from a name. */
  derive(name: string): Buffer
}

/**
 * @param keys 32-byte keys by id; the first one seals, all of them open.
 * @param indexKey 32 bytes; changing it means indexing again.
 */
export function sealing(keys: ReadonlyMap<string, Buffer>, indexKey: Buffer): Sealing {
  const first = keys.entries().next()
  if (first.done) throw new Error('sealing needs at least one key')
  const [currentId, currentKey] = first.value
  const bound = ({ collection, id, field }: SealedSpot): Buffer =>
    Buffer.from(JSON.stringify([collection, id, field]))

  return {
    currentKey: currentId,
    hasOldKeys: keys.size > 1,
    seal(text, spot) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', currentKey, nonce).setAAD(bound(spot))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return [
        's1',
        currentId,
        ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')),
      ].join('.')
    },
    open(sealed, spot) {
      const [version, keyId = '', ...parts] = sealed.split('.')
      const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
      const key = keys.get(keyId)
      if (version !== 's1' || !nonce || !tag || !text) throw new Error('not a sealed text')
      if (!key) throw new Error(`the key ${keyId} is not configured`)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
      decipher.setAAD(bound(spot)).setAuthTag(tag)
      return decipher.update(text, undefined, 'utf8') + decipher.final('utf8')
    },
    indexKey: (text) => createHmac('sha256', indexKey).update(`index:${text}`).digest('hex').slice(0, 24),
    derive: (name) => createHmac('sha256', indexKey).update(`derive:${name}`).digest().subarray(0, 20),
  }
}

/** The id of the key a text is sealed with; undefined for what is no sealed text. */
export const keyIdOf = (sealed: string): string | undefined => /^s1\.([A-Za-z0-9_-]+)\./.exec(sealed)?.[1]
