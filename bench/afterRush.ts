import { crowdOf } from '#support/crowd'
import { openTestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'

const few = 3
const many = 300
const hourMs = 3_600_000

/** What an edit and a cancellation cost right after three hundred parties have signed up, beside three. */
export async function run(): Promise<void> {
  const house = await openTestHouse()
  try {
    const sessions = sessionsOf(house)
    const crowd = await crowdOf(house, many)
    const measured = async (act: () => Promise<unknown>) => {
      let calls = 0
      house.cloud.hooks.before = (action) => {
        if (action.startsWith('database.')) calls += 1
      }
      const startedAt = performance.now()
      await act()
      delete house.cloud.hooks.before
      return { calls, ms: performance.now() - startedAt }
    }
    const after = async (parties: number) => {
      const sessionId = await sessions.open({ capacity: many })
      const signed = crowd.slice(0, parties)
      await Promise.all(signed.map(({ send }) => send('session.signUp', { sessionId, party: [self] })))
      const { from } = await sessions.read(sessionId)
      return {
        edit: await measured(() => sessions.edit(sessionId, { to: from + 3 * hourMs })),
        cancellation: await measured(() => sessions.cancel(sessionId)),
      }
    }
    const [small, large] = [await after(few), await after(many)]
    console.log(`\nRight after ${many} parties have signed up, beside ${few}:`)
    for (const what of ['edit', 'cancellation'] as const) {
      const ratio = (large[what].ms / small[what].ms).toFixed(1)
      const calls = `${large[what].calls} database calls instead of ${small[what].calls}`
      console.log(`  ${what.padEnd(14)} ${ratio} times as long (${large[what].ms.toFixed(0)} ms), ${calls}`)
    }
  } finally {
    await house.close()
  }
}
