import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import type { LocalCloud } from '#local/cloud'
import { startHouse } from '#local/house'
import { above, atLeast, atMost, below, between, oneOf } from '#store/words/conditions'
import { sdkFor } from '#support/sdk'

/** A collection as this test uses it, with names and queries that the compiler does not check. */
interface AnyLists {
  find(...said: unknown[]): Promise<unknown>
  finding(...said: unknown[]): unknown
  pageNamed(...said: unknown[]): Promise<unknown>
  pagingNamed(...said: unknown[]): unknown
  count(...said: unknown[]): Promise<unknown>
  counting(...said: unknown[]): unknown
  naming(...said: unknown[]): unknown
  insertAll(docs: readonly object[]): Promise<void>
}

let cloud: LocalCloud
let open: (collection: string) => AnyLists
let together: (communityId: string, asked: object) => Promise<object>
const dataDir = mkdtempSync(join(tmpdir(), 'together-'))
const community = 'home'
const sent: string[] = []

beforeAll(async () => {
  const functionsDir = resolve('dist/cloudfunctions')
  cloud = await startHouse({ dataDir, functionsDir, port: 0, timers: false })
  sdkFor(cloud)
  const store: { open: unknown } = await import('#store/open')
  open = store.open as typeof open
  const several: { together: unknown } = await import('#store/together')
  together = several.together as typeof together
  await open('communities').insertAll([{ _id: community, name: '土碚坎', long: 'x'.repeat(9000) }])
  cloud.hooks.before = (action) => void sent.push(action)
})
afterAll(async () => {
  await cloud.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(() => {
  sent.length = 0
})

const who = fc.constantFrom('m_1', 'm_2', '$name')
const number = fc.integer({ min: 0, max: 6 })
const state = fc.constantFrom('open', 'done')
/** Some of the documents are large. */
const long = fc.constantFrom('', 'x'.repeat(9000))

const contents = {
  bookings: fc.record({
    ...{ requesterId: who, createdAt: number, state, long },
    place: fc.record({ where: fc.constantFrom('1栋', null), floor: number }),
  }),
  notices: fc.record({ memberId: who, read: fc.boolean(), at: number }),
  sessions: fc.record({ title: fc.string(), long, roster: fc.dictionary(who, fc.record({ state })) }),
  signups: fc.record({ memberId: who, over: fc.boolean(), at: number, long }),
}
const documents = fc.record({
  bookings: fc.array(contents.bookings, { maxLength: 6 }),
  notices: fc.array(contents.notices, { maxLength: 4 }),
  sessions: fc.array(contents.sessions, { maxLength: 3 }),
  signups: fc.array(contents.signups, { maxLength: 5 }),
})

/** The documents of each run join those of the runs before; a sign-up has a session of its run, if there is one. */
let runs = 0
async function add(docs: Readonly<Record<string, readonly object[]>>): Promise<void> {
  const run = runs++
  for (const [name, some] of Object.entries(docs))
    await open(name).insertAll(
      some.map((doc, index) => {
        const named =
          name === 'signups' ? { sessionId: `${run}_${index % 3}`, command: `${run}_${index}` } : {}
        return { ...doc, ...named, _id: `${run}_${index}` }
      }),
    )
}

/** A read as it is made alone, and as one of several. */
interface Asked {
  alone(): Promise<unknown>
  inquiry(): unknown
}

const anyOf = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 2 }).map(oneOf))
const range = fc.oneof(
  number.map(above),
  number.map(atMost),
  fc.tuple(number, number).map(([from, to]) => between(atLeast(from), below(to))),
)
const limit = fc.integer({ min: 1, max: 9 })

const listed = fc
  .record({
    mine: fc.record({ requesterId: who, createdAt: range }, { requiredKeys: ['requesterId'] }),
    sifted: fc.record({ state: anyOf(state) }, { requiredKeys: [] }),
    reading: fc.record(
      {
        limit,
        backwards: fc.boolean(),
        fields: fc.constantFrom(['state'], ['place.floor', 'createdAt'], ['nothing']),
        after: fc.record({ _id: fc.constantFrom('0_1', '9_2'), createdAt: number }),
      },
      { requiredKeys: ['limit'] },
    ),
  })
  .map(({ mine, sifted, reading }): Asked => {
    const said = ['mine', { ...mine, ...sifted }, reading]
    return {
      alone: () => open('bookings').find(...said),
      inquiry: () => open('bookings').finding(...said),
    }
  })
const counted = fc.record({ memberId: anyOf(who), read: fc.boolean() }).map(
  (where): Asked => ({
    alone: () => open('notices').count('unread', where),
    inquiry: () => open('notices').counting('unread', where),
  }),
)
const named = fc
  .record({ memberId: who, over: fc.boolean(), limit, shown: who })
  .map(({ memberId, over, limit, shown }): Asked => {
    const listing = { limit, cursor: undefined, fields: ['sessionId'] }
    const others = () => ({ held: open('sessions').naming('_id', 'sessionId', ['title'], { roster: shown }) })
    return {
      alone: () => open('signups').pageNamed('mine', { memberId, over }, listing, others()),
      inquiry: () => open('signups').pagingNamed('mine', { memberId, over }, listing, others()),
    }
  })
const several = fc.dictionary(
  fc.constantFrom('booked', 'claimed', 'unread', 'ahead', 'toString', 'long'),
  fc.oneof(listed, counted, named),
  { minKeys: 1, noNullPrototype: true },
)

describe('reads that are made together', () => {
  it('answer what each answers alone, by one call', async () => {
    await fc.assert(
      fc.asyncProperty(documents, several, async (docs, asked) => {
        await add(docs)
        const entries = Object.entries(asked)
        const alone = await Promise.all(entries.map(async ([name, { alone }]) => [name, await alone()]))
        sent.length = 0
        const inquiries = entries.map(([name, { inquiry }]) => [name, inquiry()])
        expect(await together(community, Object.fromEntries(inquiries))).toEqual(Object.fromEntries(alone))
        expect(sent).toEqual(['database.aggregateDocuments'])
      }),
      { numRuns: 120 },
    )
  })

  it('have the limits of each', async () => {
    const notices = [4, 3, 2, 1].map((at) => ({ _id: `limit_${at}`, memberId: 'm_limit', read: false, at }))
    await open('notices').insertAll(notices)
    await open('signups').insertAll(
      notices.map((notice) => ({ ...notice, over: false, sessionId: 's', command: notice._id })),
    )
    const where = { memberId: 'm_limit' }
    const listing = { limit: 2, cursor: undefined, fields: ['at'] }
    const answers = await together(community, {
      inbox: open('notices').finding('inbox', where, { limit: 3, fields: ['at'] }),
      ahead: open('signups').pagingNamed('mine', { ...where, over: false }, listing, {}),
      unread: open('notices').counting('unread', { ...where, read: false }),
    })
    const first = [4, 3, 2].map((at) => ({ _id: `limit_${at}`, at }))
    const page = { items: first.slice(0, 2), nextCursor: expect.any(String) }
    expect(answers).toEqual({ inbox: first, ahead: page, unread: 4 })
  })

  it('cost nothing where nothing is asked', async () => {
    expect(await together(community, {})).toEqual({})
    expect(await together(community, { unread: undefined })).toEqual({})
    expect(sent).toEqual([])
  })

  it('fail where the community is not there, rather than answer that there is nothing', async () => {
    const unread = open('notices').counting('unread', { memberId: 'm_1', read: false })
    await expect(together('elsewhere', { unread })).rejects.toThrow('the community elsewhere is not there')
  })

  it('name an index that finds and sorts, as alone', () => {
    const ask = open('bookings')
    expect(() => ask.finding('mine', { createdAt: 1 }, { limit: 1 })).toThrow('says nothing of requesterId')
    expect(() => ask.finding('open', { communityId: 'c' }, { limit: 1 })).toThrow('does not fix state')
    expect(() => ask.counting('claimed', {})).toThrow('says nothing of claimerId')
    expect(() => ask.finding('nowhere', {}, { limit: 1 })).toThrow('has no index nowhere')
  })
})
