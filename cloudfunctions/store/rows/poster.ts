import type { CodeLacking } from '#contract/poster'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { remains } from '#store/engine/fate'
import { apart } from '#store/engine/join'
import { row } from '#store/engine/row'

/** A mini-program code, kept so that WeChat is asked for each scene once; or its last refusal. */
export interface KeptCode {
  /** Derives from the community and the scene. */
  _id: string
  communityId: string
  /** A data URL; null where WeChat gave none. */
  picture: string | null
  lacking: CodeLacking | null
  /** When WeChat was asked. */
  askedAt: Instant
}

export const codesRow = row<KeptCode>()({
  indexes: { asked: ['askedAt'] },
  sealed: {},
  fate: remains('It holds the id of an activity or a team, and no person.'),
  joins: apart('It names no person.'),
  passes: false,
  // what is printed stays good; a code that is asked for later still is made again
  term: { index: 'asked', afterMs: 400 * dayMs },
})
