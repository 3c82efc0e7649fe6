import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeFileSync } from 'node:fs'

/**
 * A file that only its passphrase opens, written and read in frames, so that its size is not limited by
 * memory.
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | `LINLIBK1` |
 * | 3 | scrypt's log2(N), r, p |
 * | 16 | scrypt's salt; the key has 32 bytes |
 * | 7 | the beginning of every nonce |
 * | … | frames: up to 65 536 bytes under AES-256-GCM, then the 16 bytes of their tag |
 *
 * A frame's nonce ends with its number (4 bytes, from 0, the highest first) and with 1 for the last frame, 0
 * for every other; every frame but the last is full; the 34 bytes before the first frame are authenticated
 * with each. So no frame can be changed, moved, left out, or taken from another file, and none can be missing
 * at the end.
 */
const magic = Buffer.from('LINLIBK1')
const headBytes = magic.length + 3 + 16 + 7
const frameBytes = 65_536
const tagBytes = 16
/** log2(N), r, p: 128 MB and about half a second for each try of a passphrase. */
const cost = [17, 8, 1] as const
/** A head that asks for more memory than this is not ours. */
const mostLogN = 20

function keyOf(passphrase: string, head: Buffer): Buffer {
  const [logN = 0, r = 0, p = 0] = head.subarray(magic.length)
  const N = 2 ** logN
  const salt = head.subarray(magic.length + 3, magic.length + 19)
  return scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r, p, maxmem: 256 * N * Math.max(r, 1) })
}

function nonceOf(head: Buffer, frame: number, last: boolean): Buffer {
  const end = Buffer.alloc(5)
  end.writeUInt32BE(frame)
  end.writeUInt8(last ? 1 : 0, 4)
  return Buffer.concat([head.subarray(headBytes - 7), end])
}

export interface SealedWriter {
  write(bytes: Buffer): void
  /** Writes the last frame; the file is whole and on the disk when this returns. */
  end(): void
  /** Closes the file as it is. */
  abandon(): void
}

/** Begins a file, for its owner only. Throws where it exists. */
export function sealFile(file: string, passphrase: string): SealedWriter {
  const handle = openSync(file, 'wx', 0o600)
  const head = Buffer.concat([magic, Buffer.from(cost), randomBytes(16 + 7)])
  const key = keyOf(passphrase, head)
  let waiting = Buffer.alloc(0)
  let frame = 0
  const put = (bytes: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(head, frame++, last)).setAAD(head)
    writeFileSync(handle, Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
  }
  writeFileSync(handle, head)
  return {
    write(bytes) {
      waiting = Buffer.concat([waiting, bytes])
      // the last frame is known only at the end, so a full one waits
      let from = 0
      for (; waiting.length - from > frameBytes; from += frameBytes)
        put(waiting.subarray(from, from + frameBytes), false)
      waiting = waiting.subarray(from)
    },
    end() {
      put(waiting, true)
      fsyncSync(handle)
      closeSync(handle)
    },
    abandon: () => closeSync(handle),
  }
}

/**
 * Gives what was sealed, frame by frame. Throws one sentence for another passphrase and for a file that is
 * not whole; what was given before that is what was sealed.
 */
export function* openSealed(file: string, passphrase: string): Generator<Buffer> {
  const handle = openSync(file, 'r')
  try {
    const head = read(handle, headBytes)
    const [logN = 0] = head.subarray(magic.length)
    if (head.length < headBytes || !head.subarray(0, magic.length).equals(magic) || logN > mostLogN)
      throw new Error(`${file} is not a backup of this program.`)
    const key = keyOf(passphrase, head)
    let next = read(handle, frameBytes + tagBytes)
    for (let frame = 0; ; frame++) {
      const sealed = next
      next = sealed.length < frameBytes + tagBytes ? Buffer.alloc(0) : read(handle, frameBytes + tagBytes)
      const last = next.length === 0
      const opened = openFrame(sealed, key, head, nonceOf(head, frame, last))
      if (!opened)
        throw new Error(
          frame === 0
            ? `The passphrase does not open ${file}, or the file is damaged.`
            : `${file} is damaged or cut off after ${frame} of its parts; take another backup.`,
        )
      yield opened
      if (last) return
    }
  } finally {
    closeSync(handle)
  }
}

function openFrame(sealed: Buffer, key: Buffer, head: Buffer, nonce: Buffer): Buffer | undefined {
  const end = sealed.length - tagBytes
  if (end < 0) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(head).setAuthTag(sealed.subarray(end))
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  } catch {
    return undefined
  }
}

/** Reads so many bytes, fewer only at the end of the file. */
function read(handle: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let have = 0
  for (let got = -1; got !== 0 && have < length; have += got)
    got = readSync(handle, bytes, have, length - have, null)
  return bytes.subarray(0, have)
}
