import type { Answer } from '#contract/shared/refusal'
import { dayOf } from '#contract/shared/wallClock'
import { changesADay } from '#core/change/aggregate'
import {
  bookingFrom,
  codeOn,
  dayMs,
  hourMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'
import { slowStore } from '#support/slowStore'

let house: TestHouse
let member: Person
let others: Person[]
let people = 0
/** As many calls at once as there are instances. */
const atOnce = 8

beforeAll(async () => {
  house = await openTestHouse({ workers: atOnce })
  others = await Promise.all(Array.from({ length: atOnce + 4 }, () => someone()))
})
beforeEach(async () => {
  house.cloud.advance(dayMs)
  member = await someone()
})
afterAll(() => house.close())
afterEach(() => {
  delete house.cloud.hooks.before
})

const someone = (...teams: string[]) => house.person(`wx_${++people}`, teams.map(volunteerIn))
const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.code)
const counted = (answers: Answer<unknown>[], code: string) =>
  answers.filter((answer) => codeOf(answer) === code).length

async function inTurn(count: number, call: (index: number) => Promise<Answer<unknown>>): Promise<string[]> {
  const codes: string[] = []
  for (let index = 0; index < count; index++) codes.push(codeOf(await call(index)))
  return codes
}
/** All at the same time, on a slow store. */
async function together<Data>(call: (index: number) => Promise<Answer<Data>>): Promise<Answer<Data>[]> {
  slowStore(house)
  const answers = await Promise.all(Array.from({ length: atOnce }, (_, index) => call(index)))
  delete house.cloud.hooks.before
  return answers
}

const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)
/** The day's number stands where so many have left it. */
const spent = (what: 'relatives' | 'certificates', count: number) => {
  const _id = `${member.memberId}_${what}_${dayOf(house.cloud.now())}`
  return store('lookups').add({ data: { _id, memberId: member.memberId, pace: what, count, seen: [] } })
}
/** Somebody has changed a document so often today. */
async function changedBy({ memberId }: Person, collection: string, id: string, count: number): Promise<void> {
  const at = house.cloud.now()
  const events = Array.from({ length: count }, (_, index) => ({
    ...{ at, event: 'granted', command: `${id}_${index}`, fingerprint: '', whoId: memberId },
  }))
  await store(collection).doc(id).update({ data: { events } })
}

describe('appointing and dismissing', () => {
  const appoint = (other: Person | undefined) =>
    member.send('member.appointProxy', { memberId: other?.memberId ?? '' })
  const dismiss = (other: Person | undefined) =>
    member.send('member.dismissProxy', { memberId: other?.memberId ?? '' })
  const appointed = (appointments: number) =>
    store('members')
      .doc(member.memberId)
      .update({ data: { appointedOn: dayOf(house.cloud.now()), appointments } })

  it('is done ten times a day, and not an eleventh time; the next day again', async () => {
    await appointed(9)
    expect(await appoint(others[0])).toMatchObject({ ok: true })
    await dismiss(others[0])
    expect(await appoint(others[1])).toMatchObject({ code: 'proxies_spent' })
    house.cloud.advance(dayMs)
    expect(await appoint(others[1])).toMatchObject({ ok: true })
  })

  it('passes exactly as often as is left when eight are asked at once', async () => {
    await appointed(8)
    const answers = await together((index) => appoint(others[index]))
    expect(counted(answers, 'ok')).toBe(2)
    expect(counted(answers, 'proxies_spent')).toBe(atOnce - 2)
  })

  it('of one person is done three times within a day, also where many calls come at once', async () => {
    let done = 0
    for (let round = 0; round < 3; round++) {
      const answers = await together((index) => (index % 2 === 0 ? appoint(others[0]) : dismiss(others[0])))
      expect(counted(answers, 'internal')).toBe(0)
    }
    await dismiss(others[0])
    for (;;) {
      const answer = await appoint(others[0])
      if (!answer.ok) {
        expect(answer.code).toBe('proxies_spent')
        break
      }
      done += 1
      await dismiss(others[0])
    }
    expect(done).toBeLessThan(3)
    house.cloud.advance(dayMs)
    expect(await appoint(others[0])).toMatchObject({ ok: true })
  })

  it('leaves nobody with a sixth proxy when eight are asked at once, and every one is listed', async () => {
    const before = others.slice(atOnce)
    for (const other of before) await appoint(other)
    const answers = await together((index) => appoint(others[index]))
    expect(counted(answers, 'ok')).toBe(1)
    expect(counted(answers, 'proxy_full')).toBe(atOnce - 1)
    expect((await member.ask('member.me', {})).member?.proxies).toHaveLength(5)
    await dismiss(before[0])
    expect(counted(await together((index) => appoint(others[index])), 'proxy_full')).toBeGreaterThan(0)
    expect((await member.ask('member.me', {})).member?.proxies).toHaveLength(5)
  })
})

describe('giving and withdrawing a consent', () => {
  const version = '2026-11'
  const say = (given: boolean) => member.send('member.consent', { kind: 'leaderboard', version, given })

  it('is given three times a day, and not a fourth time; withdrawn always; the next day again', async () => {
    const codes = await inTurn(7, (index) => say(index % 2 === 0))
    expect(codes).toEqual([...Array(6).fill('ok'), 'changed_often'])
    expect(await say(false)).toMatchObject({ ok: true })
    house.cloud.advance(dayMs)
    expect(await say(true)).toMatchObject({ ok: true })
  })

  it('is given so often and no more when eight calls come at once, again and again', async () => {
    for (let round = 0; round < 3; round++) await together((index) => say(index % 2 === 0))
    await inTurn(8, (index) => say(index % 2 === 0))
    const { consents } = await member.ask('member.consent', { kind: 'leaderboard', version, given: false })
    const own = consents.filter(({ kind }) => kind === 'leaderboard')
    expect(own.filter(({ given }) => given)).toHaveLength(3)
    expect(own.at(-1)).toMatchObject({ given: false })
  })
})

describe('adding and removing a relative', () => {
  const relative = { name: '老李', relation: '老伴', consentNote: '当面说好' }
  const add = (commandId?: string) =>
    member.send('member.addDependent', relative, commandId === undefined ? {} : { commandId })
  const listed = async () => (await member.ask('member.dependents', {})).items

  it('is done twenty times a day, and not once more; the next day again', async () => {
    await spent('relatives', 19)
    expect(await inTurn(2, () => add())).toEqual(['ok', 'changed_often'])
    house.cloud.advance(dayMs)
    expect(await add()).toMatchObject({ ok: true })
  })

  it('passes exactly as often as is left when eight are added at once; one command counts once', async () => {
    await spent('relatives', 17)
    await together((index) => add(index < 2 ? 'once' : `other_${index}`))
    expect(await listed()).toHaveLength(3)
  })

  it('hides none of them, also where several are added at the same instant', async () => {
    await inTurn(9, () => add())
    const added = counted(await together(() => add()), 'ok')
    expect(added).toBeGreaterThan(0)
    expect(await listed()).toHaveLength(9 + added)
    expect(await add()).toMatchObject({ ok: false })
  })
})

describe('certificates', () => {
  it('are thirty a day, exactly so many when eight are asked for at once; the next day again', async () => {
    member = await someone('repair')
    const resident = others[0] as Person
    const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now()))
    await member.ask('booking.claim', { bookingId })
    house.cloud.advance(hourMs)
    await member.ask('booking.checkIn', { bookingId, code: await codeOn(house, resident, bookingId) })
    house.cloud.advance(hourMs)
    await member.ask('booking.checkOut', { bookingId, code: await codeOn(house, resident, bookingId) })
    await resident.ask('booking.confirm', { bookingId, stars: 5 })
    const issue = () => member.send('hours.certificate', {})
    await spent('certificates', 28)
    const answers = await together(issue)
    expect(counted(answers, 'ok')).toBe(2)
    expect(counted(answers, 'changed_often')).toBe(atOnce - 2)
    house.cloud.advance(dayMs)
    expect(await issue()).toMatchObject({ ok: true })
  })
})

describe('what one person changes on one document', () => {
  it('is forty changes a day, exactly so many with eight at once; what only takes back goes on', async () => {
    const giver = await house.person('wx_giver', [{ role: 'admin' }], '孙主任')
    const { memberId } = member
    await changedBy(giver, 'members', memberId, changesADay - 2)
    const grant = (role: 'coordinator' | 'volunteer', teamId = 'repair') =>
      giver.send(
        'member.grant',
        role === 'volunteer' ? { memberId, ...volunteerIn(teamId) } : { memberId, role },
      )
    const teams = ['repair', 'arts', 'elder_care', 'repair', 'arts', 'elder_care', 'repair']
    const answers = await together((index) =>
      index === 7 ? grant('coordinator') : grant('volunteer', teams[index]),
    )
    expect(counted(answers, 'changed_often')).toBeGreaterThan(0)
    expect(await grant('volunteer', 'arts')).toMatchObject({ code: 'changed_often' })
    const { roles } = await member.ask('member.me', {})
    expect(roles).toHaveLength(3)
    for (const held of roles.slice(1))
      expect(await giver.send('member.revoke', { memberId, ...held })).toMatchObject({ ok: true })
    house.cloud.advance(dayMs)
    expect(await grant('coordinator')).toMatchObject({ ok: true })
  })

  it('is so for licences that are accepted and taken back, too', async () => {
    const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
    member = await someone('repair')
    const licence = { teamId: 'repair', licence: '电工证' }
    const of = { ...licence, memberId: member.memberId }
    const show = () => member.send('team.showLicence', { ...licence, validUntil: '2040-01-01' })
    const accept = () => leader.send('team.decideLicence', { ...of, accept: true })
    const revoke = () => leader.send('team.revokeLicence', { ...of, reason: '证件看错了' })
    await changedBy(leader, 'memberships', `${member.memberId}_repair`, changesADay - 1)
    expect(codeOf(await show())).toBe('ok')
    expect(counted(await together(accept), 'ok')).toBe(1)
    expect(codeOf(await revoke())).toBe('ok')
    expect(codeOf(await show())).toBe('ok')
    expect(counted(await together(accept), 'changed_often')).toBe(atOnce)
    house.cloud.advance(dayMs)
    expect(codeOf(await accept())).toBe('ok')
  })
})
