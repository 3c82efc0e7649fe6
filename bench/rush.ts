import { rmSync } from 'node:fs'
import { memberIdOf } from '#app/call/ids'
import { crowdOf, type Resident } from '#support/crowd'
import { openTestHouse, type TestHouse } from '#support/house'
import { sdkFor } from '#support/sdk'
import { type BareCall, bareDocuments, functionsWithBare } from './bare'

/** A house whose functions are those of the product, and the bare one beside them. */
export async function openRushHouse(
  workers: number,
): Promise<{ house: TestHouse; close: () => Promise<void> }> {
  const functionsDir = functionsWithBare()
  const house = await openTestHouse({ workers, functionsDir })
  await sdkFor(house.cloud)
    .database()
    .collection('rotations')
    .add({ data: bareDocuments(bareCount) as never })
  const close = async () => {
    await house.close()
    rmSync(functionsDir, { recursive: true, force: true })
  }
  return { house, close }
}

const addedAtOnce = 100

/** So many verified residents, who are copies of one: registering each would take minutes. */
export async function copiedCrowd(house: TestHouse, count: number): Promise<Resident[]> {
  const [first] = await crowdOf(house, 1)
  if (!first) throw new Error('nobody has registered')
  const members = sdkFor(house.cloud).database().collection('members')
  const { data } = (await members.doc(first.memberId).get({})) as { data: object }
  const crowd = Array.from({ length: count }, (_, index): Resident => {
    const openid = `wx_copy_${index}`
    return { openid, memberId: memberIdOf('tubengkan', openid), send: house.stranger(openid).send }
  })
  for (let begin = 0; begin < count; begin += addedAtOnce) {
    const some = crowd.slice(begin, begin + addedAtOnce)
    await members.add({ data: some.map(({ openid, memberId: _id }) => ({ ...data, _id, openid })) as never })
  }
  return crowd
}

/** How long each of many calls took, in milliseconds, ascending; and all of them. */
export interface Times {
  times: number[]
  totalMs: number
}

/** Makes these calls, so many at once. */
export async function timed(atOnce: number, calls: readonly (() => Promise<unknown>)[]): Promise<Times> {
  const times: number[] = []
  let next = 0
  const startedAt = performance.now()
  const walk = async () => {
    for (let call = calls[next++]; call; call = calls[next++]) {
      const before = performance.now()
      await call()
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, walk))
  return { times: times.sort((a, b) => a - b), totalMs: performance.now() - startedAt }
}

/** The time within which this share of the calls was answered. */
export const within = ({ times }: Times, share: number): number =>
  times[Math.ceil(times.length * share) - 1] ?? Number.NaN

const bareCount = 50

/** The bare function many times, so many at once: one conditional update each, or these calls. */
export const bareCalls = (
  { cloud }: TestHouse,
  atOnce: number,
  count: number,
  calls?: readonly BareCall[],
): Promise<Times> =>
  timed(
    atOnce,
    Array.from(
      { length: count },
      (_, index) => () => cloud.call('wx_bare', 'bare', { id: `bare_${index % bareCount}`, calls }),
    ),
  )
