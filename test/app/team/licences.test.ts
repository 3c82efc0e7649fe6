import { dayOf } from '#contract/shared/wallClock'
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
import { jpeg } from '#support/pictures'
import { sendPicture } from '#support/sendPicture'

let house: TestHouse
let wang: Person
let leader: Person
let zhou: Person
const teamId = 'repair'

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  leader = await house.person('wx_leader', [{ role: 'team_leader', scope: { teamId } }], '陈队长')
  zhou = await house.person('wx_zhou', [], '周师傅')
})
afterAll(() => house.close())

const inDays = (days: number) => dayOf(house.cloud.now() + days * dayMs)
const photo = async (person: Person) => (await sendPicture(person, 'licence_photo', jpeg())).fileId
const inbox = async (person: Person) =>
  (await person.ask('inbox.list', { limit: 50 })).items.map(({ title }) => title)
async function booked(kind: string, from = house.cloud.now() + hourMs): Promise<string> {
  return (await wang.ask('booking.request', bookingFrom(from, { kind, window: { from, to: from + hourMs } })))
    .bookingId
}
async function served(person: Person): Promise<void> {
  const bookingId = await booked('lamp')
  await person.ask('booking.claim', { bookingId })
  house.cloud.advance(hourMs)
  await person.ask('booking.checkIn', { bookingId, code: await codeOn(house, wang, bookingId) })
  house.cloud.advance(30 * minuteMs)
  await person.ask('booking.checkOut', { bookingId, code: await codeOn(house, wang, bookingId) })
  await wang.ask('booking.confirm', { bookingId, stars: 5 })
}

describe('a licence with its picture', () => {
  let fileId: string
  it('is read by the applicant and the leader of that team alone, and each look is on record', async () => {
    fileId = await photo(zhou)
    const licences = [{ licence: '电工证', validUntil: inDays(40), photoId: fileId }]
    expect(await zhou.ask('team.apply', { teamId, skills: ['水电'], licences })).toEqual({ state: 'applied' })
    const other = await house.person('wx_other', [
      volunteerIn(teamId),
      { role: 'team_leader', scope: { teamId: 'arts' } },
      { role: 'grid_worker', scope: { gridId: 'grid1' } },
    ])
    expect(await other.send('file.url', { fileId })).toMatchObject({ code: 'not_found' })
    expect(await zhou.send('file.url', { fileId })).toMatchObject({ ok: true })
    expect((await zhou.ask('member.accessLog', {})).items).toEqual([])

    const [applicant] = (await leader.ask('team.roster', { teamId })).items.filter(
      ({ state }) => state === 'applied',
    )
    expect(applicant?.licences).toMatchObject([{ photoId: fileId, state: 'valid' }])
    expect(applicant).not.toHaveProperty('leads')
    const { url } = await leader.ask('file.url', { fileId })
    expect((await fetch(url)).status).toBe(200)
    await leader.ask('file.url', { fileId })
    expect((await zhou.ask('member.accessLog', {})).items).toMatchObject([
      { viewerName: '陈队长', fields: ['licencePhoto'], reason: 'licence_seen' },
    ])
  })
  it('of somebody else, or of another purpose, is not taken', async () => {
    const he = await house.person('wx_he', [], '何叔')
    const apply = (photoId: string) =>
      he.send('team.apply', {
        teamId,
        skills: [],
        licences: [{ licence: '焊工证', validUntil: inDays(9), photoId }],
      })
    expect(await apply(fileId)).toMatchObject({ code: 'picture_gone' })
    expect(await apply((await sendPicture(he, 'booking_photo', jpeg())).fileId)).toMatchObject({
      code: 'picture_gone',
    })
    expect((await he.ask('team.mine', {})).items).toEqual([])
  })
  it('that has ended is not taken', async () => {
    const licences = [{ licence: '焊工证', validUntil: inDays(-1) }]
    expect(await wang.send('team.apply', { teamId, skills: [], licences })).toMatchObject({
      code: 'licence_past',
    })
  })
  it('goes with an application that is declined', async () => {
    const he = await house.person('wx_he')
    const photoId = await photo(he)
    await he.ask('team.apply', {
      teamId,
      skills: [],
      licences: [{ licence: '焊工证', validUntil: inDays(9), photoId }],
    })
    await leader.ask('team.decide', { memberId: he.memberId, teamId, accept: false, reason: '人满了' })
    expect(await he.send('file.url', { fileId: photoId })).toMatchObject({ code: 'not_found' })
  })
})

describe('somebody new in a team', () => {
  it('does not take what needs experience alone, until three services are credited', async () => {
    await leader.ask('team.decide', { memberId: zhou.memberId, teamId, accept: true })
    const community = await house.admin.ask('community.whole', {})
    const services = community.services.map((service) => ({
      ...service,
      kinds: service.kinds.map((kind) => (kind.kind === 'lock' ? { ...kind, experienced: true } : kind)),
    }))
    await house.admin.ask('community.edit', { services })
    // A function keeps the community for some seconds. A new one reads it.
    await house.restart()
    const lock = await booked('lock', house.cloud.now() + 30 * dayMs)
    expect((await zhou.ask('booking.get', { bookingId: lock })).experienced).toBe(true)
    expect(await zhou.send('booking.claim', { bookingId: lock })).toMatchObject({ code: 'on_probation' })
    for (const left of [3, 2, 1]) {
      const [mine] = (await zhou.ask('team.mine', {})).items
      expect(mine?.probation?.servicesLeft).toBe(left)
      await served(zhou)
    }
    expect((await zhou.ask('team.mine', {})).items[0]?.probation).toBeUndefined()
    expect(await zhou.ask('booking.claim', { bookingId: lock })).toEqual({ state: 'claimed' })
  })
  it('is freed earlier by the leader', async () => {
    const gao = await house.person('wx_gao', [], '高叔')
    await gao.ask('team.apply', { teamId, skills: [] })
    await leader.ask('team.decide', { memberId: gao.memberId, teamId, accept: true })
    const lock = await booked('lock', house.cloud.now() + 40 * dayMs)
    expect(await gao.send('booking.claim', { bookingId: lock })).toMatchObject({ code: 'on_probation' })
    await leader.ask('team.endProbation', { teamId, memberId: gao.memberId })
    expect(await inbox(gao)).toContain('您可以接所有的任务了')
    expect(await gao.ask('booking.claim', { bookingId: lock })).toEqual({ state: 'claimed' })
  })
})

describe('a licence that ends', () => {
  it('is announced some days before and when it has ended; then claims of licensed work stop until a new one is seen', async () => {
    house.cloud.advance(11 * dayMs)
    await house.cloud.tick()
    await house.cloud.tick()
    expect((await inbox(zhou)).filter((title) => title === '证件快到期了')).toHaveLength(1)
    house.cloud.advance(31 * dayMs)
    await house.cloud.tick()
    expect((await inbox(zhou)).filter((title) => title === '证件到期了')).toHaveLength(1)
    const mains = await booked('mains')
    expect(await zhou.send('booking.claim', { bookingId: mains })).toMatchObject({ code: 'licence_required' })
    const photoId = await photo(zhou)
    const renewed = { teamId, licence: '电工证', validUntil: inDays(900), photoId }
    await zhou.ask('team.showLicence', renewed)
    expect(await inbox(leader)).toContain('有证件等您核对')
    // The leader has not decided on the shown licence yet.
    expect(await zhou.send('booking.claim', { bookingId: mains })).toMatchObject({ code: 'licence_required' })
    expect(await leader.send('file.url', { fileId: photoId })).toMatchObject({ ok: true })
    await leader.ask('team.decideLicence', {
      teamId,
      memberId: zhou.memberId,
      licence: '电工证',
      accept: true,
    })
    expect(await inbox(zhou)).toContain('证件核对好了')
    expect(await zhou.ask('booking.claim', { bookingId: mains })).toEqual({ state: 'claimed' })
    expect((await zhou.ask('team.mine', {})).items[0]).toMatchObject({
      licences: [{ licence: '电工证', state: 'valid', photoId }],
      shown: [],
    })
  })
  it('is removed with its picture when the member leaves', async () => {
    const [mine] = (await zhou.ask('team.mine', {})).items
    const photoId = mine?.licences[0]?.photoId ?? ''
    await zhou.ask('team.leave', { teamId })
    expect(await leader.send('file.url', { fileId: photoId })).toMatchObject({ code: 'not_found' })
  })
})

describe('a licence that a leader takes back', () => {
  it('counts no more, what rests on it returns to the hall, and everybody concerned is told', async () => {
    const licences = [{ licence: '电工证', validUntil: inDays(400) }]
    const holder = await house.person('wx_holder', [], '持证人')
    await holder.ask('team.apply', { teamId, skills: [], licences })
    await leader.ask('team.decide', { teamId, memberId: holder.memberId, accept: true })
    await leader.ask('team.endProbation', { teamId, memberId: holder.memberId })
    const from = house.cloud.now() + 30 * hourMs
    const wires = await booked('mains', from)
    const lamp = await booked('lamp', from + 3 * hourMs)
    for (const bookingId of [wires, lamp]) await holder.ask('booking.claim', { bookingId })
    const word = { teamId, memberId: holder.memberId, licence: '电工证', reason: '证件已经作废。' }
    expect(await leader.ask('team.revokeLicence', word)).toEqual({ licences: [] })
    expect(await leader.send('team.revokeLicence', word)).toMatchObject({ code: 'already_decided' })
    const stateOf = async (bookingId: string) => (await wang.ask('booking.get', { bookingId })).state
    expect([await stateOf(wires), await stateOf(lamp)]).toEqual(['open', 'claimed'])
    expect(await holder.send('booking.claim', { bookingId: wires })).toMatchObject({
      code: 'licence_required',
    })
    expect(await inbox(holder)).toContain('证件收回了')
    expect(await inbox(leader)).toContain('有队员的证件收回了')
    expect(await inbox(wang)).toContain('志愿者来不了')
  })

  it('was not accepted by its holder, who leads the team', async () => {
    const licences = [{ licence: '电工证', validUntil: inDays(400) }]
    await leader.ask('team.apply', { teamId, skills: [], licences })
    const own = { teamId, memberId: leader.memberId, accept: true }
    expect(await leader.send('team.decide', own)).toMatchObject({ code: 'own_licence' })
    expect(await house.admin.ask('team.decide', own)).toEqual({ state: 'accepted' })
  })
})
