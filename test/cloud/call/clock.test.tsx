/** @jest-environment jsdom */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { cloudNow, hearCloudTime, phoneNow, setClockAhead, useNow } from '#clock'
import { hourMs, minuteMs, secondMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'

const noon = Date.UTC(2026, 10, 30, 4)

beforeEach(() => {
  jest.useFakeTimers({ now: noon })
  setClockAhead(0)
})
afterEach(() => jest.useRealTimers())

/** An answer that took this long, with the time the cloud gave it. */
const answered = (at: number, tookMs = secondMs) => hearCloudTime(at, phoneNow() - tookMs, phoneNow())

describe("The page's clock", () => {
  it("is the phone's where the phone is right", () => {
    expect(answered(noon - secondMs / 2)).toBe(false)
    expect(cloudNow()).toBe(noon)
  })

  it.each([
    ['an hour slow', hourMs],
    ['a day fast', -24 * hourMs],
  ])("follows the cloud's on a phone that is %s", (_, ahead) => {
    expect(answered(noon + ahead - secondMs / 2)).toBe(true)
    expect(cloudNow()).toBe(noon + ahead)
    jest.setSystemTime(noon + minuteMs)
    expect(cloudNow()).toBe(noon + minuteMs + ahead)
  })

  it('stays as it was set by an answer that was long on its way', () => {
    answered(noon + hourMs)
    const before = cloudNow()
    expect(answered(noon + hourMs - 10 * secondMs, 20 * secondMs)).toBe(false)
    expect(cloudNow()).toBe(before)
  })

  it('is right again after somebody has put the phone right', () => {
    answered(noon + hourMs)
    jest.setSystemTime(noon + hourMs)
    answered(noon + hourMs)
    expect(Math.abs(cloudNow() - phoneNow())).toBeLessThanOrEqual(secondMs)
  })
})

describe('What is drawn by the time', () => {
  let root: Root
  let place: HTMLElement
  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    place = document.createElement('div')
    root = createRoot(place)
    await act(async () => root.render(<Left until={noon + hourMs} />))
  })
  afterEach(() => act(async () => root.unmount()))

  function Left({ until }: { until: number }) {
    const now = useNow()
    return `${dayOf(now)} ${Math.ceil((until - now) / minuteMs)}`
  }

  it('moves with the minutes', async () => {
    expect(place.textContent).toBe('2026-11-30 60')
    await act(async () => jest.advanceTimersByTime(5 * minuteMs))
    expect(place.textContent).toBe('2026-11-30 55')
  })

  it('changes at once when the cloud says another time', async () => {
    await act(async () => answered(noon + 24 * hourMs))
    expect(place.textContent?.slice(0, 10)).toBe('2026-12-01')
  })

  it('asks for no more time when it has gone', async () => {
    await act(async () => root.unmount())
    expect(jest.getTimerCount()).toBe(0)
    root = createRoot(place)
  })
})

describe("The phone's own clock", () => {
  it('is read in one file of the client', () => {
    const src = path.resolve(__dirname, '../../../src')
    const readers = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        /\bDate\.now\b|new Date\(\)|\bdayjs\(\)/.test(readFileSync(path.join(src, file), 'utf8')),
      )
    expect(readers).toEqual(['clock.ts'])
  })
})
