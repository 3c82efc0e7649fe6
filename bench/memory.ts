import { spawnSync } from 'node:child_process'
import { openTestHouse } from '#support/house'

/** What the local cloud may hold, with its functions, in megabytes. */
const goalMb = 300
const people = 10
const together = 100

/** What the process of a local cloud holds, as the system counts it: when it is open, and after some calls and more. */
interface Held {
  openMb: number
  afterMb: number[]
}

/** The memory of a local cloud of its own after many calls, a hundred at once. */
export async function run({ full = false } = {}): Promise<void> {
  const calls = full ? 100_000 : 4000
  const inside = `require('tsx/cjs'); void require('./bench/memory.ts').inside(${calls})`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', inside], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const { openMb, afterMb } = JSON.parse(stdout) as Held
  const most = Math.max(...afterMb)
  console.log(
    `\nMemory of the local cloud: ${openMb} MB when it is open, ${afterMb.join(', ')} MB after each quarter of ${calls} calls; ≤ ${goalMb} ${most <= goalMb ? 'ok' : 'OVER'}`,
  )
}

const heldMb = () => Math.round(process.memoryUsage().rss / 1e6)

/** Says on standard output what this process holds. */
export async function inside(calls: number): Promise<void> {
  const house = await openTestHouse({ workers: undefined })
  for (let index = 0; index < people; index++) await house.person(`wx_${index}`)
  const openMb = heldMb()
  const afterMb: number[] = []
  let sent = 0
  const walk = async (index: number) => {
    while (sent < calls) {
      sent += 1
      if (sent % (calls / 4) === 0) afterMb.push(heldMb())
      const asked = index % 3 === 0 ? { op: 'home.get', input: {} } : upcoming
      await house.cloud.drive(`wx_${index % people}`, 'api', asked)
    }
  }
  await Promise.all(Array.from({ length: together }, (_, index) => walk(index)))
  const held: Held = { openMb, afterMb }
  await house.close()
  process.stdout.write(JSON.stringify(held))
  process.exit(0)
}

const upcoming = { op: 'activity.list', input: { when: 'upcoming' } }
