import type { Overview } from '#contract/report'
import { wallClock } from '#contract/shared/wallClock'
import { callsOf } from '#support/callCount'
import { crowdOf, type Resident } from '#support/crowd'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { serve } from '#support/serve'
import { dayMs, minuteMs } from '#support/time'

let house: TestHouse
let wang: Person
let volunteer: Person
let officer: Person
let crowd: Resident[]

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
  officer = await house.person('wx_officer', [{ role: 'officer', scope: { tier: 'community' } }])
  await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
  crowd = await crowdOf(house, 30)
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
})

const shed = () => ({
  ...{ category: 'parking_shed', description: '车棚顶漏雨', gridId: 'grid1', estateId: 'huochai' },
  answers: { which: `${Math.random()} 号车棚`, bicycles: '30' },
})
const file = () => wang.ask('request.file', shed())
const today = () => wallClock(house.cloud.now()).format('YYYY-MM-DD')
const overview = (day = today()): Promise<Overview> => officer.ask('report.overview', { from: day, to: day })
const fileAll = () =>
  Promise.all(
    crowd.map(async ({ send }) => {
      const filed = await send('request.file', shed())
      if (!filed.ok) throw new Error(filed.code)
    }),
  )

type Asked = Parameters<NonNullable<TestHouse['cloud']['hooks']['before']>>[1]
/** The day of which all requests, or all credited lines, are read. */
function dayRead(action: string, asked: Asked): string | undefined {
  const { collectionName } = asked
  const words = JSON.stringify(asked.query)
  const field = { requests: /\bfiledDay\b/, entries: /\bday\b/ }[String(collectionName)]
  if (action !== 'database.getDocument' || !field?.test(words) || words.includes('memberId')) return undefined
  return /\d{4}-\d\d-\d\d/.exec(words)?.[0]
}

/** What was asked of the database meanwhile: how many calls, and the days that were read whole. */
async function asking(act: () => Promise<unknown>): Promise<{ calls: number; days: string[] }> {
  let calls = 0
  const days: string[] = []
  house.cloud.hooks.before = (action, asked) => {
    // the community is read every few seconds by whichever call comes then
    if (action.startsWith('database.') && asked.collectionName !== 'communities') calls += 1
    const day = dayRead(action, asked)
    if (day !== undefined) days.push(day)
  }
  await act()
  delete house.cloud.hooks.before
  return { calls, days }
}

async function stored(collection: 'tallies' | 'hourSums', day = today()) {
  const found = await sdkFor(house.cloud).database().collection(collection).doc(`tubengkan_${day}`).get()
  return (found as unknown as { data: { dueAt: number | null; rev: number } }).data
}

describe('the figures of a day', () => {
  it('cost whoever files a request the same calls on a busy day, and no reading of the day', async () => {
    await file()
    const first = await asking(file)
    await fileAll()
    expect(await asking(file)).toEqual(first)
    expect(first.days).toEqual([])
    expect((await overview()).requests.filed).toBe(crowd.length + 3)
  })

  it('are said to have changed before the answer, for which filing needs five calls', async () => {
    const call = { op: 'request.file', input: { ...shed(), gridId: 'grid2' }, commandId: 'counted' }
    const { before } = await callsOf(house.cloud, () => house.cloud.call(wang.openid, 'api', call))
    expect(before).toBeLessThanOrEqual(5)
    const again = await callsOf(house.cloud, () => house.cloud.call(wang.openid, 'api', call))
    expect(again.before).toBeLessThanOrEqual(5)
    expect(again.reply).toMatchObject({ ok: true })
    expect((await overview()).requests.filed).toBe(crowd.length + 4)
  })

  it('cost whoever confirms a service no reading of the day either', async () => {
    const { days } = await asking(() => serve(house, wang, volunteer, 20))
    expect(days).toEqual([])
    const asked = await asking(async () =>
      expect((await overview()).hours).toMatchObject({ recordedMinutes: 20, volunteers: 1 }),
    )
    expect(asked.days).toContain(today())
  })

  it('are counted by whoever asks before the timer has counted them, once for all that ask later', async () => {
    house.cloud.advance(dayMs)
    await file()
    await file()
    expect((await stored('tallies')).dueAt).not.toBeNull()
    const asked = await asking(async () => expect((await overview()).requests.filed).toBe(2))
    expect(asked.days).toEqual([today()])
    expect((await stored('tallies')).dueAt).toBeNull()
    const again = await asking(async () => expect((await overview()).requests.filed).toBe(2))
    expect(again.days).toEqual([])
  })

  it('are counted by one reading of the day for all the requests that time moves at once', async () => {
    house.cloud.advance(dayMs)
    const day = today()
    await fileAll()
    await house.cloud.tick()
    house.cloud.advance(20 * dayMs)
    const { days } = await asking(() => house.cloud.tick())
    expect(days.filter((each) => each === day)).toEqual([day])
    const { lines } = await officer.ask('request.rates', { from: day, to: day, by: 'tier' })
    expect(lines).toEqual([expect.objectContaining({ of: 'community', filed: crowd.length })])
  })

  it('stay due where something changes while they are counted, and are right for whoever asks then', async () => {
    house.cloud.advance(dayMs)
    await file()
    let filing: Promise<unknown> | undefined
    house.cloud.hooks.after = async (action, asked) => {
      if (filing || dayRead(action, asked) === undefined) return
      filing = file()
      await filing
    }
    await house.cloud.tick()
    expect(filing).toBeDefined()
    expect((await stored('tallies')).dueAt).not.toBeNull()
    expect((await overview()).requests.filed).toBe(2)
    await house.cloud.tick()
    expect((await stored('tallies')).dueAt).toBeNull()
  })

  it('lose nothing where the day could not be noted: the request owes it until the timer has', async () => {
    house.cloud.advance(dayMs)
    house.cloud.hooks.before = (_action, asked) => {
      if (asked.collectionName === 'tallies') throw new Error('the store is away')
    }
    await file()
    delete house.cloud.hooks.before
    expect((await overview()).requests.filed).toBe(0)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect((await overview()).requests.filed).toBe(1)
  })

  it('of before there was a due day are believed until something changes', async () => {
    house.cloud.advance(dayMs)
    await file()
    await overview()
    const days = sdkFor(house.cloud).database()
    const _id = `tubengkan_${today()}`
    await days
      .collection('tallies')
      .where({ _id })
      .update({ data: { dueAt: days.command.remove() } })
    const asked = await asking(async () => expect((await overview()).requests.filed).toBe(1))
    expect(asked.days).toEqual([])
    await file()
    expect((await overview()).requests.filed).toBe(2)
  })
})
