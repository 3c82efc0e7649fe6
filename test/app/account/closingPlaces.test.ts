import { dayOf } from '#contract/shared/wallClock'
import { newShift, type Shift } from '#core/shift/shift'
import {
  dayMs,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'
import { self, sessionsOf, signUpAll } from '#support/sessionHouse'
import { aSession } from '#support/sessions'

let house: TestHouse
let sessions: ReturnType<typeof sessionsOf>
let people = 0

beforeAll(async () => {
  house = await openTestHouse()
  await house.person(house.admin.openid)
  sessions = sessionsOf(house)
})
afterEach(() => {
  delete house.cloud.hooks.before
})
afterAll(() => house.close())

const someone = (name: string, ...teams: string[]) =>
  house.person(`wx_leaving_${++people}`, teams.map(volunteerIn), name)
const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)
const stateIn = async (sessionId: string, person: Person) =>
  (await sessions.read(sessionId)).roster[person.memberId]?.state

describe('asking to close an account, at activities', () => {
  it('gives the place to the first in line, and the line closes up behind who waited', async () => {
    const leaver = await someone('何阿姨')
    const [next, after, holder] = [await someone('李大爷'), await someone('赵叔'), await someone('孙姐')]
    const sessionId = await sessions.open({ capacity: 1 })
    const other = await sessions.open({ capacity: 1 })
    await signUpAll([leaver, next, after], sessionId)
    await signUpAll([holder, leaver, next], other)
    expect(await leaver.ask('member.unfinished', {})).toMatchObject({ signups: 2 })

    await leaver.ask('member.close', {})

    expect(await stateIn(sessionId, leaver)).toBe('withdrawn')
    expect(await stateIn(sessionId, next)).toBe('offered')
    expect(await stateIn(sessionId, after)).toBe('waitlisted')
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect((await next.ask('inbox.list', {})).items[0]).toMatchObject({
      title: '轮到您了',
    })
    expect(await sessions.read(other)).toMatchObject({ line: [next.memberId], waiting: 1 })
    expect(await leaver.ask('session.mine', { when: 'upcoming' })).toMatchObject({ items: [] })
    expect(await next.ask('session.acceptOffer', { sessionId })).toEqual({ state: 'confirmed' })
    expect(await leaver.send('session.signUp', { sessionId, party: [self] })).toMatchObject({
      code: 'closing',
    })
  })

  it('takes the lot out of a draw, and leaves alone what has begun', async () => {
    const leaver = await someone('何阿姨')
    const now = house.cloud.now()
    const draw = await sessions.open({ rule: 'draw' })
    const begun = await sessions.open({ opensAt: now, closesAt: now + hourMs, from: now + hourMs })
    await signUpAll([leaver], draw)
    await signUpAll([leaver], begun)
    house.cloud.advance(2 * hourMs)
    await leaver.ask('member.close', {})
    expect(await sessions.read(draw)).toMatchObject({ waiting: 0 })
    expect(await stateIn(draw, leaver)).toBe('withdrawn')
    expect(await stateIn(begun, leaver)).toBe('confirmed')
  })

  it('frees the slot at a shift, and the coordinator is told', async () => {
    const coordinator = await house.person('wx_leaving_coordinator', [{ role: 'coordinator' }], '孙主任')
    const leaver = await someone('李师傅', 'repair')
    const from = house.cloud.now() + dayMs
    const shift = newShift({
      shiftId: 'sh_leaving',
      communityId: 'tubengkan',
      activityId: 'a_leaving',
      sessionId: 's_leaving',
      coordinatorId: coordinator.memberId,
      teamId: 'elder_care',
      title: '重阳节吃长寿面',
      name: '端面',
      from,
      to: from + 2 * hourMs,
      capacity: 1,
    })
    await store('sessions').add({ data: aSession({}, { sessionId: 's_leaving', from, to: shift.to }) })
    await store('shifts').add({ data: shift })
    const shiftId = shift._id
    await leaver.ask('shift.signUp', { shiftId })
    expect(await leaver.ask('member.unfinished', {})).toMatchObject({ shifts: 1 })
    await leaver.ask('member.close', {})
    const { data } = (await store('shifts').doc(shiftId).get({})) as unknown as { data: Shift }
    expect(data).toMatchObject({ free: 1, holders: {} })
    expect((await leaver.ask('shift.mine', { when: 'upcoming' })).items).toEqual([])
    expect((await coordinator.ask('inbox.list', {})).items[0]).toMatchObject({
      text: expect.stringContaining('李师傅'),
    })
    const instead = await someone('周师傅', 'repair')
    expect(await instead.ask('shift.signUp', { shiftId })).toEqual({ state: 'confirmed' })
  })

  it('ends the agreement for a minor, who is told and can name another guardian', async () => {
    const leaver = await someone('郑大姐')
    const minor = await someone('郑小雨')
    const birthDay = dayOf(house.cloud.now() - 16 * 366 * dayMs)
    await minor.ask('team.apply', { teamId: 'repair', skills: [], birthDay })
    await minor.ask('guardian.ask', { memberId: leaver.memberId, relation: '母亲' })
    const word = { memberId: minor.memberId, given: true, version: '2026-11' }
    await leaver.ask('guardian.answer', word)
    expect(await leaver.ask('member.unfinished', {})).toMatchObject({ wards: 1 })
    await leaver.ask('member.close', {})
    expect((await minor.ask('guardian.list', {})).own).toMatchObject({ state: 'withdrawn' })
    expect(await leaver.send('guardian.answer', word)).toMatchObject({ code: 'closing' })
    expect(await minor.send('guardian.ask', { memberId: leaver.memberId, relation: '母亲' })).toMatchObject({
      code: 'not_found',
    })
  })
})

describe('closing that breaks off, at activities', () => {
  it('gives the place to who waits, whichever write to the store fails', async () => {
    for (let lost = 1; ; lost++) {
      const [leaver, next] = [await someone(`半路${lost}`), await someone('李大爷')]
      const sessionId = await sessions.open({ capacity: 1 })
      await signUpAll([leaver, next], sessionId)
      let writes = 0
      house.cloud.hooks.before = (action) => {
        if (action !== 'database.getDocument' && action.startsWith('database.') && ++writes === lost)
          throw new Error('the machine stopped')
      }
      const commandId = `close-${lost}`
      const asked = await leaver.send('member.close', {}, { commandId }).catch(() => undefined)
      delete house.cloud.hooks.before
      if (!asked?.ok) await leaver.ask('member.close', {}, { commandId })
      for (let minute = 0; minute < 3; minute++) {
        house.cloud.advance(2 * minuteMs)
        await house.cloud.tick()
      }
      expect(await stateIn(sessionId, leaver)).toBe('withdrawn')
      expect(await stateIn(sessionId, next)).toBe('offered')
      expect((await sessions.read(sessionId)).free).toBe(0)
      expect(await next.ask('session.acceptOffer', { sessionId })).toEqual({ state: 'confirmed' })
      if (writes < lost) return
    }
  })

  it('leaves a new sign-up alone, however late the closing of before is repeated', async () => {
    const leaver = await someone('何阿姨')
    const sessionId = await sessions.open({ capacity: 1 })
    await signUpAll([leaver], sessionId)
    let broken = true
    house.cloud.hooks.before = (action, request) => {
      const settles = action === 'database.modifyDocument' && !String(request.data).includes('"rev"')
      if (broken && settles && request.collectionName === 'members') throw new Error('the disk is full')
    }
    await leaver.ask('member.close', {})
    expect(await stateIn(sessionId, leaver)).toBe('withdrawn')
    await leaver.ask('member.keep', {})
    broken = false
    await signUpAll([leaver], sessionId)
    house.cloud.advance(2 * minuteMs)
    await house.cloud.tick()
    expect(await stateIn(sessionId, leaver)).toBe('confirmed')
  })
})
