import { type MemberContext, yes } from '#app/call/context'
import type { SignupCard, sessionMine } from '#contract/session'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import type { Signup } from '#core/session/session'
import { mySignup, sessionStateAt } from '#core/session/view'
import { progressOf } from '#core/training/attendance'
import { type Course, isCourse, lessonAt } from '#core/training/course'
import { sessions, signups } from '#store/collections'
import type { Inquiry } from '#store/engine/documents'
import { readAs } from '#store/together'
import { openNames } from './company'
import { aftermaths } from './feedback'

const fewSignups = 20

/** Lists the caller's sign-ups: those ahead, the next first, or those that are over. Details come from the sessions. */
export const mine = async (
  context: MemberContext,
  input: Input<typeof sessionMine>,
): Promise<Answer<Page<SignupCard>>> => {
  const { member, command, community } = context
  const { when, cursor, limit = fewSignups } = input
  const over = when === 'past'
  const page = await signups.pageNamed(
    'mine',
    { memberId: member._id, over },
    { cursor, limit, fields: asked },
    { held: heldBy(member._id) },
  )
  const held = page.items.flatMap(({ held }) => held.map(withRoster))
  const after = await aftermaths(held, member._id, command.at, community.limits)
  const items = cardsOf(context, page.items, after)
  return yes({ ...page, items: items.sort((a, b) => (over ? b.from - a.from : a.from - b.from)) })
}

/** The caller's next sign-ups, without what is said once their sessions have begun; to be asked for with others. */
export const next = (context: MemberContext, limit: number): Inquiry<SignupCard[]> => {
  const memberId = context.member._id
  const ahead = signups.pagingNamed(
    'mine',
    { memberId, over: false },
    { cursor: undefined, limit, fields: asked },
    { held: heldBy(memberId) },
  )
  return readAs(ahead, ({ items }) => cardsOf(context, items, new Map()).sort((a, b) => a.from - b.from))
}

const heldBy = (memberId: string) => sessions.naming('_id', 'sessionId', shown, { roster: memberId })

type Held = NonNullable<ReturnType<typeof heldBy>['read']>
type Found = Pick<Signup, '_id' | (typeof asked)[number]> & { held: Held[] }

const withRoster = (session: Held) => ({ ...session, roster: session.roster ?? {} })

function cardsOf(
  { member, settings, command }: MemberContext,
  found: readonly Found[],
  after: Awaited<ReturnType<typeof aftermaths>>,
): SignupCard[] {
  return found.flatMap(({ held, ...signup }) =>
    held.map(withRoster).flatMap((session): SignupCard[] => {
      const names = openNames(session._id, member._id, signup, session.roster[member._id], settings)
      const became = after.get(session._id)
      const own = mySignup(session, member._id, names, became?.own)
      if (!own) return []
      const { _id: sessionId, activityId, title, place, from, to } = session
      const state = sessionStateAt(session, command.at)
      const card: SignupCard = { sessionId, activityId, title, place, from, to, session: state, mine: own }
      return [
        isCourse(session)
          ? atNextLesson(card, session.course, became?.lessons?.attended ?? {}, command.at)
          : card,
      ]
    }),
  )
}

/** The card of a course: where and when its next lesson is, and whether one is there. */
function atNextLesson(
  card: SignupCard,
  course: Course,
  attended: Readonly<Record<string, boolean>>,
  now: number,
): SignupCard {
  const progress = progressOf(course, attended)
  const lesson = lessonAt(course, now)
  if (!lesson) return { ...card, progress }
  const { lessonId, from, to, place } = lesson
  const present = attended[lessonId]
  const mine = { ...card.mine, ...(present !== undefined && { present }) }
  return { ...card, lessonId, from, to, place: place ?? card.place, mine, progress }
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
  'course',
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
