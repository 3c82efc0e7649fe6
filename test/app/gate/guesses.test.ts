import type { ReplyOf } from '#contract/operations'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { Answer } from '#contract/shared/refusal'
import { bookingFrom, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { aSession } from '#support/sessions'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let wang: Person
let li: Person
/** Each instance counts its own minutes, so eight of them let eight times as many calls through. */
const instances = 8
const attempts = 3 * instances
const { codeTries } = defaultLimits

beforeAll(async () => {
  house = await openTestHouse({ workers: instances })
  wang = await house.person('wx_wang', [], '王奶奶')
  li = await house.person('wx_li', [volunteerIn('repair')], '李师傅')
  const csv = '小区,楼栋,房号,网格,居民组,姓名\r\n杨树新村,1栋,5-3,第三网格,居民四组,赵猜门'
  await house.admin.ask('member.import', { csv, dryRun: false })
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

/** So many guesses at the same instant, all of them different. */
async function guess(call: (index: number) => Promise<Answer<unknown>>): Promise<string[]> {
  slowStore(house, 10)
  const answers = await Promise.all(Array.from({ length: attempts }, (_, index) => call(index)))
  delete house.cloud.hooks.before
  return answers.map((answer) => (answer.ok ? 'ok' : answer.code))
}
const count = (codes: string[], code: string) => codes.filter((one) => one === code).length
/** Digits that are never the right ones, which are left out. */
const digitsBeside = (right: string, index: number) => {
  const wrong = String((Number(right) + 1 + index) % 10 ** right.length)
  return wrong.padStart(right.length, '0')
}

describe('guesses that reach many instances at once, whatever the pace', () => {
  it('of a booking’s code and of its slip are no more than begin the pause, and then the right one is not taken', async () => {
    const now = house.cloud.now()
    const window = { from: now + 60_000, to: now + hourMs }
    const { bookingId } = await wang.ask('booking.request', bookingFrom(now, { window }))
    await li.ask('booking.claim', { bookingId })
    await wang.ask('booking.slip', { bookingId })
    const { code } = await wang.ask('booking.code', { bookingId })
    // codes of the steps around now are right as well
    const codes = await guess((index) =>
      li.send('booking.checkIn', {
        bookingId,
        code: index % 2 === 0 ? digitsBeside(code, 1000 * (index + 1)) : digitsBeside('00000000', index),
      }),
    )
    expect(count(codes, 'ok')).toBe(0)
    expect(count(codes, 'code_wrong')).toBeLessThanOrEqual(codeTries)
    for (let more = 0; more < codeTries; more++)
      await li.send('booking.checkIn', { bookingId, code: digitsBeside(code, 50_000 + more) })
    expect(await li.send('booking.checkIn', { bookingId, code })).toMatchObject({ code: 'code_locked' })
  })

  it('of a session’s code are no more than begin the pause', async () => {
    const coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
    const from = house.cloud.now()
    const sessionId = 's_guessed'
    const session = aSession(
      { [wang.memberId]: { names: '' } },
      { sessionId, from, to: from + hourMs, closesAt: from },
    )
    await sdkFor(house.cloud).database().collection('sessions').add({ data: session })
    const { code } = await coordinator.ask('session.code', { sessionId })
    const codes = await guess((index) =>
      wang.send('session.checkIn', { sessionId, code: digitsBeside(code, 1000 * (index + 1)) }),
    )
    expect(count(codes, 'ok')).toBe(0)
    expect(count(codes, 'code_wrong')).toBeLessThanOrEqual(codeTries)
    expect(await wang.send('session.checkIn', { sessionId, code })).toMatchObject({ code: 'code_locked' })
  })

  it('of a sign-in code’s digits are three, and then the code is dead', async () => {
    const call = { op: 'desk.begin', input: {} }
    const begun = (await house.cloud.api(undefined, call)) as Answer<ReplyOf<'desk.begin'>>
    if (!begun.ok) throw new Error(begun.code)
    const { pairId, digits } = begun.data
    const codes = await guess((index) =>
      wang.send('desk.approve', { pairId, digits: digitsBeside(digits, index) }),
    )
    expect(count(codes, 'digits_differ')).toBe(3)
    expect(count(codes, 'pair_expired')).toBe(attempts - 3)
    expect(await wang.send('desk.approve', { pairId, digits })).toMatchObject({ code: 'pair_expired' })
  })

  const door = (index: number) => ({
    ...{ gridId: 'grid3', estateId: 'yangshu', building: '1栋', unit: `6-${index + 1}` },
  })

  it('of the door the register has somebody at are one, until a worker has said a word', async () => {
    const guesser = await house.person('wx_guesser', [], '赵猜门')
    const codes = await guess((index) => guesser.send('member.move', door(index)))
    expect(count(codes, 'ok')).toBe(1)
    expect(count(codes, 'move_waiting') + count(codes, 'conflict')).toBe(attempts - 1)
    const right = { ...door(0), unit: '5-3' }
    expect(await guesser.send('member.move', right)).toMatchObject({ code: 'move_waiting' })
  })

  it('of that door at registering are one, too', async () => {
    const guesser = house.stranger('wx_registers')
    const version = '2026-11'
    const said = (index: number) => ({
      ...{ name: '赵猜门', ...door(index) },
      consents: [{ kind: 'service' as const, version, given: true as const }],
    })
    const codes = await guess((index) => guesser.send('member.register', said(index)))
    expect(count(codes, 'ok')).toBe(1)
    expect(count(codes, 'conflict')).toBe(attempts - 1)
  })
})
