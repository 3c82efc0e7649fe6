import fc from 'fast-check'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { defaultLimits as limits } from '#contract/shared/defaultLimits'
import { newShift } from '#core/shift/shift'
import { hourMs, minuteMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'
import { aSession } from '#support/sessions'

let house: TestHouse
let coordinator: Person
let leader: Person
let li: Person
let wang: Person
let made = 0

beforeAll(async () => {
  house = await openTestHouse({ workers: 6 })
  coordinator = await house.person('wx_coordinator', [{ role: 'coordinator' }], '孙主任')
  leader = await house.person(
    'wx_leader',
    [{ role: 'team_leader', scope: { teamId: 'elder_care' } }],
    '陈队长',
  )
  li = await house.person('wx_li', [volunteerIn('elder_care')], '李师傅')
  wang = await house.person('wx_wang', [], '王奶奶')
})
afterAll(() => house.close())
// the shift of one test is over before the next begins
afterEach(() => house.cloud.advance(3 * hourMs))

const store = (collection: string) => sdkFor(house.cloud).database().collection(collection)

interface Place {
  sessionId: string
  shiftId: string
}

/** A session that begins in twenty minutes, where 李师傅 and 王奶奶 have places, and a shift at it. */
async function aPlace(): Promise<Place> {
  made += 1
  const [sessionId, shiftId] = [`s_tries_${made}`, `sh_tries_${made}`]
  const from = house.cloud.now() + 20 * minuteMs
  const to = from + 2 * hourMs
  const activityId = `a_tries_${made}`
  const parties = Object.fromEntries([li, wang].map(({ memberId }) => [memberId, { names: '' }]))
  const session = { ...aSession(parties, { sessionId, from, to, closesAt: to }), activityId }
  await store('activities').add({ data: { _id: activityId, coordinatorId: coordinator.memberId } })
  await store('sessions').add({ data: session })
  const coordinatorId = coordinator.memberId
  const named = { title: '重阳节吃长寿面', name: '端面', teamId: 'elder_care', coordinatorId, activityId }
  const shift = newShift({ shiftId, communityId: 'tubengkan', sessionId, from, to, capacity: 3, ...named })
  await store('shifts').add({ data: shift })
  return { sessionId, shiftId }
}

async function codesOf({ sessionId }: Place): Promise<{ right: string; wrong: string }> {
  const { secret, stepSeconds } = await coordinator.ask('session.code', { sessionId })
  const step = stepAt(house.cloud.now(), stepSeconds)
  const near = [step - 1, step, step + 1].map((one) => typedCode(fromBase32(secret), one))
  const wrong = ['000000', '111111', '222222', '333333'].find((one) => !near.includes(one)) as string
  return { right: near[1] as string, wrong }
}

type Answered = { ok: boolean; code?: string }
const codeOf = (answer: Answered): string => (answer.ok ? 'ok' : (answer.code ?? ''))
const told = async (person: Person) =>
  (await person.ask('inbox.list', {})).items.filter(({ title }) => title === '签到码多次输错')

describe('wrong codes at a session', () => {
  it('of one person have one count, typed as a party or as a volunteer; the coordinator and the team’s leader are told once', async () => {
    const place = await aPlace()
    const { sessionId, shiftId } = place
    await li.ask('shift.signUp', { shiftId })
    const { right, wrong } = await codesOf(place)
    const party = async (code: string) => codeOf(await li.send('session.checkIn', { sessionId, code }))
    const volunteer = async (code: string) => codeOf(await li.send('shift.checkIn', { shiftId, code }))
    expect([await party(wrong), await party(wrong), await party(wrong)]).toEqual(Array(3).fill('code_wrong'))
    expect([await volunteer(wrong), await volunteer(wrong)]).toEqual(Array(2).fill('code_wrong'))
    await li.ask('shift.withdraw', { shiftId })
    await li.ask('shift.signUp', { shiftId })
    expect([await volunteer(right), await party(right)]).toEqual(Array(2).fill('code_locked'))
    // nobody else is locked
    expect(codeOf(await wang.send('session.checkIn', { sessionId, code: right }))).toBe('ok')
    house.cloud.advance(limits.codePauseMinutes * minuteMs)
    const later = await codesOf(place)
    for (let again = 0; again < limits.codeTries; again++) await volunteer(later.wrong)
    await house.cloud.tick()
    expect(await told(coordinator)).toHaveLength(1)
    expect(await told(leader)).toHaveLength(1)
  })

  it('are forgiven by a right one', async () => {
    const place = await aPlace()
    const { shiftId } = place
    await li.ask('shift.signUp', { shiftId })
    const { right, wrong } = await codesOf(place)
    const report = async (op: 'shift.checkIn' | 'shift.checkOut', code: string) =>
      codeOf(await li.send(op, { shiftId, code }))
    for (let count = 0; count < 4; count++) expect(await report('shift.checkIn', wrong)).toBe('code_wrong')
    expect(await report('shift.checkIn', right)).toBe('ok')
    for (let count = 0; count < 4; count++) expect(await report('shift.checkOut', wrong)).toBe('code_wrong')
    expect(await report('shift.checkOut', right)).toBe('ok')
  })

  it('sent all at once are counted one by one', async () => {
    const place = await aPlace()
    const { sessionId, shiftId } = place
    await li.ask('shift.signUp', { shiftId })
    const { wrong } = await codesOf(place)
    const many = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0
        ? li.send('session.checkIn', { sessionId, code: wrong })
        : li.send('shift.checkIn', { shiftId, code: wrong }),
    )
    const answers = (await Promise.all(many)).map(codeOf)
    expect(answers.filter((code) => code === 'code_wrong').length).toBeLessThanOrEqual(limits.codeTries)
    expect(new Set(answers)).toEqual(new Set(['code_wrong', 'code_locked']))
  })

  it('are no more than the limit in any order of signing up, withdrawing and trying', async () => {
    type Move = 'party' | 'volunteer' | 'leave party' | 'join' | 'leave shift' | 'sign up'
    const steps = fc.array(
      fc.constantFrom<Move>(
        'party',
        'party',
        'volunteer',
        'volunteer',
        'leave party',
        'join',
        'leave shift',
        'sign up',
      ),
      { minLength: 30, maxLength: 30 },
    )
    for (const course of fc.sample(steps, { seed: 20_261_129, numRuns: 3 })) {
      const place = await aPlace()
      const { sessionId, shiftId } = place
      const { wrong: code } = await codesOf(place)
      const doing: Record<Move, () => Promise<Answered>> = {
        party: () => li.send('session.checkIn', { sessionId, code }),
        volunteer: () => li.send('shift.checkIn', { shiftId, code }),
        'leave party': () => li.send('session.withdraw', { sessionId }),
        join: () => li.send('session.signUp', { sessionId, party: [{ self: true }] }),
        'leave shift': () => li.send('shift.withdraw', { shiftId }),
        'sign up': () => li.send('shift.signUp', { shiftId }),
      }
      let wrong = 0
      for (const move of course) if (codeOf(await doing[move]()) === 'code_wrong') wrong += 1
      expect(wrong).toBe(limits.codeTries)
      // the shifts of one course are over before the next begins
      house.cloud.advance(3 * hourMs)
    }
  })

  it('take nobody’s word about the session: where nobody took attendance, everybody with a place may say it', async () => {
    const place = await aPlace()
    const { sessionId } = place
    const { wrong } = await codesOf(place)
    await wang.send('session.checkIn', { sessionId, code: wrong })
    house.cloud.advance(3 * hourMs)
    expect(await li.ask('session.feedback', { sessionId, stars: 5 })).toEqual({ stars: 5 })
  })

  it('are no word about it either once the coordinator has corrected the list: then only who was there says it', async () => {
    const place = await aPlace()
    const { sessionId } = place
    const { wrong } = await codesOf(place)
    await wang.send('session.checkIn', { sessionId, code: wrong })
    house.cloud.advance((limits.noShowAfterHours + 3) * hourMs)
    await house.cloud.tick()
    await coordinator.ask('session.mark', { sessionId, marks: [{ memberId: li.memberId, present: true }] })
    expect(await li.ask('session.feedback', { sessionId, stars: 5 })).toEqual({ stars: 5 })
    expect(await wang.send('session.feedback', { sessionId, stars: 1 })).toMatchObject({
      code: 'feedback_absent',
    })
  })
})
