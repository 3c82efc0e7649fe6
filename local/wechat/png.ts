import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { crc32Of } from './crc32'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Cells per side, pixels per cell, white border in cells. */
const CELLS = 21
const SCALE = 10
const BORDER = 2

/**
 * A picture of black and white cells that derives from this text. It replaces WeChat's mini-program code and
 * cannot be scanned. A valid greyscale PNG (https://www.w3.org/TR/png/).
 */
export function pngOfCode(text: string): Buffer {
  const digest = createHash('sha512').update(text).digest()
  const isBlack = (x: number, y: number) =>
    x >= 0 &&
    y >= 0 &&
    x < CELLS &&
    y < CELLS &&
    (((digest[(x * CELLS + y) % 64] ?? 0) >> ((x + y) % 8)) & 1) === 1
  const side = (CELLS + 2 * BORDER) * SCALE
  const rows = Buffer.alloc(side * (side + 1))
  for (let y = 0; y < CELLS + 2 * BORDER; y++) {
    const row = Buffer.alloc(side + 1)
    for (let x = 0; x < CELLS + 2 * BORDER; x++)
      row.fill(isBlack(x - BORDER, y - BORDER) ? 0 : 255, 1 + x * SCALE, 1 + (x + 1) * SCALE)
    for (let line = 0; line < SCALE; line++) row.copy(rows, (y * SCALE + line) * (side + 1))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 8
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32Of(body), body.length + 4)
  return framed
}
