import { mostOfScene, type SceneKind, sceneLetters } from '#contract/scene'
import type { Instant } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'

const mostOfId = mostOfScene - 'a='.length

/** An id as scenes hold it: `hash` stands for one that is too long. */
export const shortId = (id: string, hash: (id: string) => string): string =>
  id.length <= mostOfId ? id : `h_${hash(id).slice(0, 24)}`

/** A scene for an id that is short enough. It has at most 32 characters, none of which WeChat refuses. */
export const sceneOf = (kind: SceneKind, shortened: string): string => `${sceneLetters[kind]}=${shortened}`

/** WeChat is not asked again for so long after it gave none: it counts calls by the minute. */
const pauseMs = 10 * minuteMs

/** Whether WeChat is asked again after it was asked in vain; a clock that was set back stops nobody. */
export const isAskedAgain = (askedAt: Instant, now: Instant): boolean =>
  now >= askedAt + pauseMs || now < askedAt
