import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

/**
 * The most askers remembered at once. Beyond it, askers whose minute is over are forgotten, then the oldest.
 */
const manyAskers = 20_000

/**
 * Counts how many times each asker has asked within their minute, which begins with their first call. It
 * counts the calls of one instance only.
 */
export class Turnstile {
  readonly #counts = new Map<string, { since: Instant; count: number }>()

  constructor(private readonly most = manyAskers) {}

  /** How many times this asker has asked in the current minute, this call included. */
  pass(asker: string, now: Instant): number {
    const known = this.#counts.get(asker)
    // after a clock was set back, nobody must stay locked out for longer than a minute
    if (known && now - known.since < minuteMs && now >= known.since) return ++known.count
    this.#counts.delete(asker)
    if (this.#counts.size >= this.most) this.#forget(now)
    this.#counts.set(asker, { since: now, count: 1 })
    return 1
  }

  get askers(): number {
    return this.#counts.size
  }

  #forget(now: Instant): void {
    for (const [asker, { since }] of this.#counts)
      if (now - since >= minuteMs || now < since) this.#counts.delete(asker)
    for (const asker of this.#counts.keys()) {
      if (this.#counts.size < this.most) return
      this.#counts.delete(asker)
    }
  }
}
