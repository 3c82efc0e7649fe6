const keyLimitBytes = 1024 * 1024
const totalLimitBytes = 10 * 1024 * 1024

/**
 * The storage of one phone (wx.setStorage and the like): values as JSON, at most 1 MB for a key and 10 MB in
 * all, as WeChat documents it. `bytes()` has all of it, for a second start.
 */
export class PhoneStorage {
  private readonly values: Map<string, string>

  constructor(carried?: Uint8Array) {
    const entries = carried ? (JSON.parse(Buffer.from(carried).toString('utf8')) as [string, string][]) : []
    this.values = new Map(entries)
  }

  get keys(): string[] {
    return [...this.values.keys()]
  }

  /** Undefined where the key is missing; depending on the function, WeChat then answers `''` or fails. */
  get(key: string): unknown {
    const value = this.values.get(key)
    return value === undefined ? undefined : JSON.parse(value)
  }

  /** Throws `setStorage:fail …` beyond a limit. */
  set(key: string, data: unknown): void {
    const value = JSON.stringify(data ?? null)
    const size = Buffer.byteLength(value)
    const others = this.sizeBytes - Buffer.byteLength(this.values.get(key) ?? '')
    if (size > keyLimitBytes) throw new Error('setStorage:fail entry size limit reached')
    if (others + size > totalLimitBytes) throw new Error('setStorage:fail exceed storage max size 10Mb')
    this.values.set(key, value)
  }

  remove(key: string): void {
    this.values.delete(key)
  }

  clear(): void {
    this.values.clear()
  }

  get sizeBytes(): number {
    return [...this.values.values()].reduce((sum, value) => sum + Buffer.byteLength(value), 0)
  }

  bytes(): Uint8Array {
    return Buffer.from(JSON.stringify([...this.values]))
  }
}
