import type { Instant } from '#contract/shared/scalars'
import type { Session } from '#core/session/session'
import { signupBar } from '#core/session/view'

/** How a sign-up goes: to a seat, to the line, into the draw; `shut` where nobody can sign up. */
export type Way = 'seat' | 'line' | 'draw' | 'shut'

type Head = Parameters<typeof signupBar>[0] & Pick<Session, '_id' | 'free'>

/** So many sessions are remembered. */
const kept = 200

/**
 * What this instance last saw of sessions. It only chooses what is tried first: the write decides, whatever is
 * tried, and nobody is refused by what is remembered.
 */
const lately = new Map<string, Head>()

export function rememberHead(head: Head, now: Instant): void {
  const { _id, state, rule, to, opensAt, closesAt, capacity, free, waiting } = head
  lately.delete(_id)
  if (to > now) lately.set(_id, { _id, state, rule, to, opensAt, closesAt, capacity, free, waiting })
  const [oldest] = lately.keys()
  if (lately.size > kept && oldest !== undefined) lately.delete(oldest)
}

/** How sign-up to a session goes now, by what was seen last. Nothing is known of most: then there are seats. */
export function wayLately(sessionId: string, now: Instant): Way {
  const head = lately.get(sessionId)
  if (!head) return 'seat'
  if (signupBar(head, now)) return 'shut'
  if (head.rule === 'draw') return 'draw'
  return head.waiting > 0 || head.free === 0 ? 'line' : 'seat'
}
