import { wallClock } from '#contract/shared/wallClock'
import { bookingFrom, type TestHouse, volunteerIn } from './house'
import type { Existing } from './validInputs'

/** Makes what the valid inputs name, by the product's own operations. */
export async function existingIn(house: TestHouse): Promise<Existing> {
  const admin = await house.person('wx_admin', [{ role: 'admin' }])
  const leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId: 'repair' } }])
  const volunteer = await house.person('wx_volunteer', [volunteerIn('repair')])
  const applicant = await house.person('wx_applicant')
  await applicant.ask('team.apply', { teamId: 'repair', skills: [] })
  const resident = await house.person('wx_resident')
  const book = () => resident.ask('booking.request', bookingFrom(house.cloud.now()))
  const minorId = await register(house, 'wx_minor', yearsAgo(house, 16))
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
    pendingId: await register(house, 'wx_pending'),
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

async function register(house: TestHouse, openid: string, birthDay?: string): Promise<string> {
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

const yearsAgo = (house: TestHouse, years: number): string =>
  wallClock(house.cloud.now()).subtract(years, 'year').format('YYYY-MM-DD')
