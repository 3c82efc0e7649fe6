import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newDrawSeed } from '#app/drawSeed'
import { readSettings } from '#app/settings'
import { newSession, type Session, type SessionPlan, type Signup } from '#core/activity/session'
import { hourMs, type Person, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { aPlan } from './sessions'

let serial = 0

/** The sessions of one test house, beside its operations: what a test must see of the documents themselves. */
export function sessionsOf(house: TestHouse) {
  const database = () => sdkFor(house.cloud).database()
  const settings = () => {
    const keys = JSON.parse(readFileSync(join(house.dataDir, 'keys.json'), 'utf8')) as NodeJS.ProcessEnv
    return readSettings({ COMMUNITY_ID: 'tubengkan', FIRST_ADMIN_OPENID: 'wx_admin', ...keys })
  }
  return {
    /** A session as publishing an activity makes it: open now, closing in a day, starting in two. */
    async open(more: Partial<SessionPlan> = {}): Promise<string> {
      const now = house.cloud.now()
      const sessionId = `s_${++serial}_${now}`
      const plan = aPlan({
        sessionId,
        activityId: `a_${serial}`,
        opensAt: now,
        closesAt: now + 24 * hourMs,
        from: now + 48 * hourMs,
        to: now + 50 * hourMs,
        seed: newDrawSeed(sessionId, settings()),
        ...more,
      })
      await database()
        .collection('sessions')
        .add({ data: newSession(plan) as never })
      return sessionId
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

/** One after the other, so that the order is known. */
export async function signUpAll(people: readonly Person[], sessionId: string): Promise<string[]> {
  const states: string[] = []
  for (const person of people)
    states.push((await person.ask('session.signUp', { sessionId, party: [self] })).state)
  return states
}
