import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { openSealed, type SealedWriter } from './sealedFile'

/**
 * What a backup holds, as the sealed bytes give it: one entry after the other, the last of them the manifest.
 * An entry is the length of its head (4 bytes, the highest first), the head `{"name", "bytes"}` as JSON, and
 * the bytes.
 */
export interface ArchiveEntry {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** `manifest.json`, the last entry. */
export interface ArchiveManifest {
  readonly format: 1
  /** Instant of the machine's clock. */
  readonly madeAt: number
  readonly entries: readonly ArchiveEntry[]
  /** How many documents each collection has. */
  readonly documents: Readonly<Record<string, number>>
  /** Pictures that documents name and the data folder did not have. */
  readonly missing: readonly string[]
}

const manifestName = 'manifest.json'
/** The data folder's files that a backup holds. */
const nameShape = /^(cloud\.db|keys\.json|clock|files(\/[^/\\\0]+)+)$/
const isName = (name: string): boolean =>
  nameShape.test(name) && !name.split('/').some((part) => part === '.' || part === '..')

const pieceBytes = 65_536

const headOf = (name: string, bytes: number): Buffer => {
  const head = Buffer.from(JSON.stringify({ name, bytes }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return Buffer.concat([length, head])
}

/** Adds a file of this size; answers its line of the manifest. */
export function addFile(to: SealedWriter, name: string, file: string, bytes: number): ArchiveEntry {
  const handle = openSync(file, 'r')
  try {
    to.write(headOf(name, bytes))
    const hash = createHash('sha256')
    const piece = Buffer.alloc(pieceBytes)
    let left = bytes
    while (left > 0) {
      const got = readSync(handle, piece, 0, Math.min(left, pieceBytes), null)
      if (got === 0) throw new Error(`${file} became shorter while it was read; try again.`)
      hash.update(piece.subarray(0, got))
      to.write(Buffer.from(piece.subarray(0, got)))
      left -= got
    }
    return { name, bytes, sha256: hash.digest('hex') }
  } finally {
    closeSync(handle)
  }
}

export function addManifest(to: SealedWriter, manifest: ArchiveManifest): void {
  const text = Buffer.from(JSON.stringify(manifest))
  to.write(headOf(manifestName, text.length))
  to.write(text)
}

/** Takes the bytes of an entry, piece by piece, then its end. */
export interface Sink {
  write(bytes: Buffer): void
  end(): void
}

/**
 * Reads a backup to its end, hands each entry to a sink, and answers the manifest. Throws one sentence where
 * the passphrase is wrong, or where the file does not hold what its manifest says.
 */
export function readArchive(
  file: string,
  passphrase: string,
  sinkFor: (name: string) => Sink,
): ArchiveManifest {
  const source = new Source(openSealed(file, passphrase))
  const broken = new Error(`${file} does not hold what it says it holds; take another backup.`)
  const seen: ArchiveEntry[] = []
  for (;;) {
    const { name, bytes } = source.head() ?? {}
    if (typeof name !== 'string' || typeof bytes !== 'number') throw broken
    if (name === manifestName) {
      const manifest: ArchiveManifest = JSON.parse(source.take(bytes).toString())
      if (!source.isOver() || manifest.format !== 1) throw broken
      if (JSON.stringify(manifest.entries) !== JSON.stringify(seen)) throw broken
      return manifest
    }
    if (!isName(name)) throw broken
    seen.push(passOn(source, name, bytes, sinkFor(name)))
  }
}

function passOn(source: Source, name: string, bytes: number, sink: Sink): ArchiveEntry {
  const hash = createHash('sha256')
  for (let left = bytes; left > 0; ) {
    const piece = source.take(Math.min(left, pieceBytes))
    hash.update(piece)
    sink.write(piece)
    left -= piece.length
  }
  sink.end()
  return { name, bytes, sha256: hash.digest('hex') }
}

/** The opened bytes, taken in any lengths. */
class Source {
  #have = Buffer.alloc(0)
  constructor(private readonly frames: Iterator<Buffer>) {}

  take(length: number): Buffer {
    while (this.#have.length < length) {
      const { value, done } = this.frames.next()
      if (done) throw new Error('The backup ends too early; take another backup.')
      this.#have = Buffer.concat([this.#have, value])
    }
    const taken = this.#have.subarray(0, length)
    this.#have = this.#have.subarray(length)
    return taken
  }

  head(): { name?: unknown; bytes?: unknown } | undefined {
    const head: unknown = JSON.parse(this.take(this.take(4).readUInt32BE()).toString())
    return head !== null && typeof head === 'object' ? head : undefined
  }

  isOver(): boolean {
    return this.#have.length === 0 && this.frames.next().done === true
  }
}
