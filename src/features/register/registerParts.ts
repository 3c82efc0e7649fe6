/** A part of a register's file: the heading and some of its lines, as bytes in the file's own encoding. */
export interface RegisterPart {
  /** The number of its first line after the heading, as a spreadsheet shows it. */
  firstRow: number
  bytes: Uint8Array
}

/** With the heading and in base64 a part stays far below the limit of one call, and is written within seconds. */
const partBytes = 48 * 1024

const quote = 0x22
const comma = 0x2c
const lineFeed = 0x0a
const carriageReturn = 0x0d

const startsWithMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/**
 * The offsets of the line ends outside quotes. A quotation mark opens a quote at the beginning of a cell only. In
 * UTF-8 and GB18030 these bytes belong to no other character.
 */
function lineEnds(bytes: Uint8Array): number[] {
  const ends: number[] = []
  let quoted = false
  let cellAt = startsWithMark(bytes) ? 3 : 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (quoted) {
      if (byte !== quote) continue
      if (bytes[at + 1] === quote) at++
      else quoted = false
    } else if (byte === quote && at === cellAt) quoted = true
    else if (byte === comma) cellAt = at + 1
    else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) {
      ends.push(at + 1)
      cellAt = at + 1
    }
  }
  if (ends[ends.length - 1] !== bytes.length) ends.push(bytes.length)
  return ends
}

/** Cuts a file between lines. Each part can be checked and imported on its own. */
export function registerPartsOf(bytes: Uint8Array, most = partBytes): RegisterPart[] {
  const ends = lineEnds(bytes)
  const headingEnd = ends[0] ?? bytes.length
  const heading = bytes.subarray(0, headingEnd)
  const parts: RegisterPart[] = []
  let from = headingEnd
  let firstRow = 2
  for (let line = 1; line < ends.length; line++) {
    const end = ends[line] as number
    const next = ends[line + 1]
    if (next !== undefined && heading.length + next - from <= most) continue
    parts.push({ firstRow, bytes: joined(heading, bytes.subarray(from, end)) })
    from = end
    firstRow = line + 2
  }
  return parts.length > 0 ? parts : [{ firstRow: 2, bytes }]
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** WeChat has no `btoa`. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two, three] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    const all = (one << 16) | ((two ?? 0) << 8) | (three ?? 0)
    text += letters.charAt(all >> 18) + letters.charAt((all >> 12) & 63)
    text += two === undefined ? '=' : letters.charAt((all >> 6) & 63)
    text += three === undefined ? '=' : letters.charAt(all & 63)
  }
  return text
}
