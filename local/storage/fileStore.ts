import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { invalidParam } from '#local/cloudError'

/** What CloudBase writes before a file's path in its id; the environment and bucket of this machine. */
const ID_PREFIX = 'cloud://local.6c6f-local-1300000000/'

/** Where an upload goes and what proves that it may. */
export interface UploadPass {
  readonly path: string
  readonly authorization: string
  readonly fileId: string
}

/** CloudBase's storage: objects by path in a folder, and addresses that open one of them for a while. */
export class FileStore {
  readonly #root: string
  /** New with every start: an address lives for minutes. */
  readonly #secret = randomBytes(32)

  /** @param now the time the functions see; an address expires by it */
  constructor(
    folder: string,
    private readonly now: () => number,
  ) {
    this.#root = resolve(folder)
  }

  uploadPass(path: string): UploadPass {
    this.#fileOf(path)
    return { path, authorization: this.#sign('put', path), fileId: ID_PREFIX + path }
  }

  /** Keeps the bytes, replacing what lay there; a crash leaves the old or the new, never half. False without the pass. */
  put(path: string, authorization: string, bytes: Buffer): boolean {
    if (!this.#isSigned(authorization, 'put', path)) return false
    const file = this.#fileOf(path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const next = `${file}.${randomBytes(6).toString('hex')}.next`
    const handle = openSync(next, 'w', 0o600)
    writeSync(handle, bytes)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(next, file)
    return true
  }

  /** Path and query of an address for an object; undefined where there is none. */
  address(fileId: string, maxAgeSeconds: number): string | undefined {
    const path = pathIn(fileId)
    if (path === undefined || this.#read(path) === undefined) return undefined
    const until = String(this.now() + maxAgeSeconds * 1000)
    const sign = this.#sign('get', path, until)
    // not percent-encoded: the SDK does that itself before it downloads
    return `/storage/${path}?t=${until}&sign=${sign}`
  }

  /** The bytes behind an address, or why there are none. */
  get(path: string, query: URLSearchParams): Buffer | 'forbidden' | 'missing' {
    const until = query.get('t') ?? ''
    if (!this.#isSigned(query.get('sign') ?? '', 'get', path, until)) return 'forbidden'
    if (Number(until) <= this.now()) return 'forbidden'
    return this.#read(path) ?? 'missing'
  }

  /** Removes an object; false where there was none. */
  remove(fileId: string): boolean {
    const path = pathIn(fileId)
    if (path === undefined || this.#read(path) === undefined) return false
    rmSync(this.#fileOf(path))
    return true
  }

  #read(path: string): Buffer | undefined {
    try {
      return readFileSync(this.#fileOf(path))
    } catch (error) {
      if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
        return undefined
      throw error
    }
  }

  /** The file of a path; throws for one that leads out of the folder. */
  #fileOf(path: string): string {
    const file = join(this.#root, path)
    const plain = /^[^\\?#%]+$/.test(path) && !path.includes('\0') && !path.split('/').includes('..')
    if (!plain || !file.startsWith(this.#root + sep)) throw invalidParam('path must lead into the storage')
    return file
  }

  #sign(...said: string[]): string {
    return createHmac('sha256', this.#secret).update(JSON.stringify(said)).digest('base64url')
  }

  #isSigned(signature: string, ...said: string[]): boolean {
    const right = Buffer.from(this.#sign(...said))
    const given = Buffer.from(signature)
    return given.length === right.length && timingSafeEqual(given, right)
  }
}

const pathIn = (fileId: string): string | undefined =>
  fileId.startsWith(ID_PREFIX) ? fileId.slice(ID_PREFIX.length) : undefined
