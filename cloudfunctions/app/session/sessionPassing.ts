import { sha256 } from '#app/call/ids'
import type { Settings } from '#app/call/settings'
import type { Changes } from '#app/change/change'
import { offerFree } from '#app/session/offers'
import type { Limits } from '#contract/community'
import type { Command, Decision } from '#core/change/aggregate'
import { decideRemind } from '#core/session/reminder'
import { decideCloseSignup, decideDraw, decideFinish } from '#core/session/rules'
import { isOver, type Session, withDueAt } from '#core/session/session'
import { sessions } from '#store/collections'
import { lapseOffer } from '#store/writes/session'
import { openDrawSeed } from './drawSeed'

/** Sign-ups that come in meanwhile owe effects of their own, which take another round. */
const rounds = 5

/**
 * Does what time alone does to a session: it closes the sign-up and draws the lots, lets offers lapse and
 * offers their places to the next, reminds, and ends the session. Then it does what sign-ups still owe. Each
 * step is a guarded write, so a crash loses nothing and two runs at once do no harm.
 */
export async function passSession(
  found: Session,
  limits: Limits,
  settings: Settings,
  { change, perform }: Pick<Changes, 'change' | 'perform'>,
): Promise<void> {
  const at = Date.now()
  const byItself = (session: Session, what: string): Command => {
    const key = sha256(`${session._id}:${session.rev}:${what}`).slice(0, 24)
    return { key, fingerprint: key, at }
  }
  const move = async (
    what: string,
    rule: (session: Session, command: Command) => Decision<Session> | undefined,
  ): Promise<void> => {
    const session = await sessions.get(found._id)
    const command = session && byItself(session, what)
    if (!command || !rule(session, command)) return
    await change(sessions, found._id, command, (state) => rule(state, command) ?? { next: state })
  }
  if (found.rule === 'draw') {
    await move('close', decideCloseSignup)
    await move('draw', (session, command) =>
      decideDraw(session, command, openDrawSeed(session, settings), limits),
    )
  }
  await lapse(found._id, byItself(found, 'lapse'))
  await offerFree(found._id, { at }, limits)
  await move('remind', decideRemind)
  await move('finish', decideFinish)
  await payOwed(found._id, perform)
}

/** Lets offers lapse whose time is over. */
async function lapse(sessionId: string, command: Command): Promise<void> {
  const session = await sessions.get(sessionId)
  if (!session || isOver(session) || session.state === 'drawing') return
  for (const [memberId, party] of Object.entries(session.roster))
    if (party.state === 'offered' && party.offerUntil && party.offerUntil <= command.at)
      await lapseOffer(session, memberId, party, command)
}

/** Does what is owed and notes that it is done. Where somebody has signed up meanwhile, it looks again. */
async function payOwed(sessionId: string, perform: Changes['perform']): Promise<void> {
  const done = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const session = await sessions.get(sessionId)
    if (!session) return
    const owed = session.pending.filter((effect) => !done.has(JSON.stringify(effect)))
    await perform(owed, session.communityId)
    for (const effect of owed) done.add(JSON.stringify(effect))
    if (await sessions.save(session, withDueAt({ ...session, pending: [] }))) return
  }
}
