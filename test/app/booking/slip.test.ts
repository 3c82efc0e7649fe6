import type { Slip } from '#contract/booking'
import {
  appoint,
  bookingFrom,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

let house: TestHouse
let wang: Person
let daughter: Person
let worker: Person
let li: Person
let zhou: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  daughter = await house.person('wx_daughter', [], '小王')
  const { member } = await wang.ask('member.me', {})
  worker = await house.person(
    'wx_worker',
    [{ role: 'grid_worker', scope: { gridId: member?.gridId ?? '' } }],
    '小刘',
  )
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhou = await house.person('wx_zhou', [volunteerIn('repair')], '周师傅')
  await appoint(wang, daughter)
})
afterAll(() => house.close())

let start = 0
/** A booking that the worker made for 王奶奶 and 李师傅 has claimed. Each begins two hours later, so windows never clash. */
async function claimed(): Promise<string> {
  start = Math.max(start, house.cloud.now()) + 2 * hourMs
  const window = { from: start, to: start + hourMs }
  const { bookingId } = await worker.ask('booking.request', bookingFrom(house.cloud.now(), { window }), {
    actingFor: wang.memberId,
  })
  await li.ask('booking.claim', { bookingId })
  return bookingId
}
const print = (bookingId: string): Promise<Slip> => worker.ask('booking.slip', { bookingId })
const until = (at: number) => house.cloud.advance(Math.max(0, at - house.cloud.now()))

describe('a printed slip', () => {
  it('says what, when, who comes and whom to call, and names no door and no number of the resident', async () => {
    const slip = await print(await claimed())
    expect(slip).toMatchObject({
      forName: '王奶奶',
      serviceTitle: '上门维修',
      kindTitle: '水管漏水',
      window: { from: start, to: start + hourMs },
      claimer: {
        name: '李师傅',
        team: '维修服务队',
        volunteerNo: expect.stringMatching(/^TBK-\d{4}-\d{4}$/),
      },
      bookingId: expect.stringMatching(/^b_[0-9a-f]{24}$/),
      printedAt: expect.any(Number),
      prepare: ['地面湿滑'],
      codes: { checkIn: expect.stringMatching(/^\d{8}$/), checkOut: expect.stringMatching(/^\d{8}$/) },
      community: { name: '土崩坎社区', phone: '023-0000 0000' },
      printedBy: '小刘',
    })
    // in what is drawn by lot or read from a clock any four digits may stand
    const { bookingId: _id, codes: _codes, printedAt: _at, window: _window, claimer, ...others } = slip
    const words = JSON.stringify({ ...others, claimer: { ...claimer, volunteerNo: undefined } })
    const { member } = await wang.ask('member.me', {})
    expect(words).not.toContain(member?.phoneMasked?.slice(-4))
    expect(words).not.toMatch(/栋|\+86|139/)
  })

  it('lets a volunteer check in and out without a phone of the resident, and the booking says that it was by slip', async () => {
    const bookingId = await claimed()
    const { codes } = await print(bookingId)
    until(start)
    expect(await li.ask('booking.checkIn', { bookingId, code: codes?.checkIn ?? '' })).toEqual({
      state: 'in_service',
    })
    house.cloud.advance(35 * minuteMs)
    expect(await li.send('booking.checkOut', { bookingId, code: codes?.checkIn ?? '' })).toMatchObject({
      code: 'code_wrong',
    })
    expect(await li.ask('booking.checkOut', { bookingId, code: codes?.checkOut ?? '' })).toEqual({
      state: 'done',
      minutes: 35,
    })
    expect(await li.send('booking.checkOut', { bookingId, code: codes?.checkOut ?? '' })).toMatchObject({
      code: 'conflict',
    })
    const seen = await wang.ask('booking.get', { bookingId })
    expect(seen).toMatchObject({ bySlip: true })
    expect(seen.timeline).toContainEqual(expect.objectContaining({ event: 'slip_printed', who: '小刘' }))
    expect(await worker.send('booking.slip', { bookingId })).toMatchObject({ code: 'slip_over' })
  })

  it('is void once another is printed, while a repeat of the same tap prints the same', async () => {
    const bookingId = await claimed()
    const first = await worker.ask('booking.slip', { bookingId }, { commandId: 'print' })
    expect((await worker.ask('booking.slip', { bookingId }, { commandId: 'print' })).codes).toEqual(
      first.codes,
    )
    const second = await print(bookingId)
    until(start)
    expect(await li.send('booking.checkIn', { bookingId, code: first.codes?.checkIn ?? '' })).toMatchObject({
      code: 'code_wrong',
    })
    expect(await li.ask('booking.checkIn', { bookingId, code: second.codes?.checkIn ?? '' })).toEqual({
      state: 'in_service',
    })
  })

  it('is void for whoever claims next, and of no use on another booking', async () => {
    const [bookingId, another] = [await claimed(), await claimed()]
    const { codes } = await print(bookingId)
    const code = codes?.checkIn ?? ''
    await li.ask('booking.release', { bookingId, reason: '病了' })
    await zhou.ask('booking.claim', { bookingId })
    until(start)
    expect(await zhou.send('booking.checkIn', { bookingId, code })).toMatchObject({
      code: 'code_wrong',
    })
    expect(await li.send('booking.checkIn', { bookingId: another, code })).toMatchObject({
      code: 'code_wrong',
    })
  })

  it('counts at most as long as was booked, even if the phone reports more', async () => {
    const bookingId = await claimed()
    const { codes } = await print(bookingId)
    until(start + 3 * hourMs)
    await li.ask('booking.checkIn', { bookingId, code: codes?.checkIn ?? '', at: start - 20 * minuteMs })
    expect(
      await li.ask('booking.checkOut', { bookingId, code: codes?.checkOut ?? '', at: start + 2 * hourMs }),
    ).toEqual({ state: 'done', minutes: 60 })
    expect(await worker.ask('booking.get', { bookingId })).toMatchObject({ reportedLate: true, bySlip: true })
  })

  it('says that nobody has claimed yet, and carries no codes then', async () => {
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    const slip = await print(bookingId)
    expect(slip.codes).toBeUndefined()
    expect(slip.claimer).toBeUndefined()
  })

  it('is printed by staff, the requester or their proxy; never by the claimer, and a stranger finds nothing', async () => {
    const bookingId = await claimed()
    expect(await li.send('booking.slip', { bookingId })).toMatchObject({ code: 'forbidden' })
    expect(await zhou.send('booking.slip', { bookingId })).toMatchObject({ code: 'forbidden' })
    expect(await daughter.send('booking.slip', { bookingId })).toMatchObject({ code: 'not_found' })
    const proxys = await daughter.ask('booking.slip', { bookingId }, { actingFor: wang.memberId })
    expect(proxys).toMatchObject({ forName: '王奶奶', printedBy: '小王' })
    expect((await wang.ask('inbox.list', {})).items[0]).toMatchObject({
      text: expect.stringContaining('小王替您打印了预约纸条'),
    })
    expect(await wang.ask('booking.slip', { bookingId })).toMatchObject({ printedBy: '王奶奶' })
  })

  it('is refused, like the code on the screen and the confirmation, to a proxy who has claimed the booking', async () => {
    const neighbour = await house.person('wx_neighbour', [volunteerIn('repair')], '小吴')
    await appoint(wang, neighbour)
    start = Math.max(start, house.cloud.now()) + 2 * hourMs
    const window = { from: start, to: start + hourMs }
    const forWang = { actingFor: wang.memberId }
    const booked = await neighbour.ask('booking.request', bookingFrom(house.cloud.now(), { window }), forWang)
    await neighbour.ask('booking.claim', booked)
    for (const op of ['booking.code', 'booking.slip'] as const)
      expect(await neighbour.send(op, booked, forWang)).toMatchObject({ code: 'own_claim' })
    expect(await neighbour.send('booking.confirm', { ...booked, stars: 5 }, forWang)).toMatchObject({
      code: 'own_claim',
    })
    expect(await daughter.send('booking.code', booked, forWang)).toMatchObject({ ok: true })
  })

  it('is not printed for a claimer who leads the team', async () => {
    const leader = await house.person(
      'wx_leader',
      [volunteerIn('repair'), { role: 'team_leader', scope: { teamId: 'repair' } }],
      '陈队长',
    )
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    await leader.ask('booking.claim', { bookingId })
    expect(await leader.send('booking.slip', { bookingId })).toMatchObject({ code: 'forbidden' })
  })
})
