import { phoneNow } from '#clock'

/** So long at most something counts as under way that tells nobody how it ended. */
const longestMs = 3000

/**
 * Begins something unless the last is still under way; undefined where it is. `isOver` says that it came to nothing,
 * where nobody else may.
 */
export type OneAtATime = <Result>(
  begin: () => Promise<Result>,
  isOver?: () => boolean,
) => Promise<Result> | undefined

/**
 * A second tap is one tap: what is begun here is begun alone. It is over when it has succeeded or failed, and after
 * three seconds in any case, so that no button is dead for ever.
 */
export function oneAtATime(): OneAtATime {
  let underWay: { since: number; isOver: () => boolean } | undefined
  return (begin, isOver = () => false) => {
    const now = phoneNow()
    // a clock that was set back must not keep it either
    if (underWay && !underWay.isOver() && Math.abs(now - underWay.since) < longestMs) return undefined
    const own = { since: now, isOver }
    underWay = own
    const over = () => {
      if (underWay === own) underWay = undefined
    }
    try {
      const begun = begin()
      begun.then(over, over)
      return begun
    } catch (fault) {
      over()
      throw fault
    }
  }
}
