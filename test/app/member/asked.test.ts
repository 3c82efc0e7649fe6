import { appoint, bookingFrom, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let wang: Person
let daughter: Person
let worker: Person
let newWorker: Person

const first = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' }
const there = { gridId: 'grid3', estateId: 'yangshu', building: '3栋', unit: '8-8' }

async function resident(openid: string, name: string, home = first): Promise<Person> {
  const answer = await house.stranger(openid).send('member.register', {
    ...{ name, phone: '13900001111', ...home },
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!answer.ok) throw new Error(answer.code)
  await house.admin.ask('member.verify', { memberId: answer.data.memberId, accept: true })
  return house.person(openid)
}

beforeAll(async () => {
  house = await openTestHouse()
  const csv = '小区,楼栋,房号,网格,居民组,姓名\r\n杨树新村,1栋,5-3,第三网格,居民四组,王奶奶'
  await house.admin.ask('member.import', { csv, dryRun: false })
  wang = await resident('wx_wang', '王奶奶')
  daughter = await house.person('wx_daughter', [], '小王')
  const at = (gridId: string) => [{ role: 'grid_worker' as const, scope: { gridId } }]
  worker = await house.person('wx_worker', [...at('grid1'), ...at('grid3')], '小刘')
  newWorker = await house.person('wx_new_worker', at('grid3'), '小张')
  await appoint(wang, daughter)
})
afterAll(() => house.close())

const me = async (person: Person) => (await person.ask('member.me', {})).member
const titles = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)
const waiting = async (who: Person) =>
  (await who.ask('member.pending', {})).items.find(({ memberId }) => memberId === wang.memberId)
const forWang = () => ({ actingFor: wang.memberId })

describe('another home that a proxy states', () => {
  it('changes nothing of who the member is, and cannot keep them from dismissing the proxy', async () => {
    const before = await wang.ask('member.me', {})
    expect(await daughter.ask('member.move', there, forWang())).toEqual({ state: 'verified' })
    const { member, ...rest } = await wang.ask('member.me', {})
    const { asked, ...same } = member ?? {}
    expect({ ...rest, member: same }).toEqual({ ...before, member: before.member })
    expect(asked).toEqual({
      by: '小王',
      at: expect.any(Number),
      home: { gridId: 'grid3', door: '杨树新村 3栋 8-8' },
    })
    expect((await titles(wang))[0]).toBe('有人替您改住处或姓名')
    expect((await titles(daughter))[0]).toBe('替人改的，要等同意')
    expect((await titles(newWorker))[0]).toBe('有人替居民改住处或姓名')
    expect(await wang.send('booking.request', bookingFrom(house.cloud.now()))).toMatchObject({ ok: true })
    await wang.ask('member.dismissProxy', { memberId: daughter.memberId })
    expect((await me(wang))?.asked).toBeUndefined()
    expect((await titles(daughter)).slice(0, 2).sort()).toEqual(['代办结束了', '替人改的没有改'])
    await appoint(wang, daughter)
  })

  it('waits for the member’s word even where the register says the same, and then stands', async () => {
    const known = { ...there, building: '1栋', unit: '5-3' }
    await daughter.ask('member.move', known, forWang())
    expect(await me(wang)).toMatchObject({ gridId: 'grid1', asked: { by: '小王' } })
    expect(await daughter.send('member.settleAsked', { accept: true }, forWang())).toMatchObject({
      code: 'forbidden',
    })
    expect(await daughter.send('member.rename', { name: '王秀英' }, forWang())).toMatchObject({
      code: 'move_waiting',
    })
    expect(await wang.ask('member.settleAsked', { accept: true })).toEqual({ state: 'verified' })
    expect(await me(wang)).toMatchObject({ gridId: 'grid3', state: 'verified' })
    expect((await titles(daughter))[0]).toBe('替人改的有回音了')
    expect(await wang.send('member.settleAsked', { accept: true })).toMatchObject({ code: 'already_decided' })
    await wang.ask('member.move', first)
    await house.admin.ask('member.verify', { memberId: wang.memberId, accept: true })
  })
})

describe('another home that a worker states', () => {
  it('is decided by another worker of the grid it names, who reads both homes, and never by the same', async () => {
    await worker.ask('member.move', there, forWang())
    for (const who of [worker, newWorker])
      expect(await waiting(who)).toMatchObject({
        gridId: 'grid3',
        askedBy: '小刘',
        movedFrom: { gridId: 'grid1' },
        register: { match: 'no_dwelling' },
      })
    const word = { memberId: wang.memberId, accept: true }
    for (const accept of [true, false])
      expect(await worker.send('member.verify', { ...word, accept })).toMatchObject({ code: 'own_word' })
    const opening = { memberId: wang.memberId, fields: ['door' as const], reason: '核对住址' }
    expect(await newWorker.ask('member.reveal', opening)).toEqual({ doorAsked: '杨树新村 3栋 8-8' })
    expect(await newWorker.ask('member.verify', word)).toEqual({ state: 'verified' })
    expect(await me(wang)).toMatchObject({ gridId: 'grid3', state: 'verified' })
    expect((await titles(wang))[0]).toBe('住处、姓名改好了')
    expect((await titles(worker))[0]).toBe('替人改的有回音了')
    expect((await wang.ask('member.me', {})).roles).toEqual([{ role: 'resident' }])
  })

  it('is not confirmed by them either once the member has agreed and a worker has to check it', async () => {
    await worker.ask('member.rename', { name: '王秀英' }, forWang())
    expect(await wang.ask('member.settleAsked', { accept: true })).toEqual({ state: 'pending' })
    const word = { memberId: wang.memberId, accept: true }
    expect(await worker.send('member.verify', word)).toMatchObject({ code: 'own_word' })
    expect(await newWorker.ask('member.verify', word)).toEqual({ state: 'verified' })
    expect((await me(wang))?.name).toBe('王秀英')
  })

  it('is gone once the member states where they live themselves', async () => {
    await worker.ask('member.move', { ...there, unit: '9-9' }, forWang())
    const known = { ...there, building: '1栋', unit: '5-3' }
    await wang.ask('member.move', known)
    expect((await me(wang))?.asked).toBeUndefined()
    await newWorker.ask('member.verify', { memberId: wang.memberId, accept: true })
    expect((await wang.ask('member.me', {})).household).toMatchObject({ building: '1栋', unitMasked: '5**' })
  })
})
