import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { toldAround } from '#app/notice/noticeText'
import { ranWith } from '#app/session/seen'
import type { sessionOne, sessionTell, Tellings } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import { type Answer, toldToday } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { isOver } from '#core/session/session'
import { decideTelling, meantBy, nextTellingAt } from '#core/session/telling'
import { sessions } from '#store/collections'
import { checkText } from '#store/platform/wechat'
import { runsId } from './running'

/** Says something to a session's parties; the notices follow from the session's own write. */
export async function speak(
  context: MemberContext,
  { sessionId, words, alsoWaiting = false }: Input<typeof sessionTell>,
): Promise<Answer<{ told: number }>> {
  const { member, command, change } = context
  if (!(await ranWith(context, sessionId, []))) return no('not_found')
  if ((await checkText(context.writer, words)) === 'risky') return no('text_risky')
  let nextAt: Instant | undefined
  const changed = await change(sessions, sessionId, command, (session) => {
    nextAt = nextTellingAt(session, command.at)
    return decideTelling(session, command, member, { words, alsoWaiting })
  })
  if (changed.refusal?.code === 'told_today' && nextAt !== undefined) return toldToday(nextAt)
  if (changed.refusal) return changed.refusal
  // a repeat may find what was said later; its own word stands where its event does
  const own = changed.state.events.find((line) => line.command === command.key)
  const said = changed.state.tellings?.find(({ at }) => at === (own?.at ?? command.at))
  return yes({ told: said?.told ?? 0 })
}

const told = ['activityId', 'title', 'place', 'from', 'to', 'state', 'roster', 'tellings'] as const

/** Shows what has been said to a session's parties, and how many could be told something now. */
export async function tellings(
  context: Context,
  { sessionId }: Input<typeof sessionOne>,
): Promise<Answer<Tellings>> {
  const { command, identity } = context
  const [session] = await sessions.getMany([sessionId], { fields: told })
  if (!session || !(await runsId(context, session.activityId))) return no('not_found')
  const { activityId, title, place, from, to } = session
  const placed = meantBy(session, false).length
  const nextAt = nextTellingAt(session, command.at)
  const who = identity.member?.name
  return yes({
    session: { activityId, title, place, from, to },
    placed,
    waiting: meantBy(session, true).length - placed,
    tellings: (session.tellings ?? []).map(({ whoId: _, ...said }) => said).reverse(),
    ...(nextAt !== undefined && { nextAt }),
    ...((isOver(session) || to <= command.at) && { over: true as const }),
    notice: toldAround({ title, windowFrom: from, ...(who !== undefined && { who }) }),
  })
}
