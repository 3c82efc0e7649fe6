import { type MemberContext, yes } from '#app/call/context'
import type { SignupCard, sessionMine } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
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
  const held = sessions.naming('_id', 'sessionId', shown, { roster: memberId })
  const page = await signups.pageNamed('mine', { memberId, over }, { cursor, limit, fields: asked }, { held })
  const found = page.items.flatMap(({ held, ...signup }) =>
    held.map((session) => ({ signup, session: { ...session, roster: session.roster ?? {} } })),
  )
  const after = await said(
    found.map(({ session }) => session),
    memberId,
    command.at,
    community.limits,
  )
  const items = found.flatMap(({ signup, session }): SignupCard[] => {
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
/** What is read of a sign-up beside its session. */
const asked = ['sessionId', 'names'] as const

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
