import { hmac } from 'fast-sha256'
import * as v from 'valibot'
import { groupedCode, type Instant } from './scalars'

/**
 * The attendance code on a resident's screen, computed alike on the phone and in the cloud.
 *
 * A secret belongs to one claim of one booking. Time is cut into steps; each step has six digits to type
 * (RFC 4226's dynamic truncation over HMAC-SHA256) and an 80-bit MAC to scan, so that a scan proves its own step
 * without a network.
 */
export const scanPrefix = 'LL1'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 base32 without padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let value = 0
  let bits = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += alphabet.charAt((value >>> (bits - 5)) & 31)
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet.charAt((value << (5 - bits)) & 31) : text
}

/** Throws on a character outside the alphabet. */
export function fromBase32(text: string): Uint8Array {
  const bytes: number[] = []
  let value = 0
  let bits = 0
  for (const character of text) {
    const index = alphabet.indexOf(character)
    if (index < 0) throw new Error('not base32')
    value = (value << 5) | index
    bits += 5
    if (bits >= 8) {
      bytes.push((value >>> (bits - 8)) & 255)
      bits -= 8
    }
    value &= (1 << bits) - 1
  }
  return Uint8Array.from(bytes)
}

/** The number of whole steps since the epoch. */
export function stepAt(at: Instant, stepSeconds: number): number {
  return Math.floor(at / (stepSeconds * 1000))
}

function macOf(secret: Uint8Array, purpose: 'type' | 'scan', step: number): Uint8Array {
  const message = `${purpose}:${step}`
  const bytes = new Uint8Array(message.length)
  for (let index = 0; index < message.length; index++) bytes[index] = message.charCodeAt(index)
  return hmac(secret, bytes)
}

/** Six decimal digits. */
export function typedCode(secret: Uint8Array, step: number): string {
  const mac = macOf(secret, 'type', step)
  const offset = (mac[31] as number) & 15
  const view = new DataView(mac.buffer, mac.byteOffset + offset, 4)
  return String((view.getUint32(0) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** What the square code holds: `LL1.<step>.<80-bit MAC in base32>`. */
export function scanCode(secret: Uint8Array, step: number): string {
  return `${scanPrefix}.${step}.${toBase32(macOf(secret, 'scan', step).subarray(0, 10))}`
}

/** When the step after `at` begins. */
export function nextStepAt(at: Instant, stepSeconds: number): Instant {
  return (stepAt(at, stepSeconds) + 1) * stepSeconds * 1000
}

/** What the square code holds, as it stands: nobody types it. */
export const scannedCode = v.pipe(v.string(), v.trim(), v.regex(/^LL1\.\d{1,12}\.[A-Z2-7]{16}$/))
/** Six digits, typed in any way, or what the scanned code of a door holds. */
export const doorCode = v.union([v.pipe(groupedCode, v.regex(/^\d{6}$/)), scannedCode])
