import type { Publication } from '#core/publication/publication'
import { dayMs, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let zhao: Person
let li: Person
let chen: Person
let wang: Person

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
  li = await house.person('wx_li', [volunteerIn('repair')], '李哥')
  chen = await house.person('wx_chen', [volunteerIn('repair')], '陈姐')
  wang = await house.person('wx_wang', [], '王奶奶')
})
afterAll(() => house.close())

const passer = () => house.stranger('wx_sanitation')
const station = async (title = '火车站广场驿站') =>
  (
    await zhao.ask('publication.publish', {
      kind: 'station',
      ...{ title, body: '环卫工人、骑手、路过的人都可以进来歇脚。', place: '火车站广场东侧' },
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 8 * 60, toMinute: 18 * 60 }],
      things: ['water', 'seats', 'charging'],
    })
  ).publicationId
const stored = async (publicationId: string): Promise<Publication> =>
  (
    (await sdkFor(house.cloud).database().collection('publications').doc(publicationId).get()) as unknown as {
      data: Publication
    }
  ).data
const seen = async (publicationId: string) => (await passer().ask('publication.get', { publicationId })).now

describe('a station', () => {
  it('is seen by who has no account, with what a volunteer has said of it', async () => {
    const publicationId = await station()
    expect(await seen(publicationId)).toBeUndefined()
    expect(await li.ask('station.say', { publicationId, open: true, has: ['water'] })).toEqual({
      state: 'open',
    })
    expect(await seen(publicationId)).toMatchObject({ open: true, has: ['water'] })
    const { items } = await passer().ask('publication.list', { kind: 'station' })
    expect(items).toMatchObject([{ publicationId, place: '火车站广场东侧', now: { open: true } }])
    const { edition, steps } = await passer().ask('publication.get', { publicationId })
    expect({ edition, steps }).toEqual({ edition: 1, steps: [] })
    expect((await li.ask('publication.get', { publicationId })).steps).toEqual(['say'])
  })

  it('is spoken of by verified volunteers and staff alone', async () => {
    const publicationId = await station()
    const words = { publicationId, open: false, has: [] }
    expect(await wang.send('station.say', words)).toMatchObject({ code: 'forbidden' })
    expect(await passer().send('station.say', words)).toMatchObject({ code: 'not_registered' })
    expect(await zhao.ask('station.say', words)).toEqual({ state: 'closed' })
    expect((await zhao.ask('publication.get', { publicationId })).saidBy).toBe('赵姐')
    expect(await li.ask('publication.get', { publicationId })).not.toHaveProperty('saidBy')
  })

  it('has what its page says that it has', async () => {
    const publicationId = await station()
    expect(await li.send('station.say', { publicationId, open: true, has: ['toilet'] })).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'has' }],
    })
    expect(await li.send('station.say', { publicationId: 'pub_none', open: true, has: [] })).toMatchObject({
      code: 'not_found',
    })
    expect(await seen(publicationId)).toBeUndefined()
  })

  it('spoken of by several at once is as one of them said, and nothing is lost of its past', async () => {
    const publicationId = await station()
    const answers = await Promise.all([
      li.send('station.say', { publicationId, open: true, has: ['water'] }),
      chen.send('station.say', { publicationId, open: false, has: [] }),
      zhao.send('station.say', { publicationId, open: true, has: ['seats'] }),
    ])
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const kept = await stored(publicationId)
    const past = kept.events.filter(({ event }) => event === 'said')
    expect(past).toHaveLength(3)
    const { open, has } = kept.now ?? { open: false, has: [] }
    expect([open ? 'open' : 'closed', ...has].join(' ')).toBe(past.at(-1)?.note)
  })

  it('remembers a word that was sent twice once, also after another word', async () => {
    const publicationId = await station()
    const once = { commandId: 'say-once' }
    await li.ask('station.say', { publicationId, open: true, has: ['water'] }, once)
    await chen.ask('station.say', { publicationId, open: false, has: [] })
    await li.ask('station.say', { publicationId, open: true, has: ['water'] }, once)
    expect(await seen(publicationId)).toMatchObject({ open: false })
  })

  it('of which somebody tires of saying is left alone by them for the day', async () => {
    const publicationId = await station()
    const codes: unknown[] = []
    for (let time = 0; time < 42; time++) {
      const said = await li.send('station.say', { publicationId, open: time % 2 === 0, has: [] })
      codes.push(said.ok ? 'ok' : said.code)
    }
    expect(codes.at(-1)).toBe('changed_often')
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThan(30)
    // whoever writes is not stopped by it
    const { rev } = await zhao.ask('publication.get', { publicationId })
    expect((await zhao.ask('publication.edit', { publicationId, rev, place: '广场西侧' })).edition).toBe(2)
  })

  it('keeps a word for two days', async () => {
    const publicationId = await station()
    await li.ask('station.say', { publicationId, open: true, has: [] })
    house.cloud.advance(dayMs)
    expect(await seen(publicationId)).toBeDefined()
    house.cloud.advance(dayMs + hourMs)
    expect(await seen(publicationId)).toBeUndefined()
  })
})
