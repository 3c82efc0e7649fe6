import * as v from 'valibot'
import { type Operation, operations } from '#contract/operations'
import type { RefusalCode } from '#contract/shared/refusal'
import { wallClock } from '#contract/shared/wallClock'
import { bookingFrom, openTestHouse, type TestHouse, volunteerIn } from '#support/house'
import { type Existing, validInputs } from '#support/validInputs'

/** The answers of operations that need no registration. Every other operation answers `not_registered`. */
const answered: { readonly [Op in Operation]?: 'ok' | RefusalCode } = {
  'community.get': 'ok',
  'community.whole': 'ok',
  'community.edit': 'ok',
  'desk.begin': 'ok',
  'desk.poll': 'not_found',
  'member.me': 'ok',
  'member.register': 'ok',
  'member.verify': 'ok',
  'member.grant': 'ok',
  'member.revoke': 'ok',
  'member.roles': 'ok',
  'member.pending': 'ok',
  'member.search': 'ok',
  'member.import': 'ok',
  'member.removeDwelling': 'dwelling_unknown',
  'guardian.endRecord': 'ok',
  'team.list': 'ok',
  'team.decide': 'ok',
  'team.roster': 'ok',
  'booking.noShows': 'ok',
  'booking.atRisk': 'ok',
  'booking.candidates': 'ok',
  'booking.dispatch': 'ok',
  'booking.invite': 'ok',
  'booking.forgotten': 'ok',
  'request.rates': 'ok',
  'session.drawProof': 'not_found',
  'activity.list': 'ok',
  'activity.get': 'not_found',
  'hours.honours': 'ok',
  'home.get': 'ok',
  'hours.leaderboard': 'ok',
  'hours.digest': 'not_found',
  'hours.verify': 'ok',
  'certificate.verify': 'ok',
  'certificate.revoke': 'ok',
  'report.overview': 'ok',
}

/** Registering comes last, since afterwards the first admin is a member. */
const asked = (Object.keys(operations) as Operation[]).sort(
  (one, other) => Number(one === 'member.register') - Number(other === 'member.register'),
)

let house: TestHouse
let inputs: ReturnType<typeof validInputs>

beforeAll(async () => {
  house = await openTestHouse()
  inputs = validInputs(await existing())
})
afterAll(() => house.close())

describe.each(asked)('the first admin, who has not registered, sends %s', (op) => {
  it('with an input that the schema takes', () => {
    expect(v.safeParse(operations[op].input, inputs[op]).issues).toBeUndefined()
  })

  it(`and is answered ${answered[op] ?? 'not_registered'}`, async () => {
    const answer = await sent(op)
    expect(answer.ok ? 'ok' : answer.code).toBe(answered[op] ?? 'not_registered')
  })
})

const sent = <Op extends Operation>(op: Op) => house.admin.send(op, inputs[op])

async function existing(): Promise<Existing> {
  const admin = await house.person('wx_admin', [{ role: 'admin' }])
  const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
  const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
  const applicant = await house.person('wx_applicant')
  await applicant.ask('team.apply', { teamId: 'repair', skills: [] })
  const resident = await house.person('wx_resident')
  const book = () => resident.ask('booking.request', bookingFrom(house.cloud.now()))
  const minorId = await register('wx_minor', yearsAgo(16))
  await admin.ask('member.verify', { memberId: minorId, accept: true })
  await admin.ask('guardian.record', {
    memberId: minorId,
    guardianName: '老唐',
    relation: '父亲',
    note: '纸质同意书在档案柜',
  })
  const propose = (minutes: number) =>
    leader.ask('hours.honour', { memberId: volunteer.memberId, minutes, reason: '帮忙搬家' })
  const { entryId } = await propose(60)
  const { entryId: lineId } = await admin.ask('hours.approveHonour', { entryId })
  const { certificateNo, verifyCode } = await volunteer.ask('hours.certificate', {})
  return {
    memberId: volunteer.memberId,
    pendingId: await register('wx_pending'),
    minorId,
    applicantId: applicant.memberId,
    bookingId: (await book()).bookingId,
    openId: (await book()).bookingId,
    honourId: (await propose(30)).entryId,
    lineId,
    certificateNo,
    verifyCode,
  }
}

async function register(openid: string, birthDay?: string): Promise<string> {
  const answer = await house.stranger(openid).send('member.register', {
    name: '新邻居',
    gridId: 'grid1',
    estateId: 'huochai',
    building: '1栋',
    unit: '1-2',
    birthDay,
    consents: [
      { kind: 'service', version: '2026-11' },
      { kind: 'sensitive', version: '2026-11' },
    ],
  })
  if (!answer.ok) throw new Error(`registration was refused: ${answer.code}`)
  return answer.data.memberId
}

const yearsAgo = (years: number): string =>
  wallClock(house.cloud.now()).subtract(years, 'year').format('YYYY-MM-DD')
