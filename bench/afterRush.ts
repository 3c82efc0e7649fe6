import { callsOf } from '#support/callCount'
import { openTestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'
import { copiedCrowd, timed } from './rush'

const few = 3
/** Five hundred have a place and five hundred wait. */
const many = 1000
const places = 500
const atOnce = 50
const hourMs = 3_600_000
const goalMs = 3000

/** What an edit and a cancellation cost right after a thousand parties have signed up, beside three. */
export async function run(): Promise<void> {
  const house = await openTestHouse()
  try {
    const sessions = sessionsOf(house)
    const crowd = await copiedCrowd(house, many)
    const measured = async (act: () => Promise<unknown>) => {
      const startedAt = performance.now()
      const { before, after } = await callsOf(house.cloud, act, 0)
      return { calls: before + after, ms: performance.now() - startedAt }
    }
    const after = async (parties: number) => {
      const sessionId = await sessions.open({ capacity: places })
      const taps = crowd.slice(0, parties).map(
        ({ send }) =>
          () =>
            send('session.signUp', { sessionId, party: [self] }),
      )
      await timed(atOnce, taps)
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
      const met = large[what].ms <= goalMs ? 'met' : 'MISSED'
      console.log(`  ${what.padEnd(14)} ${large[what].ms.toFixed(0)} ms (goal ≤ ${goalMs}: ${met})`)
      console.log(`  ${''.padEnd(14)} ${ratio} times as long, ${calls}`)
    }
  } finally {
    await house.close()
  }
}
