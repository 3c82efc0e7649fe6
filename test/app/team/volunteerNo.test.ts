import { readVolunteerNo } from '#core/member/volunteerNo'
import { openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const repair = volunteerIn('repair')
const numberOf = async (person: Person) => (await person.ask('member.me', {})).member?.volunteerNo
const reservedFor = async (memberId: string) =>
  (
    (await sdkFor(house.cloud)
      .database()
      .collection('volunteerNumbers')
      .where({ memberId })
      .get()) as unknown as { data: { _id: string }[] }
  ).data.map(({ _id }) => _id)

describe('a volunteer number', () => {
  it('comes with the first place in a team, not before, and shows on 我的, the statement and the export', async () => {
    const person = await house.person('wx_first')
    await person.ask('team.apply', { teamId: 'repair', skills: [] })
    expect(await numberOf(person)).toBeUndefined()
    await house.admin.ask('team.decide', { memberId: person.memberId, teamId: 'repair', accept: true })
    const volunteerNo = (await numberOf(person)) ?? ''
    expect(volunteerNo).toMatch(/^TBK-\d{4}-\d{4}$/)
    expect(readVolunteerNo(volunteerNo)).toBe(volunteerNo)
    expect((await person.ask('hours.statement', {})).volunteerNo).toBe(volunteerNo)
    expect((await person.ask('member.export', {})).member.volunteerNo).toBe(volunteerNo)
    const found = await house.admin.ask('member.search', { q: volunteerNo.toLowerCase().replaceAll('-', '') })
    expect(found.items.map(({ memberId }) => memberId)).toEqual([person.memberId])
  })

  it('stays the same over a second team, leaving all of them, and coming back', async () => {
    const person = await house.person('wx_stays', [repair])
    const volunteerNo = await numberOf(person)
    await house.admin.ask('member.grant', { memberId: person.memberId, ...volunteerIn('arts') })
    for (const teamId of ['repair', 'arts']) await person.ask('team.leave', { teamId })
    expect(await numberOf(person)).toBe(volunteerNo)
    await house.admin.ask('member.grant', { memberId: person.memberId, ...repair })
    expect(await numberOf(person)).toBe(volunteerNo)
  })

  it('is one number even if six acceptances come at once', async () => {
    const person = await house.person('wx_many')
    const teams = ['repair', 'arts', 'relief', 'women', 'patrol', 'greening']
    await Promise.all(
      teams.map((teamId) =>
        house.admin.ask('member.grant', { memberId: person.memberId, ...volunteerIn(teamId) }),
      ),
    )
    expect(await reservedFor(person.memberId)).toEqual([await numberOf(person)])
  })

  it('that was reserved before a crash is given afterwards', async () => {
    const person = await house.person('wx_crash')
    house.cloud.hooks.before = (action, request) => {
      if (action === 'database.modifyDocument' && request.collectionName === 'members')
        throw new Error('the disk is full')
    }
    const role = { memberId: person.memberId, ...repair }
    expect(await house.admin.send('member.grant', role)).toMatchObject({ code: 'internal' })
    delete house.cloud.hooks.before
    const reserved = await reservedFor(person.memberId)
    expect(reserved).toHaveLength(1)
    expect(await numberOf(person)).toBeUndefined()
    await house.admin.ask('member.grant', role)
    expect(await numberOf(person)).toBe(reserved[0])
    expect(await reservedFor(person.memberId)).toEqual(reserved)
  })

  it('is not given for other roles', async () => {
    const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId: 'grid1' } }])
    expect(await numberOf(worker)).toBeUndefined()
    expect(await reservedFor(worker.memberId)).toEqual([])
  })
})
