import * as v from 'valibot'

/**
 * Kinds of operation by how often one person may ask. `read` and `write` are everyday operations; `search`
 * and `reveal` are a worker's look-ups in other people's records; `pairing` makes a sign-in code; `guess`
 * compares what somebody types with a secret; `enrol` puts people on record who have no account.
 */
export const paceNames = ['read', 'write', 'search', 'reveal', 'pairing', 'guess', 'enrol'] as const
export type PaceName = (typeof paceNames)[number]

/** How often one person may ask one operation. */
export interface Pace {
  perMinute: number
  /** Counted for a calendar day over all instances; absent where a day has no limit. */
  perDay?: number | undefined
}
export type Paces = Record<PaceName, Pace>

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const pace = v.object({ perMinute: whole(5, 100_000), perDay: v.optional(whole(1, 1_000_000)) })
/** Each kind that is given replaces the old pace; the others keep their default. */
export const paces = v.partial(
  v.object({ read: pace, write: pace, search: pace, reveal: pace, pairing: pace, guess: pace, enrol: pace }),
)

/**
 * The paces, until an administrator changes them: far above what a person does by hand, far below what a
 * script does.
 */
export const defaultPaces: Paces = {
  read: { perMinute: 600 },
  write: { perMinute: 300 },
  search: { perMinute: 60, perDay: 600 },
  reveal: { perMinute: 60, perDay: 200 },
  pairing: { perMinute: 60 },
  guess: { perMinute: 60 },
  enrol: { perMinute: 20, perDay: 60 },
}
