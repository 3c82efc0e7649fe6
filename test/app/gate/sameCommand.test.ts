import { bookingTemplateId } from '#local/house'
import { bookingFrom, hourMs, openTestHouse, type Person, type TestHouse, volunteerIn } from '#support/house'

let house: TestHouse
let resident: Person
let volunteer: Person

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())

async function booked(hours: number): Promise<string> {
  const from = house.cloud.now() + hours * hourMs
  const input = bookingFrom(house.cloud.now(), { window: { from, to: from + hourMs } })
  return (await resident.ask('booking.request', input)).bookingId
}

const coordinator = { role: 'coordinator' } as const

describe('the same commandId with other words', () => {
  const conflict = { ok: false, code: 'conflict' }

  it('claims no second booking', async () => {
    const once = { commandId: 'one-claim' }
    await volunteer.ask('booking.claim', { bookingId: await booked(10) }, once)
    const other = await booked(20)
    expect(await volunteer.send('booking.claim', { bookingId: other }, once)).toMatchObject(conflict)
    expect((await resident.ask('booking.get', { bookingId: other })).state).toBe('open')
  })

  it('decides about no second person', async () => {
    const one = await house.person('wx_one')
    const two = await house.person('wx_two')
    const once = { commandId: 'one-grant' }
    await house.admin.ask('member.grant', { memberId: one.memberId, ...coordinator }, once)
    const again = { memberId: two.memberId, ...coordinator }
    expect(await house.admin.send('member.grant', again, once)).toMatchObject(conflict)
    expect((await two.ask('member.me', {})).roles).toEqual([{ role: 'resident' }])
  })

  it('applies for no second team, allows no second thing and reads no second notice', async () => {
    const person = await house.person('wx_three')
    const allowing = { templateId: bookingTemplateId, outcome: 'accept' } as const
    await person.ask('team.apply', { teamId: 'arts', skills: [] }, { commandId: 'apply' })
    await person.ask('notice.allow', allowing, { commandId: 'allow' })
    await person.ask('inbox.read', { noticeIds: ['n_one'] }, { commandId: 'read' })
    const others = [
      await person.send('team.apply', { teamId: 'women', skills: [] }, { commandId: 'apply' }),
      await person.send('notice.allow', { ...allowing, outcome: 'reject' }, { commandId: 'allow' }),
      await person.send('inbox.read', { noticeIds: ['n_two'] }, { commandId: 'read' }),
    ]
    expect(others).toEqual([conflict, conflict, conflict].map(expect.objectContaining))
  })
})

describe('a late repeat after the opposite', () => {
  it('grants no role again, even if the role was held already when the command came first', async () => {
    const person = await house.person('wx_four', [coordinator])
    const grant = { memberId: person.memberId, ...coordinator }
    await house.admin.ask('member.grant', grant, { commandId: 'grant-again' })
    await house.admin.ask('member.revoke', grant)
    expect(await house.admin.ask('member.grant', grant, { commandId: 'grant-again' })).toEqual({
      roles: [{ role: 'resident' }],
    })
  })

  it('applies no second time, and adds nobody a second time', async () => {
    const person = await house.person('wx_five')
    const apply = () => person.ask('team.apply', { teamId: 'arts', skills: [] }, { commandId: 'once' })
    await apply()
    await person.ask('team.leave', { teamId: 'arts' })
    expect(await apply()).toEqual({ state: 'left' })

    const words = { name: '老李', relation: '老伴', consentNote: '同意' }
    const add = () => person.ask('member.addDependent', words, { commandId: 'once' })
    const { dependentId } = await add()
    await person.ask('member.removeDependent', { dependentId })
    expect(await add()).toEqual({ dependentId })
    expect((await person.ask('member.me', {})).member?.dependents).toEqual([])
  })

  it('undoes no later edit of the community', async () => {
    const edit = (phone: string) =>
      house.admin.ask('community.edit', { phone }, { commandId: `edit-${phone}` })
    await edit('023-1')
    await edit('023-2')
    await edit('023-1')
    expect((await house.admin.ask('community.get', {})).phone).toBe('023-2')
  })
})

describe('edits of the community', () => {
  it('are seen at once, and none of several at the same time is lost or refused', async () => {
    const edits = [{ phone: '023-3' }, { name: '邻里' }, { groups: [] }]
    await Promise.all(edits.map((edit) => house.admin.ask('community.edit', edit)))
    const seen = await house.admin.ask('community.get', {})
    expect(seen).toMatchObject({ phone: '023-3', name: '邻里', groups: [] })
    expect(seen).not.toHaveProperty('edits')
  })
})
