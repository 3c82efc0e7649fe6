import { refusalOf, sdk } from './support/sdk'
import { startTestCloud, type TestCloud } from './support/testCloud'

describe('the real SDK against the local cloud', () => {
  let local: TestCloud
  // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types describe an older database
  let db: any, _: any, $: any

  beforeAll(async () => {
    local = await startTestCloud()
    db = sdk(local.adminUrl).database()
    _ = db.command
    $ = _.aggregate
  })

  afterAll(() => local.close())

  beforeEach(async () => {
    await db
      .collection('things')
      .where({ _id: _.exists(true) })
      .remove()
    await db
      .collection('bookings')
      .where({ _id: _.exists(true) })
      .remove()
  })

  const add = (...docs: object[]) => db.collection('things').add({ data: docs })
  const remove = (id: string) => db.collection('things').doc(id).remove()
  const all = async () => (await db.collection('things').orderBy('_id', 'asc').get()).data

  it('keeps every kind of value a document may hold', async () => {
    const doc = {
      text: '陪诊',
      whole: 3,
      part: 1.5,
      big: 3_000_000_000_000,
      no: null,
      yes: true,
      list: [1, { a: 1 }],
      at: new Date(5),
    }
    const { _id } = await db.collection('things').add({ data: doc })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect((await db.collection('things').doc(_id).get()).data).toEqual({ _id, ...doc })
  })

  it('refuses a document that exists with E11000', async () => {
    await add({ _id: 'a' })
    expect(await refusalOf(db.collection('things').add({ data: { _id: 'a' } }))).toMatch(
      /E11000 duplicate key error/,
    )
  })

  it('refuses a second document with a unique key with E11000', async () => {
    const credit = { memberId: 'm1', source: 'b1' }
    await db.collection('bookings').add({ data: credit })
    expect(await refusalOf(db.collection('bookings').add({ data: credit }))).toMatch(/E11000.*index: credit/)
  })

  it('refuses a collection that is not there, and makes one', async () => {
    expect(await refusalOf(db.collection('others').add({ data: {} }))).toMatch(
      /Db or Table not exist: others/,
    )
    await db.createCollection('others')
    await db.collection('others').add({ data: { _id: 'x' } })
    expect(await refusalOf(db.createCollection('others'))).toMatch(/Table exist/)
  })

  it('throws for a missing document unless told otherwise', async () => {
    expect(await refusalOf(db.collection('things').doc('nobody').get())).toMatch(
      /nobody|not exist|cannot find/i,
    )
    const calm = sdk(local.adminUrl).database({ throwOnNotFound: false })
    expect((await calm.collection('things').doc('nobody').get()).data).toBeNull()
  })

  it('finds by every query operator of the SDK', async () => {
    await add(
      { _id: 'a', n: 1, tags: ['x'] },
      { _id: 'b', n: 5, tags: ['x', 'y'], name: '陪诊' },
      { _id: 'c', name: 'Repair' },
    )
    const found = async (where: object) =>
      (await db.collection('things').where(where).orderBy('_id', 'asc').get()).data
        .map((doc: { _id: string }) => doc._id)
        .join()
    expect(await found({ n: _.gte(1).and(_.lt(5)) })).toBe('a')
    expect(await found({ n: _.neq(1) })).toBe('b,c')
    expect(await found({ _id: _.in(['a', 'c']) })).toBe('a,c')
    expect(await found({ n: _.nin([5]) })).toBe('a,c')
    expect(await found({ n: _.exists(false) })).toBe('c')
    expect(await found({ tags: _.all(['x', 'y']) })).toBe('b')
    expect(await found({ tags: _.size(1) })).toBe('a')
    expect(await found({ tags: _.elemMatch(_.eq('y')) })).toBe('b')
    expect(await found({ n: _.not(_.eq(1)) })).toBe('b,c')
    expect(await found(_.or([{ n: 1 }, { name: 'Repair' }]))).toBe('a,c')
    expect(await found(_.nor([{ n: 1 }, { name: 'Repair' }]))).toBe('b')
    expect(await found(_.and([{ n: _.gt(0) }, { tags: 'y' }]))).toBe('b')
  })

  it('finds by regular expression however it is written', async () => {
    await add({ _id: 'a', name: '陪诊服务' }, { _id: 'b', name: 'Repair' })
    const found = async (where: object) =>
      (await db.collection('things').where(where).get()).data.map((doc: { _id: string }) => doc._id).join()
    expect(await found({ name: db.RegExp({ regexp: '陪诊', options: '' }) })).toBe('a')
    expect(await found({ name: db.RegExp({ regexp: '^repair$', options: 'i' }) })).toBe('b')
    expect(await found({ name: /^陪/ })).toBe('a')
    expect(await found({ name: { $regex: '^rep', $options: 'i' } })).toBe('b')
    expect(await found(_.or([{ name: /^陪/ }, { name: /pair/ }]))).toBe('a,b')
    const matched = await db.collection('things').aggregate().match({ name: /^陪/ }).end()
    expect(matched.list).toEqual([{ _id: 'a', name: '陪诊服务' }])
  })

  it('refuses a query it would answer otherwise than CloudBase', async () => {
    expect(
      await refusalOf(
        db
          .collection('things')
          .where(_.expr($.lt(['$a', '$b'])))
          .get(),
      ),
    ).toMatch(/does not support \$expr/)
  })

  it('updates by every operator of the SDK', async () => {
    await add({ _id: 'a', n: 1, m: 4, list: [1, 2], set: ['x'], old: 1, gone: 1, nested: { a: 1, b: 2 } })
    await db
      .collection('things')
      .doc('a')
      .update({
        data: {
          n: _.inc(2),
          m: _.mul(2),
          least: _.min(3),
          list: _.push([3, 4]),
          set: _.addToSet('y'),
          old: _.rename('new'),
          gone: _.remove(),
          nested: { a: 9 },
          whole: _.set({ c: 1 }),
        },
      })
    await db
      .collection('things')
      .doc('a')
      .update({ data: { list: _.pull(_.gt(3)), set: _.pop(), 'nested.b': _.max(7) } })
    await db
      .collection('things')
      .doc('a')
      .update({ data: { list: _.unshift([0]), set: _.push({ each: ['b', 'a'], sort: 1, slice: 2 }) } })
    expect(await all()).toEqual([
      {
        _id: 'a',
        n: 3,
        m: 8,
        least: 3,
        list: [0, 1, 2, 3],
        set: ['a', 'b'],
        new: 1,
        nested: { a: 9, b: 7 },
        whole: { c: 1 },
      },
    ])
  })

  it('writes server dates in the time the functions see', async () => {
    await db.collection('things').add({ data: { _id: 'a', at: db.serverDate({ offset: 60_000 }) } })
    const [{ at }] = await all()
    expect(Math.abs(at.getTime() - 60_000 - local.now())).toBeLessThan(2000)
  })

  it('lets a guarded update lose without an error', async () => {
    await add({ _id: 'session', free: 1 })
    const seat = () =>
      db
        .collection('things')
        .where({ _id: 'session', free: _.gte(1) })
        .update({ data: { free: _.inc(-1) } })
    const answers = await Promise.all([seat(), seat(), seat()])
    expect(answers.map(({ stats }) => stats.updated).sort()).toEqual([0, 0, 1])
    expect(await all()).toEqual([{ _id: 'session', free: 0 }])
  })

  it('lets two people into one place when the store is slow and the place is only looked at', async () => {
    const looked = async () => {
      const { data } = await db.collection('things').doc('session').get()
      if (data.free < 1) return 0
      return (
        await db
          .collection('things')
          .doc('session')
          .update({ data: { free: _.inc(-1) } })
      ).stats.updated
    }
    const guarded = async () => {
      const place = db.collection('things').where({ _id: 'session', free: _.gte(1) })
      return (await place.update({ data: { free: _.inc(-1) } })).stats.updated
    }
    const seated = async (seat: () => Promise<number>) => {
      await db
        .collection('things')
        .doc('session')
        .set({ data: { free: 1 } })
      local.hooks.before = () => new Promise((resolve) => setTimeout(resolve, 20))
      const seats = await Promise.all([seat(), seat(), seat()])
      local.hooks.before = undefined
      return seats.reduce((sum, n) => sum + n, 0)
    }
    expect(await seated(looked)).toBeGreaterThan(1)
    expect(await seated(guarded)).toBe(1)
  })

  it('says of an update on the wrong type that it failed, and changes nothing', async () => {
    await add({ _id: 'a', n: null })
    expect(
      await refusalOf(
        db
          .collection('things')
          .doc('a')
          .update({ data: { n: _.inc(1) } }),
      ),
    ).toMatch(/non-numeric type null/)
    expect(await all()).toEqual([{ _id: 'a', n: null }])
  })

  it('updates and removes all that match, and none where none does', async () => {
    await add({ _id: 'a', n: 1 }, { _id: 'b', n: 1 }, { _id: 'c', n: 2 })
    expect(
      (
        await db
          .collection('things')
          .where({ n: 1 })
          .update({ data: { seen: true } })
      ).stats.updated,
    ).toBe(2)
    expect(
      (
        await db
          .collection('things')
          .doc('nobody')
          .update({ data: { seen: true } })
      ).stats.updated,
    ).toBe(0)
    expect((await db.collection('things').where({ n: 1 }).remove()).stats.removed).toBe(2)
    expect((await db.collection('things').doc('nobody').remove()).stats.removed).toBe(0)
  })

  it('sets a document whether it is there or not', async () => {
    const made = await db
      .collection('things')
      .doc('a')
      .set({ data: { n: 1 } })
    expect(made).toMatchObject({ _id: 'a', stats: { created: 1, updated: 0 } })
    const replaced = await db
      .collection('things')
      .doc('a')
      .set({ data: { m: 2 } })
    expect(replaced.stats).toMatchObject({ created: 0, updated: 1 })
    expect(await all()).toEqual([{ _id: 'a', m: 2 }])
  })

  it('answers a hundred documents, a thousand at most, and counts all', async () => {
    await add(...Array.from({ length: 1100 }, (_unused, i) => ({ _id: `d${String(i).padStart(4, '0')}` })))
    expect((await db.collection('things').get()).data).toHaveLength(100)
    expect((await db.collection('things').limit(5000).get()).data).toHaveLength(1000)
    expect((await db.collection('things').skip(1098).limit(10).get()).data).toHaveLength(2)
    expect((await db.collection('things').count()).total).toBe(1100)
    expect(
      (
        await db
          .collection('things')
          .where({ _id: _.gte('d1000') })
          .count()
      ).total,
    ).toBe(100)
  })

  it('projects a parent together with its child', async () => {
    await add({ _id: 'a', roster: { m1: 1, m2: 2 }, n: 1 })
    const { data } = await db.collection('things').field({ roster: true, 'roster.m1': true }).get()
    expect(data).toEqual([{ _id: 'a', roster: { m1: 1, m2: 2 } }])
  })

  it('pages through a thousand bookings by cursor, each once, without a scan', async () => {
    const docs = Array.from({ length: 1000 }, (_unused, i) => ({
      _id: `b${(i * 7919) % 1000}`,
      memberId: `m${i}`,
      source: 's',
      state: i % 5 === 0 ? 'claimed' : 'open',
      from: Math.floor(i / 9),
    }))
    await db.collection('bookings').add({ data: docs })
    const seen: { _id: string; from: number }[] = []
    for (let more = true; more; ) {
      const last = seen.at(-1)
      const cursor = last && [{ from: _.lt(last.from) }, { from: last.from, _id: _.lt(last._id) }]
      const where = cursor ? _.and([{ state: 'open' }, _.or(cursor)]) : { state: 'open' }
      const { data } = await db
        .collection('bookings')
        .where(where)
        .orderBy('from', 'desc')
        .orderBy('_id', 'desc')
        .limit(50)
        .get()
      seen.push(...data)
      more = data.length === 50
    }
    expect(new Set(seen.map(({ _id }) => _id)).size).toBe(800)
    expect(seen).toHaveLength(800)
    const inOrder = [...seen].sort((a, b) => b.from - a.from || (a._id < b._id ? 1 : -1))
    expect(seen).toEqual(inOrder)
    const filter = {
      $and: [
        { state: { $eq: 'open' } },
        { $or: [{ from: { $lt: 9 } }, { from: { $eq: 9 }, _id: { $lt: 'b7' } }] },
      ],
    }
    const plan = local.explain('bookings', filter, [
      ['from', -1],
      ['_id', -1],
    ])
    expect(plan).toBe('SEARCH c:bookings USING INDEX bookings.open (.state=? AND (.from,id)<(?,?))')
  })

  describe('an aggregate', () => {
    const run = async (build: (aggregate: unknown) => { end(): Promise<{ list: unknown[] }> }) =>
      (await build(db.collection('things').aggregate()).end()).list

    // biome-ignore lint/suspicious/noExplicitAny: the SDK's own types describe an older database
    type Pipeline = any

    beforeEach(() =>
      add(
        { _id: 'a', team: 't1', minutes: 30, tags: ['x', 'y'] },
        { _id: 'b', team: 't1', minutes: 60 },
        { _id: 'c', team: 't2', minutes: 5 },
      ),
    )

    it('groups, sums and sorts', async () => {
      const list = await run((a: Pipeline) =>
        a
          .match({ minutes: _.gte(5) })
          .group({ _id: '$team', minutes: $.sum('$minutes') })
          .sort({ minutes: -1 }),
      )
      expect(list).toEqual([
        { _id: 't1', minutes: 90 },
        { _id: 't2', minutes: 5 },
      ])
    })

    it('counts, and over nothing answers nothing', async () => {
      expect(await run((a: Pipeline) => a.match({ team: 't1' }).count('total'))).toEqual([{ total: 2 }])
      expect(await run((a: Pipeline) => a.match({ team: 't9' }).count('total'))).toEqual([])
      expect(await run((a: Pipeline) => a.match({ team: 't9' }).group({ _id: null, n: $.sum(1) }))).toEqual(
        [],
      )
    })

    it('joins, and to a collection that is not there joins nothing', async () => {
      const join = (from: string) => (a: Pipeline) =>
        a
          .match({ _id: 'a' })
          .lookup({ from, localField: 'team', foreignField: 'team', as: 'same' })
          .project({ n: $.size('$same') })
      expect(await run(join('things'))).toEqual([{ _id: 'a', n: 2 }])
      expect(await run(join('nowhere'))).toEqual([{ _id: 'a', n: 0 }])
    })

    it('joins a page with what names its documents; a missing field is null, a list each of its elements', async () => {
      await add({ _id: 'd', of: 'c', n: 1 }, { _id: 'e', of: ['c', 'a'], n: 2 }, { _id: 'f', of: null, n: 3 })
      const named = (localField: string) => (a: Pipeline) =>
        a
          .match({ team: _.in(['t1', 't2']) })
          .sort({ minutes: 1, _id: 1 })
          .limit(2)
          .lookup({ from: 'things', localField, foreignField: 'of', as: 'named' })
          .project({ minutes: 1, 'named.n': 1 })
      expect(await run(named('_id'))).toEqual([
        { _id: 'c', minutes: 5, named: [{ n: 1 }, { n: 2 }] },
        { _id: 'a', minutes: 30, named: [{ n: 2 }] },
      ])
      const missing = await run(named('nothing'))
      // those without the field, and the one in which it is null
      expect(missing).toMatchObject([{ named: [{}, {}, {}, { n: 3 }] }, { named: [{}, {}, {}, { n: 3 }] }])
    })

    it('joins large documents, and shows of them what is asked for', async () => {
      const long = 'x'.repeat(9000)
      await add(
        { _id: 'large', team: 't8', minutes: 7, at: { from: 1, to: 2 }, long },
        { _id: 'part', of: { large: 'large' }, list: [{ n: 1, m: 2 }, { n: 3 }], long },
        { _id: 'whole', of: { large: 'large' }, list: [], long },
      )
      const shown = (more: object) => (a: Pipeline) =>
        a
          .match({ team: 't8' })
          .sort({ minutes: 1, _id: 1 })
          .limit(2)
          .lookup({ from: 'things', localField: '_id', foreignField: 'of.large', as: 'parts' })
          .project({ 'at.to': 1, ...more })
      expect(await run(shown({ 'parts.list.n': 1 }))).toEqual([
        { _id: 'large', at: { to: 2 }, parts: [{ list: [{ n: 1 }, { n: 3 }] }, { list: [] }] },
      ])
      expect(await run(shown({ 'parts._id': 1 }))).toEqual([
        { _id: 'large', at: { to: 2 }, parts: [{ _id: 'part' }, { _id: 'whole' }] },
      ])
      expect(await run(shown({ parts: 1 }))).toMatchObject([{ parts: [{ long }, { long }] }])
    })

    it('shows large documents without their ids', async () => {
      const long = 'x'.repeat(9000)
      await add({ _id: 'large', team: 't8', minutes: 7, long })
      expect(await run((a: Pipeline) => a.match({ team: 't8' }).project({ _id: 0 }))).toEqual([
        { team: 't8', minutes: 7, long },
      ])
    })

    it('joins by a field of what was joined', async () => {
      await add({ _id: 'd', of: 'a', by: 'c', long: 'x'.repeat(9000) })
      const list = await run((a: Pipeline) =>
        a
          .match({ _id: 'a' })
          .lookup({ from: 'things', localField: '_id', foreignField: 'of', as: 'near' })
          .lookup({ from: 'things', localField: 'near.by', foreignField: '_id', as: 'far' })
          .project({ 'far.minutes': 1 }),
      )
      expect(list).toEqual([{ _id: 'a', far: [{ minutes: 5 }] }])
    })

    describe('with a pipeline inside', () => {
      const beside = (inner: Pipeline, more: object = {}) =>
        run((a: Pipeline) =>
          a
            .match({ team: 't1' })
            .project({ _id: 1 })
            .sort({ _id: 1 })
            .lookup({ from: 'things', pipeline: inner.done(), as: 'found', ...more }),
        )

      it('adds what that finds, the same to each document', async () => {
        const inner = $.pipeline()
          .match({ minutes: _.gte(5) })
          .sort({ minutes: 1 })
          .limit(2)
          .project({ team: 1 })
        const found = [
          { _id: 'c', team: 't2' },
          { _id: 'a', team: 't1' },
        ]
        expect(await beside(inner)).toEqual([
          { _id: 'a', found },
          { _id: 'b', found },
        ])
        expect(
          await beside(
            $.pipeline()
              .match({ minutes: _.gte(5) })
              .count('n'),
          ),
        ).toMatchObject([{ found: [{ n: 3 }] }, { found: [{ n: 3 }] }])
      })

      it('adds nothing where that finds nothing, counts nothing, or has no collection', async () => {
        const nothing = [
          { _id: 'a', found: [] },
          { _id: 'b', found: [] },
        ]
        expect(await beside($.pipeline().match({ team: 't9' }))).toEqual(nothing)
        expect(await beside($.pipeline().match({ team: 't9' }).count('n'))).toEqual(nothing)
        expect(await beside($.pipeline().match({}).count('n'), { from: 'nowhere' })).toEqual(nothing)
      })

      it('joins and groups there as outside', async () => {
        await add({ _id: 'd', of: 'c', n: 1 }, { _id: 'e', of: ['c', 'a'], n: 2 })
        const named = $.pipeline()
          .match({ team: _.in(['t1', 't2']) })
          .sort({ minutes: 1, _id: 1 })
          .limit(1)
          .lookup({ from: 'things', localField: '_id', foreignField: 'of', as: 'named' })
          .project({ minutes: 1, 'named.n': 1 })
        const found = [{ _id: 'c', minutes: 5, named: [{ n: 1 }, { n: 2 }] }]
        expect(await beside(named)).toMatchObject([{ found }, { found }])
        const sums = $.pipeline()
          .group({ _id: '$team', minutes: $.sum('$minutes') })
          .sort({ minutes: -1 })
          .limit(1)
        expect(await beside(sums)).toMatchObject([{ found: [{ _id: 't1', minutes: 90 }] }, {}])
      })

      it('finds by every kind of value', async () => {
        const kinds = [
          3_000_000_000_000,
          1.5,
          -0.5,
          null,
          true,
          '$team',
          '陪诊',
          new Date(5),
          [1, 'a'],
          { a: { b: 1 } },
        ]
        await add(...kinds.map((value, index) => ({ _id: `k${index}`, value })))
        for (const [index, value] of kinds.entries()) {
          const inner = $.pipeline()
            .match(_.and([{ _id: /^k/ }, { value: _.eq(value) }]))
            .project({ _id: 1 })
          expect(await beside(inner)).toMatchObject([{ found: [{ _id: `k${index}` }] }, {}])
        }
      })

      it('names the stage of a fault inside it, also where nothing is joined', async () => {
        await expect(beside($.pipeline().geoNear({ near: db.Geo.Point(1, 2) }))).rejects.toThrow(
          /does not support the stage \$geoNear \(in \$lookup found\)/,
        )
        const compared = $.pipeline().match(_.expr($.lt(['$a', '$b'])))
        const fault = /does not support \$expr in a query \(in \$match\) \(in \$lookup found\)/
        await expect(beside(compared)).rejects.toThrow(fault)
        await all().then((docs) => Promise.all(docs.map(({ _id }: { _id: string }) => remove(_id))))
        await expect(beside(compared)).rejects.toThrow(fault)
      })

      it('refuses one that looks at what it goes with', async () => {
        const inner = $.pipeline().match({ team: 't1' })
        const only =
          /by localField and foreignField, or by a pipeline of constants, only \(in \$lookup found\)/
        await expect(beside(inner, { let: { team: '$team' } })).rejects.toThrow(only)
        await expect(beside(inner, { localField: 'team', foreignField: 'team' })).rejects.toThrow(only)
      })
    })

    it('unwinds, projects, skips and limits', async () => {
      const list = await run((a: Pipeline) =>
        a.unwind('$tags').project({ _id: 0, tags: 1 }).sort({ tags: -1 }).skip(1).limit(1),
      )
      expect(list).toEqual([{ tags: 'x' }])
    })

    it('refuses to show a path and what stands at it', async () => {
      await expect(run((a: Pipeline) => a.project({ 'at.to': 1, at: 1 }))).rejects.toThrow(
        /Path collision at at\.to \(in \$project\)/,
      )
    })

    it('refuses a stage that is not on the list', async () => {
      await expect(
        run((a: Pipeline) => a.geoNear({ near: db.Geo.Point(1, 2), distanceField: 'd' })),
      ).rejects.toThrow(/does not support the stage \$geoNear/)
    })
  })

  it('loses the answer of a write that was done, when the network breaks', async () => {
    await add({ _id: 'a', n: 0 })
    let drops = 1
    local.hooks.after = (action) => (action === 'database.modifyDocument' && drops-- > 0 ? 'drop' : undefined)
    try {
      await refusalOf(
        db
          .collection('things')
          .doc('a')
          .update({ data: { n: _.inc(1) } }),
      )
    } finally {
      local.hooks.after = undefined
    }
    expect(await all()).toEqual([{ _id: 'a', n: 1 }])
  })

  it('refuses an action it does not know', async () => {
    const response = await fetch(local.adminUrl, {
      method: 'POST',
      body: JSON.stringify({ action: 'storage.unknown' }),
    })
    expect(response.status).toBe(200)
    const refusal = {
      code: 'INVALID_PARAM',
      message: expect.stringContaining('storage.unknown'),
      requestId: expect.any(String),
    }
    expect(await response.json()).toEqual(refusal)
  })
})
