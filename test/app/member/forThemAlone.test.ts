import { type Operation, operations } from '#contract/operations'
import { appoint, openTestHouse, type Person, type TestHouse } from '#support/house'
import { validInputs } from '#support/validInputs'

let house: TestHouse
let wang: Person
let dependentId: string
/** Everybody who may act for 王奶奶: her proxy, the worker of her grid, and an admin. */
let helpers: [string, Person][]

beforeAll(async () => {
  house = await openTestHouse()
  wang = await house.person('wx_wang', [], '王奶奶')
  const gridId = (await wang.ask('member.me', {})).member?.gridId as string
  const proxy = await house.person('wx_daughter', [], '小王')
  await appoint(wang, proxy)
  const worker = await house.person('wx_worker', [{ role: 'grid_worker', scope: { gridId } }], '小刘')
  const admin = await house.person('wx_admin', [{ role: 'admin' }], '孙主任')
  helpers = Object.entries({ proxy, worker, admin })
  const added = await wang.ask('member.addDependent', {
    ...{ name: '老李', relation: '老伴', needs: '耳朵背', consentNote: '当面说好' },
    ...{ birthDay: '1940-05-06', birthCalendar: 'lunar' },
  })
  dependentId = added.dependentId
})
afterAll(() => house.close())

const ofWang = async () => ({
  phone: (await wang.ask('member.me', {})).member?.phoneMasked,
  relatives: (await wang.ask('member.dependents', {})).items,
})

/** What takes something away from the person, whoever it is sent by. */
const taking = (): [Operation, object][] => [
  ['member.changePhone', {}],
  ['member.editDependent', { dependentId, needs: null }],
  ['member.editDependent', { dependentId, birthDay: null }],
  ['member.editDependent', { dependentId, needs: null, relation: '亲戚' }],
  ['member.editDependent', { dependentId, birthDay: null, needs: '上下楼慢' }],
  ['member.removeDependent', { dependentId }],
]

describe('what takes something away from a person', () => {
  it('is refused to everybody who acts for them, and nothing of it is done', async () => {
    const before = await ofWang()
    for (const [who, helper] of helpers)
      for (const [op, input] of taking()) {
        const answer = await helper.send(op, input as never, { actingFor: wang.memberId })
        expect({ who, op, answer }).toMatchObject({ answer: { ok: false, code: 'for_them_alone' } })
      }
    expect(await ofWang()).toEqual(before)
  })

  it('of somebody who is not theirs is not found, as everything of others', async () => {
    const other = await house.person('wx_other')
    const said = { name: '老周', relation: '老伴', consentNote: '当面说好' }
    const theirs = await other.ask('member.addDependent', said)
    for (const [, helper] of helpers)
      expect(await helper.send('member.removeDependent', theirs, { actingFor: wang.memberId })).toMatchObject(
        { code: 'not_found' },
      )
  })

  it('is done by the person alone', async () => {
    for (const [op, input] of taking())
      expect(await wang.send(op, input as never)).toMatchObject({ ok: true })
    expect(await ofWang()).toEqual({ phone: undefined, relatives: [] })
  })
})

/** What may be done for somebody else. Everything that is not named here stays each person's own. */
const forOthers: ReadonlySet<string> = new Set<Operation>([
  'community.get',
  'member.changePhone',
  'member.move',
  'member.rename',
  'member.dependents',
  'member.addDependent',
  'member.editDependent',
  'member.removeDependent',
  'team.list',
  'booking.request',
  'booking.list',
  'booking.get',
  'booking.change',
  'booking.cancel',
  'booking.code',
  'booking.slip',
  'booking.confirm',
  'booking.noShow',
  'booking.appeal',
  'booking.object',
  'request.file',
  'guide.apply',
  'request.similar',
  'request.support',
  'request.list',
  'request.get',
  'request.answer',
  'request.rate',
  'request.correct',
  'request.supplement',
  'request.withdraw',
  'request.reopen',
  'activity.list',
  'activity.get',
  'session.checkIn',
  'session.appeal',
  'session.signUp',
  'session.withdraw',
  'session.changeParty',
  'session.acceptOffer',
  'session.declineOffer',
  'session.mine',
  'session.drawProof',
  'subsidy.claim',
  'subsidy.withdrawClaim',
  'subsidy.mine',
  'vacancy.list',
  'vacancy.get',
  'placement.interest',
  'placement.withdraw',
  'placement.mine',
  'file.begin',
  'file.part',
  'file.url',
])

describe('every other operation', () => {
  it('is refused to whoever acts for somebody else, proxy, worker or admin', async () => {
    const none = 'none'
    const inputs: Record<string, unknown> = validInputs({
      memberId: wang.memberId,
      ...{ pendingId: none, minorId: none, applicantId: none, bookingId: none, openId: none },
      ...{ honourId: none, lineId: none, certificateNo: none, verifyCode: none },
    })
    const before = await ofWang()
    const own = Object.keys(operations).filter((op) => !forOthers.has(op)) as Operation[]
    expect(own.length).toBeGreaterThan(60)
    for (const [who, helper] of helpers)
      for (const op of own) {
        const answer = await helper.send(op, inputs[op] as never, { actingFor: wang.memberId })
        expect({ who, op, answer }).toMatchObject({ answer: { ok: false, code: 'forbidden' } })
      }
    expect(await ofWang()).toEqual(before)
  })
})
