import { firstAdminOpenid } from '#local/sample/people'
import { openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let first: Person
let deputy: Person
let li: Person

beforeAll(async () => {
  house = await openTestHouse()
  first = await house.person(firstAdminOpenid)
  deputy = await house.person('wx_deputy', [{ role: 'admin' }], '副管理员')
  li = await house.person('wx_li', [], '李师傅')
})
afterAll(() => house.close())

const leads = { role: 'team_leader', scope: { teamId: 'repair' } } as const
const newest = async (person: Person) => (await person.ask('inbox.list', {})).items[0]

describe('a role', () => {
  it('given is told to the person, and stands on record with who gave it and since when', async () => {
    const at = house.cloud.now()
    await deputy.ask('member.grant', { memberId: li.memberId, ...leads })
    expect(await newest(li)).toMatchObject({
      title: '您有了新的身份',
      text: expect.stringContaining('副管理员请您担任维修服务队的队长'),
    })
    const record = await first.ask('member.roles', { memberId: li.memberId })
    expect(record.member).toMatchObject({
      memberId: li.memberId,
      name: '李师傅',
      phoneMasked: expect.stringContaining('****'),
    })
    const held = record.roles.find(({ role }) => role === 'team_leader')
    expect(held).toMatchObject({ ...leads, by: '副管理员' })
    expect(held?.since).toBeGreaterThanOrEqual(at)
    expect(record.history[0]).toMatchObject({ ...leads, change: 'granted', by: '副管理员' })
  })
  it('given again tells nobody again', async () => {
    const { length } = (await li.ask('inbox.list', {})).items
    await deputy.ask('member.grant', { memberId: li.memberId, ...leads })
    expect((await li.ask('inbox.list', {})).items).toHaveLength(length)
  })
  it('taken is told to the person and ends at once', async () => {
    await first.ask('member.revoke', { memberId: li.memberId, ...leads })
    expect(await newest(li)).toMatchObject({
      title: '您的一个身份结束了',
      text: expect.stringContaining('收回了您的维修服务队的队长身份'),
    })
    expect(await li.send('team.roster', { teamId: 'repair' })).toMatchObject({ code: 'forbidden' })
    const { history, roles } = await deputy.ask('member.roles', { memberId: li.memberId })
    expect(roles.map(({ role }) => role)).toEqual(['resident'])
    expect(history.map(({ change }) => change)).toEqual(['revoked', 'granted', 'granted'])
  })
  it('of the admin whom the deployment names is taken by nobody, not by themselves either', async () => {
    for (const person of [first, deputy])
      expect(await person.send('member.revoke', { memberId: first.memberId, role: 'admin' })).toMatchObject({
        code: 'first_admin_stays',
      })
    const { roles } = await deputy.ask('member.roles', { memberId: first.memberId })
    expect(roles.find(({ role }) => role === 'admin')).toMatchObject({ byConfiguration: true })
  })
  it('of another admin may be given up: the first remains', async () => {
    await deputy.ask('member.revoke', { memberId: deputy.memberId, role: 'admin' })
    expect(await deputy.send('member.roles', { memberId: li.memberId })).toMatchObject({ code: 'forbidden' })
    expect((await first.ask('member.roles', { memberId: deputy.memberId })).roles).toHaveLength(1)
  })
  it('in a team that is no more can still be taken', async () => {
    const worker = { role: 'grid_worker', scope: { gridId: 'grid99' } } as const
    expect(await first.send('member.grant', { memberId: li.memberId, ...worker })).toMatchObject({
      code: 'invalid_input',
    })
    expect(await first.send('member.revoke', { memberId: li.memberId, ...worker })).toMatchObject({
      ok: true,
    })
  })
  it('of nobody is not found', async () => {
    expect(await first.send('member.roles', { memberId: 'm_nobody' })).toMatchObject({ code: 'not_found' })
  })
})
