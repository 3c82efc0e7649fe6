import { fromBase32, scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import {
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'

let house: TestHouse
let wang: Person
let li: Person
let zhao: Person
let leader: Person

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  zhao = await house.person('wx_zhao', [volunteerIn('repair')], '赵师傅')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }], '陈队长')
})
afterAll(() => house.close())

/** A claimed booking, twenty minutes after its window began. */
async function missed(by = li): Promise<string> {
  const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
  await by.ask('booking.claim', { bookingId })
  house.cloud.advance(hourMs + 20 * minuteMs)
  return bookingId
}
const inbox = async (person: Person) => (await person.ask('inbox.list', {})).items.map(({ title }) => title)
const noted = (bookingId: string, note = '等了很久没有来') => ({ bookingId, note })

describe('a volunteer who did not come', () => {
  it('is reported by the resident; the booking is open again, and only the accused and the leader read the report', async () => {
    const bookingId = await missed()
    expect((await wang.ask('booking.get', { bookingId })).steps).toEqual([
      'showCode',
      'noShow',
      'change',
      'cancel',
    ])
    const commandId = 'said-once'
    expect(await wang.ask('booking.noShow', noted(bookingId), { commandId })).toEqual({ state: 'open' })
    expect(await wang.ask('booking.noShow', noted(bookingId), { commandId })).toEqual({ state: 'open' })
    expect(await wang.send('booking.noShow', noted(bookingId))).toMatchObject({ code: 'conflict' })

    const accused = await li.ask('booking.get', { bookingId })
    expect(accused.noShows).toMatchObject([{ saidByName: '王奶奶', note: '等了很久没有来', own: 'accused' }])
    expect(accused.contact).toBeUndefined()
    expect(await inbox(li)).toContain('居民说您没有来')
    expect((await inbox(leader)).filter((title) => title === '有一次失约等您核对')).toHaveLength(1)

    // The next volunteer claims it and is told nothing of the one before.
    await zhao.ask('booking.claim', { bookingId })
    const next = await zhao.ask('booking.get', { bookingId })
    expect(next.noShows).toBeUndefined()
    expect(next.timeline.map(({ event }) => event)).not.toContain('no_show_claimer')
    await zhao.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
    expect((await leader.ask('booking.noShows', { teamId: 'repair' })).items).toMatchObject([
      { bookingId, accusedName: '李师傅', state: 'said', mayDecide: true },
    ])
  })

  it('appeals; the leader lifts it with a reason, and both are told', async () => {
    const bookingId = await missed()
    await wang.ask('booking.noShow', noted(bookingId))
    expect(await wang.send('booking.appeal', noted(bookingId))).toMatchObject({ code: 'not_accused' })
    expect(await zhao.send('booking.appeal', noted(bookingId))).toMatchObject({ code: 'not_found' })
    expect(await li.ask('booking.appeal', noted(bookingId, '我去了，可能没有碰上'))).toEqual({
      state: 'appealed',
    })
    expect(await inbox(leader)).toContain('有人说他没有失约')
    const word = { bookingId, claim: 1, stands: false, reason: '核对过，人到了' }
    expect(await leader.ask('booking.decideNoShow', word)).toEqual({ state: 'lifted' })
    expect(await leader.send('booking.decideNoShow', { ...word, stands: true })).toMatchObject({
      code: 'already_decided',
    })
    for (const person of [li, wang]) expect(await inbox(person)).toContain('失约记录撤销了')
    expect((await leader.ask('booking.get', { bookingId })).noShows).toMatchObject([
      {
        state: 'lifted',
        appeal: { note: '我去了，可能没有碰上' },
        word: { who: '陈队长', reason: '核对过，人到了' },
      },
    ])
  })

  it('keeps other claims; after several no-shows they claim one by one, until those no longer count', async () => {
    const hasty = await house.person('wx_hasty', [volunteerIn('repair')], '小马')
    for (let count = 0; count < 3; count++) {
      const bookingId = await missed(hasty)
      await wang.ask('booking.noShow', noted(bookingId))
      await leader.ask('booking.decideNoShow', { bookingId, claim: 1, stands: true, reason: '两边问过' })
    }
    const at = house.cloud.now()
    const book = async (hours: number) =>
      (
        await wang.ask(
          'booking.request',
          bookingFrom(at, { window: { from: at + hours * hourMs, to: at + (hours + 1) * hourMs } }),
        )
      ).bookingId
    const [first, second] = [await book(200), await book(210)]
    await hasty.ask('booking.claim', { bookingId: first })
    expect(await hasty.send('booking.claim', { bookingId: second })).toMatchObject({ code: 'one_by_one' })
    await hasty.ask('booking.release', { bookingId: first, reason: '换一单' })
    expect(await hasty.ask('booking.claim', { bookingId: second })).toEqual({ state: 'claimed' })
    house.cloud.advance(181 * dayMs)
    const later = house.cloud.now()
    for (const hours of [5, 10]) {
      const { bookingId } = await wang.ask(
        'booking.request',
        bookingFrom(later, { window: { from: later + hours * hourMs, to: later + (hours + 1) * hourMs } }),
      )
      expect(await hasty.ask('booking.claim', { bookingId })).toEqual({ state: 'claimed' })
    }
  })
})

describe('a volunteer who had checked in without a network before it was said', () => {
  /** Books, claims and keeps a check-in, which is sent only after the resident has said the other thing. */
  async function keptCheckIn(how: 'typed' | 'scan') {
    const { bookingId } = await wang.ask('booking.request', bookingFrom(house.cloud.now()))
    await li.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs + 2 * minuteMs)
    const { secret, stepSeconds } = await wang.ask('booking.code', { bookingId })
    const at = house.cloud.now()
    const code = (how === 'typed' ? typedCode : scanCode)(fromBase32(secret), stepAt(at, stepSeconds))
    house.cloud.advance(18 * minuteMs)
    await wang.ask('booking.noShow', noted(bookingId))
    return { report: { bookingId, code, at }, out: { secret: fromBase32(secret), stepSeconds } }
  }

  it.each(['typed', 'scan'] as const)(
    'has that on the record, by a %s code: it is the appeal',
    async (how) => {
      const { report, out } = await keptCheckIn(how)
      const { bookingId } = report
      const commandId = `kept-${how}`
      expect(await li.ask('booking.checkIn', report, { commandId })).toEqual({ state: 'open', noted: true })
      expect(await li.ask('booking.checkIn', report, { commandId })).toEqual({ state: 'open', noted: true })
      house.cloud.advance(30 * minuteMs)
      const at = house.cloud.now()
      const code = scanCode(out.secret, stepAt(at, out.stepSeconds))
      expect(await li.ask('booking.checkOut', { bookingId, code, at })).toEqual({
        state: 'open',
        noted: true,
      })
      const [kept] = (await leader.ask('booking.get', { bookingId })).noShows ?? []
      expect(kept).toMatchObject({
        state: 'appealed',
        mayDecide: true,
        proofs: [
          { step: 'checkIn', at: report.at, how },
          { step: 'checkOut', at },
        ],
      })
      expect(await inbox(leader)).toContain('失约记录有了签到凭证')
      expect((await li.ask('hours.statement', {})).totalMinutes).toBe(0)
      await wang.ask('booking.cancel', { bookingId, reason: '改天' })
    },
  )

  it('has it there also where somebody else was given the booking, and after leaving the team', async () => {
    const { report } = await keptCheckIn('scan')
    const { bookingId } = report
    await leader.ask('booking.dispatch', { bookingId, memberId: zhao.memberId })
    await leader.ask('booking.decideNoShow', { bookingId, claim: 1, stands: true, reason: '两边问过' })
    await li.ask('team.leave', { teamId: 'repair' })
    expect(await li.ask('booking.checkIn', report)).toEqual({ state: 'claimed', noted: true })
    const seen = (await leader.ask('booking.get', { bookingId })).noShows
    expect(seen).toMatchObject([{ state: 'appealed', mayDecide: true, proofs: [{ step: 'checkIn' }] }])
    await house.admin.ask('member.grant', { memberId: li.memberId, ...volunteerIn('repair') })
    await wang.ask('booking.cancel', { bookingId, reason: '改天' })
  })

  it('proves nothing with codes that are made up: they are counted as everywhere', async () => {
    const { report } = await keptCheckIn('typed')
    const wrong = { ...report, code: report.code === '000000' ? '111111' : '000000' }
    for (let count = 0; count < 5; count++)
      expect(await li.send('booking.checkIn', wrong)).toMatchObject({ code: 'code_wrong' })
    expect(await li.send('booking.checkIn', report)).toMatchObject({ code: 'code_locked' })
    expect((await leader.ask('booking.get', { bookingId: report.bookingId })).noShows).toMatchObject([
      { state: 'said' },
    ])
  })
})

describe('a resident who was not there', () => {
  it('is reported by the volunteer, whose claim ends there; the resident may appeal', async () => {
    const bookingId = await missed()
    expect(await li.ask('booking.noShow', noted(bookingId, '敲门没有人应'))).toEqual({ state: 'cancelled' })
    expect(await wang.send('booking.noShow', noted(bookingId))).toMatchObject({ code: 'cancelled' })
    const read = await wang.ask('booking.get', { bookingId })
    expect(read.noShows).toMatchObject([{ side: 'requester', own: 'accused' }])
    expect(await wang.ask('booking.appeal', noted(bookingId, '我一直在家'))).toEqual({ state: 'appealed' })
    const word = { bookingId, claim: 1, stands: true, reason: '问过邻居' }
    expect(await leader.ask('booking.decideNoShow', word)).toEqual({ state: 'upheld' })
    // The record is the only consequence: they book as before.
    await wang.ask('booking.request', bookingFrom(house.cloud.now()))
  })
})

it('a leader who is accused does not decide on the no-show', async () => {
  const both = await house.person('wx_both', [
    volunteerIn('repair'),
    { role: 'team_leader', scope: { teamId: 'repair' } },
  ])
  const bookingId = await missed(both)
  await wang.ask('booking.noShow', noted(bookingId))
  const word = { bookingId, claim: 1, stands: false, reason: '我来了' }
  expect(await both.send('booking.decideNoShow', word)).toMatchObject({ code: 'own_no_show' })
  expect(await leader.ask('booking.decideNoShow', word)).toEqual({ state: 'lifted' })
})

it('what a crash leaves undone is put on record by the timer, once', async () => {
  const bookingId = await missed()
  let decided = false
  house.cloud.hooks.before = (action) => (decided && action.startsWith('database.') ? 'drop' : undefined)
  house.cloud.hooks.after = (action) => {
    if (action === 'database.modifyDocument') decided = true
    return undefined
  }
  await wang.send('booking.noShow', noted(bookingId))
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
  expect(decided).toBe(true)
  house.cloud.advance(2 * minuteMs)
  await house.cloud.tick()
  await house.cloud.tick()
  expect((await li.ask('booking.get', { bookingId })).noShows).toHaveLength(1)
})
