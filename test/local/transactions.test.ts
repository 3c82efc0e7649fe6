import { refusalOf, sdk } from './support/sdk'
import { startTestCloud, type TestCloud } from './support/testCloud'

describe('a transaction', () => {
  let local: TestCloud
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types describe an older database
  let db: any, _: any

  beforeAll(async () => {
    local = await startTestCloud()
    db = sdk(local.adminUrl).database({ throwOnNotFound: false })
    _ = db.command
  })

  afterAll(() => local.close())

  beforeEach(async () => {
    await db
      .collection('bookings')
      .where({ _id: _.exists(true) })
      .remove()
    await db
      .collection('things')
      .where({ _id: _.exists(true) })
      .remove()
    await db.collection('things').add({
      data: [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 1 },
      ],
    })
  })

  const things = (t = db) => t.collection('things')
  const read = async (id: string, t = db) => (await things(t).doc(id).get()).data
  const bump = (id: string, t = db) =>
    things(t)
      .doc(id)
      .update({ data: { n: _.inc(1) } })

  it('writes everything at its commit, and nothing is seen before', async () => {
    const t = await db.startTransaction()
    await bump('a', t)
    await things(t).add({ data: { _id: 'c', n: 1 } })
    await things(t).doc('b').remove()
    await things(t)
      .doc('d')
      .set({ data: { n: 4 } })
    expect([await read('a', t), await read('b', t), await read('c', t), await read('d', t)]).toEqual([
      { _id: 'a', n: 2 },
      null,
      { _id: 'c', n: 1 },
      { _id: 'd', n: 4 },
    ])
    expect([await read('a'), await read('c')]).toEqual([{ _id: 'a', n: 1 }, null])
    await t.commit()
    expect([await read('a'), await read('b'), await read('c'), await read('d')]).toEqual([
      { _id: 'a', n: 2 },
      null,
      { _id: 'c', n: 1 },
      { _id: 'd', n: 4 },
    ])
  })

  it('leaves nothing behind when it is rolled back', async () => {
    const t = await db.startTransaction()
    await bump('a', t)
    await t.rollback()
    expect(await read('a')).toEqual({ _id: 'a', n: 1 })
    expect((await bump('a')).stats.updated).toBe(1)
  })

  it('reads the documents as they were when it began', async () => {
    const t = await db.startTransaction()
    await bump('a')
    expect(await read('a', t)).toEqual({ _id: 'a', n: 1 })
    expect((await things(t).where({ n: 1 }).get()).data).toHaveLength(2)
    await t.rollback()
  })

  it('finds by a query what it has written itself', async () => {
    const t = await db.startTransaction()
    await things(t)
      .doc('a')
      .update({ data: { n: 7 } })
    expect(
      (
        await things(t)
          .where({ n: _.gte(1) })
          .orderBy('n', 'desc')
          .limit(1)
          .get()
      ).data,
    ).toEqual([{ _id: 'a', n: 7 }])
    await t.rollback()
  })

  it('is refused at once where another has written the document, and that one goes on', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    await bump('a', first)
    expect(await refusalOf(bump('a', second))).toMatch(/ResourceUnavailable\.TransactionConflict/)
    await first.commit()
    expect(await refusalOf(second.commit())).toMatch(/ResourceUnavailable\.TransactionConflict/)
    expect(await read('a')).toEqual({ _id: 'a', n: 2 })
  })

  it('is refused where the document has changed since it began', async () => {
    const t = await db.startTransaction()
    await bump('a')
    expect(await refusalOf(bump('a', t))).toMatch(/ResourceUnavailable\.TransactionConflict/)
    await t.rollback()
  })

  it('is not retried by the SDK', async () => {
    let attempts = 0
    const work = db.runTransaction(async (t: unknown) => {
      attempts++
      if (attempts === 1) await bump('a')
      await bump('a', t)
    })
    await bump('b')
    await work.catch(() => undefined)
    expect(attempts).toBe(1)
  })

  it('makes a write outside wait for the document and then go through', async () => {
    const t = await db.startTransaction()
    await bump('a', t)
    const outside = bump('a')
    await new Promise((resolve) => setTimeout(resolve, 50))
    await t.commit()
    expect((await outside).stats.updated).toBe(1)
    expect(await read('a')).toEqual({ _id: 'a', n: 3 })
  })

  it('does not cover where().update(): that escapes and survives a rollback', async () => {
    const t = await db.startTransaction()
    await things(t)
      .where({ _id: 'a' })
      .update({ data: { n: _.inc(1) } })
    await t.rollback()
    expect(await read('a')).toEqual({ _id: 'a', n: 2 })
  })

  it('refuses a document that exists, and a unique key that exists, at the write', async () => {
    await db.collection('bookings').add({ data: { memberId: 'm1', source: 'b1' } })
    const t = await db.startTransaction()
    expect(await refusalOf(things(t).add({ data: { _id: 'a' } }))).toMatch(/E11000/)
    expect(await refusalOf(t.collection('bookings').add({ data: { memberId: 'm1', source: 'b1' } }))).toMatch(
      /E11000/,
    )
    await t.collection('bookings').add({ data: { memberId: 'm1', source: 'b2' } })
    await t.commit()
    expect((await db.collection('bookings').count()).total).toBe(2)
  })

  it('conflicts at its commit where a unique key was taken meanwhile', async () => {
    const t = await db.startTransaction()
    await t.collection('bookings').add({ data: { memberId: 'm1', source: 'b1' } })
    await db.collection('bookings').add({ data: { memberId: 'm1', source: 'b1' } })
    expect(await refusalOf(t.commit())).toMatch(/TransactionConflict/)
  })

  it('ends by itself when it stays open too long, and lets its documents go', async () => {
    const brief = await startTestCloud({ transactionMs: 1000 })
    const at = sdk(brief.adminUrl).database({ throwOnNotFound: false })
    await things(at).add({ data: { _id: 'a', n: 1 } })
    const t = await at.startTransaction()
    await bump('a', t)
    expect((await bump('a', at)).stats.updated).toBe(1)
    expect(await refusalOf(bump('a', t))).toMatch(/ResourceUnavailable\.TransactionNotExist/)
    expect(await refusalOf(t.commit())).toMatch(/ResourceUnavailable\.TransactionNotExist/)
    expect(await read('a', at)).toEqual({ _id: 'a', n: 2 })
    await brief.close()
  })

  it('does not wait, when it ends, for those that are still open', async () => {
    const open = await Promise.all(Array.from({ length: 8 }, () => db.startTransaction()))
    const last = open.pop()
    await bump('a')
    for (const t of open) await t.rollback()
    // If a rollback had to wait, the last one would exceed its time.
    expect(await read('a', last)).toEqual({ _id: 'a', n: 1 })
    await last.rollback()
  })

  it('keeps a sum right under contention, when the caller retries', async () => {
    const move = async () => {
      for (;;) {
        const t = await db.startTransaction()
        try {
          await bump('a', t)
          await things(t)
            .doc('b')
            .update({ data: { n: _.inc(-1) } })
          return await t.commit()
        } catch (error) {
          if (
            !/TransactionConflict|TransactionBusy|TransactionNotExist/.test(String((error as Error).message))
          )
            throw error
          await t.rollback().catch(() => undefined)
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
        }
      }
    }
    await Promise.all(Array.from({ length: 12 }, move))
    expect([await read('a'), await read('b')]).toEqual([
      { _id: 'a', n: 13 },
      { _id: 'b', n: -11 },
    ])
  })
})
