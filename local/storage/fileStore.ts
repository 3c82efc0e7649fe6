import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { invalidParam } from '#local/cloudError'
import { writeWhole } from '#local/wholeFile'

/**
 * The prefix that CloudBase puts before a file's path in its id; environment and bucket are this machine's.
 */
export const idPrefix = 'cloud://local.6c6f-local-1300000000/'

/** The address of an upload, and the pass that allows it. */
export interface UploadPass {
  readonly path: string
  readonly authorization: string
  readonly fileId: string
}

/** CloudBase's storage: objects by path in a folder, and addresses that give one object for a while. */
export class FileStore {
  readonly #root: string
  /** New at every start, since an address is valid for minutes only. */
  readonly #secret = randomBytes(32)

  /** @param now the functions' time, by which an address expires */
  constructor(
    folder: string,
    private readonly now: () => number,
  ) {
    this.#root = resolve(folder)
  }

  uploadPass(path: string): UploadPass {
    this.#fileOf(path)
    return { path, authorization: this.#sign('put', path), fileId: idPrefix + path }
  }

  /**
   * Stores the bytes, replacing older ones; after a crash there are the old ones or the new ones, never a
   * part. False without the pass.
   */
  put(path: string, authorization: string, bytes: Buffer): boolean {
    if (!this.#isSigned(authorization, 'put', path)) return false
    const file = this.#fileOf(path)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeWhole(file, bytes)
    return true
  }

  /** The path and query of an object's address; undefined where there is no object. */
  address(fileId: string, maxAgeSeconds: number): string | undefined {
    const path = pathIn(fileId)
    if (path === undefined || this.#read(path) === undefined) return undefined
    const until = String(this.now() + maxAgeSeconds * 1000)
    const sign = this.#sign('get', path, until)
    // not percent-encoded: the SDK does that itself before it downloads
    return `/storage/${path}?t=${until}&sign=${sign}`
  }

  /** The bytes at an address, or why there are none. */
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

  /** The file of a path; throws for a path that leads out of the folder. */
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
  fileId.startsWith(idPrefix) ? fileId.slice(idPrefix.length) : undefined
