import { appoint, bookingFrom, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let worker: Person
let colleague: Person
let elsewhere: Person
let son: Person

const home = { gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' }
const luo = { name: '罗婆婆', phone: '13900002222', ...home, consentNote: '本人签字，放在社区档案柜' }
const at = (gridId: string) => [{ role: 'grid_worker' as const, scope: { gridId } }]
const consents = [
  { kind: 'service' as const, version: '2026-11' },
  { kind: 'sensitive' as const, version: '2026-11' },
]

beforeAll(async () => {
  house = await openTestHouse()
  worker = await house.person('wx_worker', at('grid1'), '小刘')
  colleague = await house.person('wx_colleague', at('grid1'), '小何')
  elsewhere = await house.person('wx_elsewhere', at('grid2'), '小张')
  son = await house.person('wx_son', [], '罗强')
})
afterAll(() => house.close())

describe('somebody without WeChat, enrolled by a worker', () => {
  it('is one member, however many enrol them at once', async () => {
    const sent = await Promise.all([
      ...[1, 2].map(() => worker.ask('member.enrol', luo)),
      ...[1, 2].map(() => colleague.ask('member.enrol', { ...luo, unit: '2－1' })),
    ])
    expect(new Set(sent.map(({ memberId }) => memberId)).size).toBe(1)
    const { items } = await worker.ask('member.search', { q: '罗婆婆' })
    expect(items).toMatchObject([{ memberId: sent[0]?.memberId, state: 'verified', onPaper: true }])
    expect(await elsewhere.ask('member.search', { q: '罗婆婆' })).toEqual({ items: [] })
  })

  it('is enrolled by a worker of their grid alone, who learns nothing of another grid', async () => {
    expect(await elsewhere.send('member.enrol', luo)).toMatchObject({ code: 'not_found' })
    const registered = { name: '邓大爷', ...home, unit: '5-5', gridId: 'grid2', consents }
    const deng = await house.stranger('wx_deng').send('member.register', registered)
    expect(deng).toMatchObject({ ok: true })
    const again = { name: '邓大爷', ...home, unit: '5-5', consentNote: '口头同意' }
    expect(await worker.send('member.enrol', again)).toMatchObject({ ok: true })
    expect(await elsewhere.send('member.enrol', { ...again, gridId: 'grid2' })).toMatchObject({
      code: 'has_account',
    })
  })

  it('has help booked by the worker and by a proxy, who must agree; each is told on paper', async () => {
    const { memberId: actingFor } = await worker.ask('member.enrol', luo)
    const { bookingId } = await worker.ask('booking.request', bookingFrom(house.cloud.now()), { actingFor })
    expect(await worker.ask('booking.slip', { bookingId }, { actingFor })).toMatchObject({ bookingId })
    expect(await son.send('booking.list', { scope: 'mine' }, { actingFor })).toMatchObject({
      code: 'forbidden',
    })
    const word = '母亲签了委托书，放在社区'
    expect(
      await worker.send('member.appointProxy', { memberId: worker.memberId, word }, { actingFor }),
    ).toMatchObject({ code: 'own_word' })
    await worker.ask('member.appointProxy', { memberId: son.memberId, word }, { actingFor })
    await son.ask('member.acceptProxy', { memberId: actingFor })
    expect((await son.ask('booking.list', { scope: 'mine' }, { actingFor })).items).toHaveLength(1)
    // what only a worker at the counter does, a proxy does not
    expect(await son.send('member.export', {}, { actingFor })).toMatchObject({ code: 'forbidden' })
    const held = await worker.ask('member.export', { word: '本人来窗口要的' }, { actingFor })
    expect(held).toMatchObject({ member: { name: '罗婆婆', phone: '+8613900002222' } })
    expect(held.bookings).toHaveLength(1)
    expect(held.notices.map(({ title }) => title)).toContain('有人替您办了事')
    const log = await worker.ask('member.accessLog', {}, { actingFor })
    expect(log.items).toContainEqual(
      expect.objectContaining({ viewerName: '小刘', reason: '本人来窗口要的' }),
    )
  })

  it('has a consent changed at the counter by their own word alone, which they read and take along', async () => {
    const paper = { signedBy: '罗三爷', signedOn: '2026-11-01', keptAt: '社区档案柜第二格' }
    const { memberId: actingFor } = await worker.ask('member.enrol', { ...luo, name: '罗三爷', ...paper })
    const withdrawn = { kind: 'sensitive' as const, version: '2026-11', given: false }
    expect(await worker.send('member.consent', withdrawn, { actingFor })).toMatchObject({
      code: 'word_needed',
    })
    const word = '他说不要留门牌了，按了手印，放在档案柜'
    await worker.ask('member.consent', { ...withdrawn, word }, { actingFor })
    expect(await worker.send('booking.request', bookingFrom(house.cloud.now()), { actingFor })).toMatchObject(
      { code: 'consent_needed' },
    )
    const { member } = await worker.ask('member.export', { word: '本人来要的' }, { actingFor })
    expect(member.paper).toEqual({ note: luo.consentNote, ...paper })
    expect(member.consents.at(-1)).toMatchObject({ given: false, word })
    // one's own word needs nobody's
    expect(await son.ask('member.consent', { ...withdrawn, word: '随便写的' })).toEqual({
      consents: expect.not.arrayContaining([expect.objectContaining({ word: expect.anything() })]),
    })
  })

  it('is shown to the worker beside whoever registers under their name behind their door', async () => {
    const { memberId } = await worker.ask('member.enrol', { ...luo, name: '石大爷', unit: '8-8' })
    const phone = { name: '石大爷', ...home, unit: '8-8', consents }
    await house.stranger('wx_shi').send('member.register', phone)
    await house.stranger('wx_other').send('member.register', { ...phone, name: '石小妹' })
    const { items } = await worker.ask('member.pending', {})
    expect(items.find(({ name }) => name === '石大爷')).toMatchObject({ paperTwin: memberId })
    expect(items.find(({ name }) => name === '石小妹')).not.toHaveProperty('paperTwin')
  })

  it('leaves by a worker’s hand, and nobody else’s account is open to it', async () => {
    const { memberId: actingFor } = await worker.ask('member.enrol', { ...luo, name: '罗二爷' })
    expect(await worker.send('member.close', {}, { actingFor: son.memberId })).toMatchObject({
      code: 'forbidden',
    })
    await worker.ask('member.close', { word: '本人签了注销书' }, { actingFor })
    await worker.ask('member.keep', {}, { actingFor })
    await worker.ask('member.close', {}, { actingFor })
    await house.cloud.advance(40 * 24 * 3_600_000)
    await house.cloud.tick()
    const { memberId } = await worker.ask('member.enrol', { ...luo, name: '罗二爷' })
    expect(memberId).not.toBe(actingFor)
  })
})

it('an appointed proxy of an account is not touched by the counter', async () => {
  const wang = await house.person('wx_wang', [], '王奶奶')
  await appoint(wang, son)
  expect(await house.admin.send('member.me', {}, { actingFor: wang.memberId })).toMatchObject({
    code: expect.stringMatching(/forbidden/),
  })
})
