import { deflateSync } from 'node:zlib'
import qrcode from 'qrcode-generator'
import { crc32Of } from './crc32'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** White border in cells, as the standard asks for. */
const BORDER = 4

/**
 * A square code that holds this ASCII text, at least so many pixels wide. It replaces WeChat's mini-program code: any
 * decoder reads it. A valid greyscale PNG (https://www.w3.org/TR/png/).
 */
export function pngOfCode(text: string, width: number): Buffer {
  const code = qrcode(0, 'M')
  code.addData(text, 'Byte')
  code.make()
  const cells = code.getModuleCount()
  const isBlack = (x: number, y: number) => x >= 0 && y >= 0 && x < cells && y < cells && code.isDark(y, x)
  const around = cells + 2 * BORDER
  const scale = Math.ceil(width / around)
  const side = around * scale
  const rows = Buffer.alloc(side * (side + 1))
  for (let y = 0; y < around; y++) {
    const row = Buffer.alloc(side + 1)
    for (let x = 0; x < around; x++)
      row.fill(isBlack(x - BORDER, y - BORDER) ? 0 : 255, 1 + x * scale, 1 + (x + 1) * scale)
    for (let line = 0; line < scale; line++) row.copy(rows, (y * scale + line) * (side + 1))
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
