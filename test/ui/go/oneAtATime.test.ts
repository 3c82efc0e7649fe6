import { oneAtATime } from '#ui/go/oneAtATime'

const never = () => new Promise<void>(() => {})
const at = (ms: number) => jest.setSystemTime(1_700_000_000_000 + ms)

beforeEach(() => {
  jest.useFakeTimers()
  at(0)
})
afterEach(() => {
  jest.useRealTimers()
})

describe('what is begun alone', () => {
  it('keeps the next away until it has succeeded or failed', async () => {
    const alone = oneAtATime()
    const begun: string[] = []
    const begin = (name: string, end: Promise<void>) => () => {
      begun.push(name)
      return end
    }
    const first = alone(begin('first', Promise.resolve()))
    expect(alone(begin('second', never()))).toBeUndefined()
    await first
    const third = alone(begin('third', Promise.reject(new Error('not so'))))
    await expect(third).rejects.toThrow('not so')
    expect(alone(begin('fourth', never()))).toBeDefined()
    expect(begun).toEqual(['first', 'third', 'fourth'])
  })

  it('keeps the next away for three seconds at most, whatever the clock does', () => {
    const alone = oneAtATime()
    void alone(never)
    at(2_999)
    expect(alone(never)).toBeUndefined()
    at(3_000)
    expect(alone(never)).toBeDefined()
    at(-60_000)
    expect(alone(never)).toBeDefined()
  })

  it('is over as soon as it has come to nothing, and what ends late does not end its successor', async () => {
    const alone = oneAtATime()
    let cameToNothing = false
    let endLate = () => {}
    const first = alone(
      () =>
        new Promise<void>((resolve) => {
          endLate = resolve
        }),
      () => cameToNothing,
    )
    expect(alone(never)).toBeUndefined()
    cameToNothing = true
    expect(alone(never)).toBeDefined()
    endLate()
    await first
    expect(alone(never)).toBeUndefined()
  })

  it('frees the way where it throws before it has begun', () => {
    const alone = oneAtATime()
    expect(() =>
      alone(() => {
        throw new Error('at once')
      }),
    ).toThrow('at once')
    expect(alone(never)).toBeDefined()
  })
})
