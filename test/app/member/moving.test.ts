import type { RawInputOf } from '#contract/operations'
import {
  appoint,
  bookingFrom,
  codeOn,
  hourMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let oldWorker: Person
let newWorker: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  const csv = [
    '小区,楼栋,房号,网格,居民组,姓名',
    '火柴新村,3栋,2-1,第一网格,居民一组,王奶奶、王秀英',
    '杨树新村,1栋,5-3,第三网格,居民四组,王奶奶',
    '杨树新村,2栋,1-1,第三网格,居民四组,',
  ].join('\r\n')
  await house.admin.ask('member.import', { csv, dryRun: false })
  oldWorker = await house.person('wx_old', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }], '小刘')
  newWorker = await house.person('wx_new', [{ role: 'grid_worker', scope: { gridId: 'grid3' } }], '小张')
})
afterAll(() => house.close())

const first = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' }
const second = { gridId: 'grid3', estateId: 'yangshu', building: '1栋', unit: '5-3' }
/** A home that the register does not have. */
const third = { gridId: 'grid3', estateId: 'yangshu', building: '3栋', unit: '8-8' }

async function resident(
  openid: string,
  name = '王奶奶',
  home: RawInputOf<'member.move'> = first,
): Promise<Person> {
  const answer = await house.stranger(openid).send('member.register', {
    ...{ name, phone: '13900001111', ...home },
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!answer.ok) throw new Error(answer.code)
  if (answer.data.state === 'pending')
    await house.admin.ask('member.verify', { memberId: answer.data.memberId, accept: true })
  return house.person(openid)
}
const me = async (person: Person) => (await person.ask('member.me', {})).member
const newest = async (person: Person) => (await person.ask('inbox.list', {})).items[0]
const found = async (worker: Person, person: Person) =>
  (await worker.ask('member.search', { q: person.memberId })).items[0]

describe('a home without its grid', () => {
  const { gridId: _grid, ...gridless } = second
  it('gets the one that the community says the building belongs to, on registering and on moving', async () => {
    const person = await resident('wx_gridless', '简婆婆', { ...gridless, unit: '9-9' })
    expect(await me(person)).toMatchObject({ gridId: 'grid3' })
    await person.ask('member.move', { estateId: 'huochai', building: '2 号楼', unit: '1-1' })
    expect((await me(person))?.gridId).toBe('grid2')
  })
  it('is refused at the grid where the community does not say', async () => {
    const { grids, rev } = await house.admin.ask('community.whole', {})
    const silent = grids.map(({ covers: _covers, ...grid }) => grid)
    await house.admin.ask('community.edit', { rev, grids: silent })
    const person = await resident('wx_asked', '问婆婆', { ...second, unit: '9-8' })
    expect(await person.send('member.move', { ...gridless, unit: '9-7' })).toMatchObject({
      code: 'invalid_input',
      issues: [{ path: 'gridId' }],
    })
    await house.admin.ask('community.edit', { grids })
  })
})

describe('somebody who moves', () => {
  it('is settled at once where the register says the same, however the door is written', async () => {
    const wang = await resident('wx_wang')
    const { dependentId } = await wang.ask('member.addDependent', {
      ...{ name: '老李', relation: '老伴', consentNote: '同意' },
    })
    const input = { ...second, building: '１号楼', unit: ' 5－3室' }
    const command = { commandId: 'move' }
    expect(await wang.ask('member.move', input, command)).toEqual({ state: 'verified' })
    expect(await newest(wang)).toMatchObject({ title: '住处、姓名改好了' })
    expect((await wang.ask('member.me', {})).household).toMatchObject({
      estateId: 'yangshu',
      building: '1栋',
    })
    expect(await me(wang)).toMatchObject({ gridId: 'grid3', dependents: [{ dependentId }] })
    // The worker of the new grid finds them now, and the worker of the old grid does not.
    expect(await found(newWorker, wang)).toMatchObject({ gridId: 'grid3', estateId: 'yangshu' })
    expect(await found(oldWorker, wang)).toBeUndefined()
    const opened = await newWorker.ask('member.reveal', {
      ...{ memberId: wang.memberId, fields: ['door'], reason: '核对登记' },
    })
    expect(opened).toEqual({ door: '杨树新村 1栋 5－3室' })
    // A late repeat changes nothing, even after another move.
    await wang.ask('member.move', first)
    expect(await wang.ask('member.move', input, command)).toEqual({ state: 'verified' })
    expect(await me(wang)).toMatchObject({ gridId: 'grid1' })
    const { member } = await wang.ask('member.export', {})
    expect(member.history.slice(-4)).toMatchObject([
      { event: 'moved', note: 'grid1' },
      { event: 'move_confirmed', note: 'register' },
      { event: 'moved', note: 'grid3' },
      { event: 'move_confirmed', note: 'register' },
    ])
  })

  it('waits for the new grid’s worker otherwise, who reads what stood before', async () => {
    const chen = await resident('wx_chen', '陈阿姨')
    const command = { commandId: 'away' }
    expect(await chen.ask('member.move', third, command)).toEqual({ state: 'pending' })
    expect(await chen.ask('member.move', third, command)).toEqual({ state: 'pending' })
    expect(await newest(chen)).toMatchObject({ title: '新住处、新姓名正在核对' })
    expect(await newest(newWorker)).toMatchObject({ title: '有居民改了住处或姓名' })
    const before = { name: '陈阿姨', gridId: 'grid1', estateId: 'huochai' }
    expect(await me(chen)).toMatchObject({ state: 'pending', gridId: 'grid3', movedFrom: before })
    const waiting = async (worker: Person) =>
      (await worker.ask('member.pending', {})).items.filter(({ memberId }) => memberId === chen.memberId)
    expect(await waiting(newWorker)).toMatchObject([
      { name: '陈阿姨', gridId: 'grid3', movedFrom: before, register: { match: 'no_dwelling' } },
    ])
    expect(await waiting(oldWorker)).toEqual([])
    const word = { memberId: chen.memberId, accept: true }
    expect(await oldWorker.send('member.verify', word)).toMatchObject({ code: 'not_found' })
    // A second try is refused, so that nobody learns by trying who lives where.
    expect(await chen.send('member.move', second)).toMatchObject({ code: 'move_waiting' })
    expect(await chen.send('member.rename', { name: '王奶奶' })).toMatchObject({ code: 'move_waiting' })
    expect(await newWorker.ask('member.verify', word)).toEqual({ state: 'verified' })
    expect(await newest(chen)).toMatchObject({ title: '住处、姓名改好了' })
    expect((await chen.ask('member.me', {})).roles).toEqual([{ role: 'resident' }])
  })

  it('keeps the old place where the worker says no, with why', async () => {
    const luo = await resident('wx_luo', '罗叔')
    await luo.ask('member.move', third)
    const word = { memberId: luo.memberId, accept: false, reason: '这一户不是您家。' }
    expect(await newWorker.ask('member.verify', word)).toEqual({ state: 'verified' })
    expect(await newest(luo)).toMatchObject({
      title: '住处、姓名没有改成',
      text: expect.stringContaining('这一户不是您家。'),
    })
    expect(await me(luo)).toMatchObject({ state: 'verified', gridId: 'grid1' })
    expect((await luo.ask('member.me', {})).household).toMatchObject({ estateId: 'huochai', building: '3栋' })
    expect(await found(oldWorker, luo)).toMatchObject({ gridId: 'grid1' })
    await house.cloud.advance(100 * 24 * hourMs)
    await house.cloud.tick()
    expect(await me(luo)).toMatchObject({ state: 'verified' })
  })

  it('is confirmed by the next register that knows the new door', async () => {
    const he = await resident('wx_he', '何叔')
    await he.ask('member.move', { ...third, unit: '9-9' })
    const csv = '小区,楼栋,房号,网格,居民组,姓名\r\n杨树新村,3栋,9-9,第三网格,居民四组,何叔'
    expect(await house.admin.ask('member.import', { csv, dryRun: false })).toMatchObject({ verified: 1 })
    expect(await me(he)).toMatchObject({ state: 'verified', gridId: 'grid3' })
  })

  it.each([
    ['estateId', { ...second, estateId: 'nowhere' }],
    ['building', { ...second, building: '99栋' }],
    ['gridId', { ...second, gridId: 'grid99' }],
  ])('names no %s that the community does not have', async (path, input) => {
    const wang = await house.person('wx_wang')
    const before = await me(wang)
    expect(await wang.send('member.move', input)).toMatchObject({ code: 'invalid_input', issues: [{ path }] })
    expect(await me(wang)).toEqual(before)
  })

  it('leaves no door unsealed', async () => {
    const zou = await resident('wx_zou', '邹姐')
    await zou.ask('member.move', { ...third, unit: '31-77' })
    const database = sdkFor(house.cloud).database()
    for (const name of ['members', 'households', 'notices', 'intents'])
      expect(JSON.stringify(await database.collection(name).where({}).limit(1000).get())).not.toContain(
        '31-77',
      )
  })
})

describe('while a new place is being checked', () => {
  it('what is under way goes on, nothing new begins, and an office rests', async () => {
    const mover = await resident('wx_mover', '搬家的人')
    const volunteer = await house.person('wx_helper', [volunteerIn('repair')], '李师傅')
    const { bookingId } = await mover.ask('booking.request', bookingFrom(house.cloud.now()))
    await volunteer.ask('booking.claim', { bookingId })
    await mover.ask('member.move', third)
    await volunteer.ask('member.move', { ...third, unit: '7-7' })

    // The booking keeps its door.
    expect((await volunteer.ask('booking.get', { bookingId })).contact).toMatchObject({
      door: '火柴新村 3栋 2-1',
    })
    await house.cloud.advance(hourMs)
    await volunteer.ask('booking.checkIn', { bookingId, code: await codeOn(house, mover, bookingId) })
    await house.cloud.advance(hourMs)
    await volunteer.ask('booking.checkOut', { bookingId, code: await codeOn(house, mover, bookingId) })
    expect(await mover.ask('booking.confirm', { bookingId, stars: 5 })).toMatchObject({ minutes: 60 })

    for (const [op, input] of [
      ['booking.request', bookingFrom(house.cloud.now())],
      ['member.appointProxy', { memberId: volunteer.memberId }],
    ] as const)
      expect(await mover.send(op, input as never)).toMatchObject({ code: 'not_verified' })
    expect(await volunteer.send('booking.claim', { bookingId })).toMatchObject({ code: 'not_verified' })
    expect((await volunteer.ask('member.me', {})).roles).toEqual([])
    await house.admin.ask('member.verify', { memberId: volunteer.memberId, accept: true })
    expect((await volunteer.ask('member.me', {})).roles).toEqual([
      { role: 'resident' },
      volunteerIn('repair'),
    ])
  })

  it('a worker who has moved sees and decides nothing, though they may call what everybody may', async () => {
    const worker = await house.person('wx_w5', [{ role: 'grid_worker', scope: { gridId: 'grid3' } }], '五号')
    const { bookingId } = await (await house.person('wx_wang')).ask(
      'booking.request',
      bookingFrom(house.cloud.now()),
    )
    const other = await resident('wx_yang', '杨叔', second)
    const theirs = await other.ask('booking.request', bookingFrom(house.cloud.now()))
    expect(await worker.send('booking.get', theirs)).toMatchObject({ ok: true })
    await worker.ask('member.move', { ...third, unit: '6-6' })
    expect(await worker.send('booking.get', theirs)).toMatchObject({ code: 'not_found' })
    expect(await worker.send('booking.get', { bookingId })).toMatchObject({ code: 'not_found' })
    expect(await worker.send('member.pending', {})).toMatchObject({ code: 'not_verified' })
    expect((await worker.ask('member.export', {})).member.roles).toContainEqual({
      role: 'grid_worker',
      scope: { gridId: 'grid3' },
    })
    await house.admin.ask('member.verify', { memberId: worker.memberId, accept: true })
    expect(await worker.send('booking.get', theirs)).toMatchObject({ ok: true })
  })

  it('somebody they trust may carry on for them, too', async () => {
    const mother = await resident('wx_mother', '妈妈')
    const daughter = await house.person('wx_daughter', [], '女儿')
    await appoint(mother, daughter)
    const { bookingId } = await mother.ask('booking.request', bookingFrom(house.cloud.now()))
    const acting = { actingFor: mother.memberId }
    await mother.ask('member.move', third)
    expect(await daughter.send('booking.request', bookingFrom(house.cloud.now()), acting)).toMatchObject({
      code: 'not_verified',
    })
    expect(await daughter.ask('booking.cancel', { bookingId, reason: '搬家了' }, acting)).toEqual({
      state: 'cancelled',
    })
  })
})

describe('another name', () => {
  it('that the register has in that dwelling stands at once, and is what others read', async () => {
    const wang = await resident('wx_name')
    const leader = await house.person(
      'wx_lead',
      [{ role: 'team_leader', scope: { teamId: 'repair' } }],
      '队长',
    )
    await house.person('wx_name', [volunteerIn('repair')])
    const daughter = await house.person('wx_kin', [], '小王')
    await appoint(wang, daughter)
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    expect(await wang.ask('member.rename', { name: '王秀英' })).toEqual({ state: 'verified' })
    expect(await me(wang)).toMatchObject({ name: '王秀英' })
    const roster = (await leader.ask('team.roster', { teamId: 'repair' })).items
    expect(roster.map(({ name }) => name)).toContain('王秀英')
    expect(roster.map(({ name }) => name)).not.toContain('王奶奶')
    expect((await me(daughter))?.actsFor).toMatchObject([{ name: '王秀英' }])
    const booking = await leader.ask('booking.get', { bookingId })
    expect(booking.requesterName).toBe('王秀英')
    // The timeline keeps the name of its time.
    expect(booking.timeline[0]).toMatchObject({ who: '王奶奶' })
  })

  it('waits where the register does not have it there, or names nobody there', async () => {
    const named = await resident('wx_n1')
    expect(await named.ask('member.rename', { name: '李四' })).toEqual({ state: 'pending' })
    const unnamed = await resident('wx_n2', '张三', { ...second, building: '2栋', unit: '1-1' })
    expect(await unnamed.ask('member.rename', { name: '李四' })).toEqual({ state: 'pending' })
    expect(await found(newWorker, unnamed)).toMatchObject({ name: '李四', movedFrom: { name: '张三' } })
  })

  it('must be a valid name', async () => {
    const wang = await house.person('wx_wang')
    expect(await wang.send('member.rename', { name: '👵' })).toMatchObject({ code: 'invalid_input' })
    expect(await wang.ask('member.rename', { name: '王奶奶' })).toEqual({ state: 'verified' })
  })
})
