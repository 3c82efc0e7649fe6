/** Delays up to this are "soon": `idle()` waits for them, but not for a countdown or a retry. */
const soonMs = 500

export type TimerId = number

/**
 * The timers of one mini-program. It knows which are pending, so that a test can wait until none is, and no
 * timer outlives the test. What a callback throws goes to `onError`, as WeChat reports it without stopping.
 */
export class Clock {
  private lastId = 0
  private readonly pending = new Map<TimerId, { handle: NodeJS.Timeout; soon: boolean }>()

  constructor(private readonly onError: (error: unknown) => void) {}

  readonly setTimeout = (
    callback: (...args: unknown[]) => void,
    delayMs = 0,
    ...args: unknown[]
  ): TimerId => {
    const id = ++this.lastId
    const handle = setTimeout(() => {
      this.pending.delete(id)
      this.run(() => callback(...args))
    }, delayMs)
    this.pending.set(id, { handle, soon: delayMs <= soonMs })
    return id
  }

  readonly setInterval = (
    callback: (...args: unknown[]) => void,
    delayMs = 0,
    ...args: unknown[]
  ): TimerId => {
    const id = ++this.lastId
    const handle = setInterval(() => this.run(() => callback(...args)), delayMs)
    this.pending.set(id, { handle, soon: false })
    return id
  }

  readonly clear = (id: TimerId | undefined): void => {
    if (id === undefined) return
    clearTimeout(this.pending.get(id)?.handle)
    this.pending.delete(id)
  }

  /** Whether a callback is due soon. Intervals never count. */
  get busy(): boolean {
    return [...this.pending.values()].some(({ soon }) => soon)
  }

  /** Runs code of the mini-program, reporting what it throws. */
  run<T>(work: () => T): T | undefined {
    try {
      return work()
    } catch (error) {
      this.onError(error)
      return undefined
    }
  }

  clearAll(): void {
    for (const id of [...this.pending.keys()]) this.clear(id)
  }
}
