import { type MemberContext, yes } from '#app/call/context'
import type { SignupCard, sessionMine } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { MemberId, Page } from '#contract/shared/scalars'
import type { Session, Signup } from '#core/session/session'
import { mySignup, sessionStateAt } from '#core/session/view'
import { sessions, signups } from '#store/collections'
import { openNames } from './company'
import { aftermaths } from './feedback'

const fewSignups = 20

/** Lists the caller's sign-ups: those ahead, the next first, or those that are over. Details come from the sessions. */
export const mine = async (
  context: MemberContext,
  input: Input<typeof sessionMine>,
): Promise<Answer<Page<SignupCard>>> => yes(await pageOf(context, input, aftermaths))

/** The caller's next sign-ups, without what is said once their sessions have begun. */
export const next = async (context: MemberContext, limit: number): Promise<SignupCard[]> =>
  (await pageOf(context, { when: 'upcoming', limit }, async () => new Map())).items

async function pageOf(
  { member, settings, command, community }: MemberContext,
  { when, cursor, limit = fewSignups }: Input<typeof sessionMine>,
  said: typeof aftermaths,
): Promise<Page<SignupCard>> {
  const memberId = member._id
  const over = when === 'past'
  const page = await signups.page('mine', { memberId, over }, { cursor, limit })
  const found = await sessionsFor(memberId, page.items)
  const after = await said(found, memberId, command.at, community.limits)
  const items = found.flatMap((session): SignupCard[] => {
    const signup = page.items.find(({ sessionId }) => sessionId === session._id)
    const names = openNames(session._id, memberId, signup, session.roster[memberId], settings)
    const own = mySignup(session, memberId, names, after.get(session._id))
    if (!own) return []
    const { _id: sessionId, activityId, title, place, from, to } = session
    const state = sessionStateAt(session, command.at)
    return [{ sessionId, activityId, title, place, from, to, session: state, mine: own }]
  })
  items.sort((a, b) => (over ? b.from - a.from : a.from - b.from))
  return { ...page, items }
}

const shown = [
  'activityId',
  'title',
  'place',
  'from',
  'to',
  'opensAt',
  'closesAt',
  'state',
  'rule',
  'line',
] as const
type Seen = Pick<Session, '_id' | 'roster' | (typeof shown)[number]>

/** Reads the sessions of these sign-ups with the member's own party alone. */
async function sessionsFor(memberId: MemberId, rows: readonly Signup[]): Promise<Seen[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ sessionId }) => sessionId)
  const found = await sessions.getMany(ids, { fields: shown, entries: { roster: memberId } })
  return found.map((session) => ({ ...session, roster: session.roster ?? {} }))
}

/** One read of the whole list brings so many. */
const manySignups = 50

/** Reads all of a member's sign-ups: first those ahead, then those that are over. */
export async function allSignups(context: MemberContext, most: number): Promise<SignupCard[]> {
  const all: SignupCard[] = []
  for (const when of ['upcoming', 'past'] as const) {
    let cursor: string | undefined
    do {
      const page = await mine(context, { when, cursor, limit: manySignups })
      if (!page.ok) break
      all.push(...page.data.items)
      cursor = page.data.nextCursor
    } while (cursor !== undefined && all.length < most)
  }
  return all.slice(0, most)
}
