import type { Person } from '#support/house'
import { openTestHouse, type TestHouse } from '#support/house'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const registration = (more: object) => ({
  ...{ name: '王奶奶', gridId: 'grid1', estateId: 'huochai', building: '3栋', unit: '2-1' },
  consents: [
    { kind: 'service' as const, version: '2026-11' },
    { kind: 'sensitive' as const, version: '2026-11' },
  ],
  ...more,
})
const found = async (q: string) =>
  (await house.admin.ask('member.search', { q })).items.map(({ memberId }) => memberId)
const masked = async (person: Person) => (await person.ask('member.me', {})).member?.phoneMasked

describe('a telephone number', () => {
  it('is the same whether it is typed or comes from WeChat’s button, at registering and later', async () => {
    const ways = ['139 0000 7788', '+86 13900007788', 'button']
    for (const [index, way] of ways.entries()) {
      const sent = way === 'button' ? { phoneCode: 'phone_13900007788' } : { phone: way }
      const registered = await house.stranger(`wx_way_${index}`).send('member.register', registration(sent))
      if (!registered.ok) throw new Error(registered.code)
      expect(await found('13900007788')).toContain(registered.data.memberId)
    }
    const person = await house.person('wx_changes')
    const told = { phoneMasked: '139****6677' }
    for (const sent of [{ phone: '０1390000６６77'.slice(1) }, { phone: '+8613900006677' }]) {
      expect(await person.ask('member.changePhone', sent)).toEqual(told)
      expect(await found('139-0000-6677')).toEqual([person.memberId])
    }
    await person.ask('member.changePhone', { phone: '13900000000' })
    expect(await person.ask('member.changePhone', { phoneCode: 'phone_13900006677' })).toEqual(told)
    expect(await found('139-0000-6677')).toEqual([person.memberId])
  })

  it('of another country is refused, and never kept as one of ours', async () => {
    const refused = { code: 'invalid_input', issues: [{ path: 'phoneCode' }] }
    const abroad = { phoneCode: 'phone_852_91234567890' }
    expect(await house.stranger('wx_abroad').send('member.register', registration(abroad))).toMatchObject(
      refused,
    )
    const person = await house.person('wx_was_here')
    const before = await masked(person)
    const other = { phoneCode: 'phone_1_2025550123' }
    expect(await person.send('member.changePhone', other)).toMatchObject(refused)
    expect(await masked(person)).toBe(before)
  })
})
