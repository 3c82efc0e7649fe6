import { crowdOf } from '#support/crowd'
import { openTestHouse } from '#support/house'
import { self, sessionsOf } from '#support/sessionHouse'

const many = 300
const places = 30

/** Three hundred residents sign up for thirty places at once: how long each waits for their answer. */
export async function run(): Promise<void> {
  const house = await openTestHouse()
  try {
    const sessions = sessionsOf(house)
    const crowd = await crowdOf(house, many)
    const sessionId = await sessions.open({ capacity: places })
    let calls = 0
    house.cloud.hooks.before = (action) => {
      if (action.startsWith('database.')) calls += 1
    }
    const startedAt = performance.now()
    const answers = await Promise.all(
      crowd.map(async ({ send }) => {
        const answer = await send('session.signUp', { sessionId, party: [self] })
        return { state: answer.ok ? answer.data.state : answer.code, ms: performance.now() - startedAt }
      }),
    )
    delete house.cloud.hooks.before
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
    const at = (share: number) => (times[Math.ceil(times.length * share) - 1] ?? Number.NaN).toFixed(0)
    const won = answers.filter(({ state }) => state === 'confirmed').length
    const waiting = answers.filter(({ state }) => state === 'waitlisted').length
    console.log(`\n${many} sign-ups for ${places} places at once: ${won} have a place, ${waiting} wait`)
    console.log(`  p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, the last after ${at(1)} ms`)
    console.log(`  ${(calls / many).toFixed(2)} database calls a sign-up`)
  } finally {
    await house.close()
  }
}
