import fc from 'fast-check'
import { eachAtOnce } from '#app/call/atOnce'
import { type Turn, takeTurns } from '#app/timer/turns'

/** A kind of which so many rounds are due. Each round notes its name, and how long it was given. */
function kindOf(name: string, rounds: number, noted: { name: string; given: number }[]): Turn {
  let left = rounds
  return {
    name,
    round: async (until) => {
      noted.push({ name, given: until - performance.now() })
      left -= 1
      return { treated: 1, more: left > 0 }
    },
  }
}

describe('the kinds of documents over which time passes', () => {
  it('take turns: none has another round while one waits for its own', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        async (due) => {
          const noted: { name: string; given: number }[] = []
          const counts: Record<string, number> = {}
          const kinds = due.map((rounds, index) => kindOf(`kind${index}`, rounds, noted))
          await takeTurns(kinds, performance.now() + 60_000, counts)
          expect(counts).toEqual(Object.fromEntries(due.map((rounds, index) => [`kind${index}`, rounds])))
          const most = Math.max(...due)
          const inTurns = Array.from({ length: most }, (_, turn) =>
            due.flatMap((rounds, index) => (rounds > turn ? [`kind${index}`] : [])),
          ).flat()
          expect(noted.map(({ name }) => name)).toEqual(inTurns)
        },
      ),
    )
  })

  it('are given an equal share of the time that is left, and more where fewer are left', async () => {
    const noted: { name: string; given: number }[] = []
    const kinds = ['a', 'b', 'c', 'd'].map((name) => kindOf(name, name === 'a' ? 2 : 1, noted))
    await takeTurns(kinds, performance.now() + 80_000, {})
    const [first = 0, , , fourth = 0, last = 0] = noted.map(({ given }) => given)
    expect(first).toBeLessThanOrEqual(20_000)
    expect(fourth).toBeLessThanOrEqual(20_000)
    expect(last).toBeGreaterThan(60_000)
  })

  it('are not stopped by one that fails', async () => {
    const noted: { name: string; given: number }[] = []
    const failing: Turn = { name: 'failing', round: () => Promise.reject(new Error('the store is away')) }
    await takeTurns([failing, kindOf('b', 3, noted)], performance.now() + 60_000, {})
    expect(noted).toHaveLength(3)
  })

  it('begin nothing when the time is over', async () => {
    const noted: { name: string; given: number }[] = []
    await takeTurns([kindOf('a', 3, noted)], performance.now() - 1, {})
    expect(noted).toEqual([])
  })
})

describe('what is done for many at once', () => {
  it('is begun once for each, in order, by no more than so many at once, and not where it may not be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(30),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(40),
        fc.scheduler(),
        async (count, width, allowed, scheduler) => {
          const items = Array.from({ length: count }, (_, index) => index)
          const begun: number[] = []
          let [underWay, most] = [0, 0]
          const act = async (item: number) => {
            begun.push(item)
            underWay += 1
            most = Math.max(most, underWay)
            await scheduler.schedule(Promise.resolve(), `${item}`)
            underWay -= 1
          }
          const done = eachAtOnce(items, width, act, (already) => already < allowed)
          const expected = Math.min(count, allowed)
          expect(await scheduler.waitFor(done)).toBe(expected)
          expect(begun).toEqual(items.slice(0, expected))
          expect(most).toBe(Math.min(width, expected))
        },
      ),
    )
  })

  it('fails as the first that fails, and begins none after it', async () => {
    const begun: number[] = []
    const act = async (item: number) => {
      begun.push(item)
      if (item === 2) throw new Error('never')
    }
    await expect(eachAtOnce([1, 2, 3, 4, 5], 1, act)).rejects.toThrow('never')
    expect(begun).toEqual([1, 2])
  })
})
