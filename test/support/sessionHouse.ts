import type { RawInputOf, ReplyOf } from '#contract/operations'
import type { Answer } from '#contract/shared/refusal'
import type { Session, Signup } from '#core/session/session'
import { hourMs, type Person, type TestHouse } from './house'
import { sdkFor } from './sdk'

type Written = RawInputOf<'activity.saveDraft'>
/** A session as a coordinator plans it. */
export type Wanted = Pick<Written['sessions'][number], 'from' | 'to' | 'capacity'> & Written['signup']
type Published = ReplyOf<'activity.edit'>

const signupOf = ({ opensAt, closesAt, rule, partyMax, audience }: Wanted): Written['signup'] => ({
  opensAt,
  closesAt,
  rule,
  partyMax,
  ...(audience && { audience }),
})

/** Sessions of one test house: a coordinator's operations on them, and reads of their documents. */
export function sessionsOf(house: TestHouse) {
  const database = () => sdkFor(house.cloud).database()
  const written = new Map<string, { activityId: string; wanted: Wanted }>()
  let coordinator: Promise<Person> | undefined
  const runs = () => {
    coordinator ??= house.person('wx_sessions_coordinator', [{ role: 'coordinator' }], '赵主任')
    return coordinator
  }
  const activityOf = (sessionId: string) => {
    const known = written.get(sessionId)
    if (!known) throw new Error(`${sessionId} was not opened here`)
    return known
  }
  return {
    /**
     * A session of an activity that is drafted and published: sign-up is open, closes in a day, and it starts
     * in two.
     */
    async open(more: Partial<Wanted> = {}): Promise<string> {
      const { ask } = await runs()
      const now = house.cloud.now()
      const wanted: Wanted = {
        opensAt: now,
        closesAt: now + 24 * hourMs,
        from: now + 48 * hourMs,
        to: (more.from ?? now + 48 * hourMs) + 2 * hourMs,
        capacity: 3,
        rule: 'first_come',
        partyMax: 3,
        ...more,
      }
      const { from, to, capacity } = wanted
      const { activityId } = await ask('activity.saveDraft', {
        kind: 'festival',
        title: '端午节包粽子',
        summary: '糯米、粽叶都备好了。',
        place: '社区活动室',
        sessions: [{ from, to, capacity }],
        signup: signupOf(wanted),
      })
      const { sessionIds } = await ask('activity.publish', { activityId })
      const sessionId = sessionIds[0] as string
      written.set(sessionId, { activityId, wanted })
      return sessionId
    },
    /** The coordinator edits its plan; each edit starts from the last one that was answered. */
    async edit(sessionId: string, change: Partial<Wanted>, commandId?: string): Promise<Answer<Published>> {
      const known = activityOf(sessionId)
      const { activityId } = known
      const wanted = { ...known.wanted, ...change }
      const { from, to, capacity } = wanted
      const words = { activityId, sessions: [{ sessionId, from, to, capacity }], signup: signupOf(wanted) }
      const answer = await (await runs()).send('activity.edit', words, commandId ? { commandId } : {})
      if (answer.ok) written.set(sessionId, { activityId, wanted })
      return answer
    },
    async cancel(sessionId: string, commandId?: string): Promise<Answer<Published>> {
      const { activityId } = activityOf(sessionId)
      const words = { activityId, reason: '老师生病了' }
      return (await runs()).send('activity.cancel', words, commandId ? { commandId } : {})
    },
    /** The activity's page as its coordinator reads it. */
    async page(sessionId: string): Promise<ReplyOf<'activity.get'>> {
      const { activityId } = activityOf(sessionId)
      return (await runs()).ask('activity.get', { activityId })
    },
    /** The code on the coordinator's screen. */
    async code(sessionId: string): Promise<ReplyOf<'session.code'>> {
      return (await runs()).ask('session.code', { sessionId })
    },
    async read(sessionId: string): Promise<Session> {
      const answer: unknown = await database().collection('sessions').doc(sessionId).get({})
      return (answer as { data: Session }).data
    },
    async lists(sessionId: string): Promise<Signup[]> {
      const rows: Signup[] = []
      for (;;) {
        const answer: unknown = await database()
          .collection('signups')
          .where({ sessionId })
          .skip(rows.length)
          .limit(100)
          .get()
        const { data } = answer as { data: Signup[] }
        rows.push(...data)
        if (data.length < 100) return rows
      }
    },
  }
}

export const self = { self: true } as const

/** Signs them up one after the other, so that the order is known. */
export async function signUpAll(people: readonly Person[], sessionId: string): Promise<string[]> {
  const states: string[] = []
  for (const person of people)
    states.push((await person.ask('session.signUp', { sessionId, party: [self] })).state)
  return states
}
