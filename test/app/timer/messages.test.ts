import { bookingTemplateId } from '#local/house'
import {
  bookingFrom,
  hourMs,
  minuteMs,
  openTestHouse,
  type Person,
  type TestHouse,
  volunteerIn,
} from '#support/house'
import { sdkFor } from '#support/sdk'

let house: TestHouse
let resident: Person
let volunteer: Person
let admin: Person
const template = { templateId: bookingTemplateId, outcome: 'accept' as const }

beforeAll(async () => {
  house = await openTestHouse()
  resident = await house.person('wx_resident', [], '王奶奶')
  admin = await house.person('wx_clerk', [{ role: 'admin' }], '周主任')
  volunteer = await house.person('wx_volunteer', [volunteerIn('repair')], '李师傅')
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.cloud.tick()
  house.cloud.advance(hourMs)
})
afterEach(() => {
  delete house.cloud.hooks.before
  delete house.cloud.hooks.after
  delete house.cloud.hooks.wechat
})

/** The resident allows one message, in WeChat too. */
async function allowed(): Promise<void> {
  house.cloud.allow('wx_resident', bookingTemplateId)
  await resident.ask('notice.allow', template)
}
/** Somebody claims the resident's booking, who is to be told. */
async function claimed(): Promise<string> {
  const window = { from: house.cloud.now() + 30 * hourMs, to: house.cloud.now() + 31 * hourMs }
  const { bookingId } = await resident.ask('booking.request', bookingFrom(house.cloud.now(), { window }))
  await volunteer.ask('booking.claim', { bookingId })
  return bookingId
}
/** What became of what the resident was told about a booking. */
async function deliveryOf(bookingId: string): Promise<string[]> {
  const notices = sdkFor(house.cloud).database().collection('notices')
  const found = await notices.where({ bookingId, memberId: resident.memberId }).get()
  if (!found || typeof found === 'string') return []
  return found.data.map(({ delivery }) => String(delivery))
}
const balance = async () =>
  (await resident.ask('inbox.list', {})).balances.find(({ templateId }) => templateId === bookingTemplateId)
    ?.balance ?? 0
const sentSince = (already: number) => house.cloud.sent().slice(already)

describe('messages through WeChat', () => {
  it('spend what the person allowed on what is worth most, once, and name nobody', async () => {
    const already = house.cloud.sent().length
    house.cloud.allow('wx_resident', bookingTemplateId)
    const tap = { commandId: 'allow-once' }
    expect(await resident.ask('notice.allow', template, tap)).toMatchObject({ balance: 1 })
    expect(await resident.ask('notice.allow', template, tap)).toMatchObject({ balance: 1 })
    const bookingId = await claimed()
    await volunteer.ask('booking.release', { bookingId, reason: '来不了' })
    await house.cloud.tick()
    await house.cloud.tick()
    const sent = sentSince(already)
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      page: `packages/booking/detail?id=${bookingId}`,
      payload: { thing2: { value: '志愿者来不了' } },
    })
    expect(JSON.stringify(sent[0])).not.toMatch(/王奶奶|李师傅/)
    expect((await deliveryOf(bookingId)).sort()).toEqual(['not_allowed', 'sent'])
    expect(await balance()).toBe(0)
  })

  it('are given up when WeChat says that they are not allowed (43101)', async () => {
    const already = house.cloud.sent().length
    await resident.ask('notice.allow', template)
    await resident.ask('notice.allow', template)
    const bookingId = await claimed()
    await house.cloud.tick()
    expect(sentSince(already)).toHaveLength(1)
    expect(await balance()).toBe(0)
    expect(await deliveryOf(bookingId)).toEqual(['refused'])
    expect((await resident.ask('inbox.list', {})).items[0]).toMatchObject({ title: '有志愿者认领了' })
  })

  it('are not sent about what the person has read', async () => {
    await allowed()
    const already = house.cloud.sent().length
    const bookingId = await claimed()
    await resident.ask('inbox.read', { about: { bookingId } })
    await house.cloud.tick()
    expect(sentSince(already)).toEqual([])
    expect(await balance()).toBe(1)
  })
})

describe('a timer that is killed', () => {
  const attemptIsNoted = () => {
    house.cloud.hooks.before = (action) => {
      if (action === 'wx.openApi') throw new Error('killed')
    }
  }

  it('before the call: the message is not sent later, nothing is spent, and it counts as not reached', async () => {
    const before = await balance()
    await allowed()
    const already = house.cloud.sent().length
    const bookingId = await claimed()
    attemptIsNoted()
    await house.cloud.tick()
    delete house.cloud.hooks.before
    house.cloud.advance(3 * minuteMs)
    await house.cloud.tick()
    expect(await deliveryOf(bookingId)).toEqual(['unknown'])
    expect(sentSince(already)).toEqual([])
    expect(await balance()).toBe(before + 1)
  })

  it('after the call: the message is not sent a second time, and it counts as not reached', async () => {
    await allowed()
    const already = house.cloud.sent().length
    const bookingId = await claimed()
    house.cloud.hooks.after = (action) => {
      if (action !== 'wx.openApi') return undefined
      house.cloud.hooks.before = (next, request) => {
        if (next === 'database.modifyDocument' && request.collectionName === 'notices')
          throw new Error('killed')
      }
      return undefined
    }
    await house.cloud.tick()
    delete house.cloud.hooks.after
    delete house.cloud.hooks.before
    expect(await deliveryOf(bookingId)).toEqual(['trying'])
    for (let minute = 0; minute < 3; minute++) {
      house.cloud.advance(2 * minuteMs)
      await house.cloud.tick()
    }
    expect(sentSince(already)).toHaveLength(1)
    expect(await deliveryOf(bookingId)).toEqual(['unknown'])
  })

  it('by a lost answer: the message is not sent a second time', async () => {
    await allowed()
    const already = house.cloud.sent().length
    const bookingId = await claimed()
    house.cloud.hooks.after = (action) => (action === 'wx.openApi' ? 'drop' : undefined)
    await house.cloud.tick()
    delete house.cloud.hooks.after
    house.cloud.advance(10 * minuteMs)
    await house.cloud.tick()
    expect(sentSince(already)).toHaveLength(1)
    expect(await deliveryOf(bookingId)).toEqual(['unknown'])
  })
})

describe('a message that WeChat does not take', () => {
  it('since it is busy, goes out later; the allowance is spent then', async () => {
    await allowed()
    const before = await balance()
    const already = house.cloud.sent().length
    const bookingId = await claimed()
    house.cloud.hooks.wechat = () => ({ errcode: 45009, errmsg: 'reach max api daily quota limit' })
    await house.cloud.tick()
    expect([await deliveryOf(bookingId), await balance()]).toEqual([['waiting'], before])
    delete house.cloud.hooks.wechat
    house.cloud.advance(5 * minuteMs)
    await house.cloud.tick()
    expect(sentSince(already)).toHaveLength(1)
    expect([await deliveryOf(bookingId), await balance()]).toEqual([['sent'], before - 1])
  })

  it('since its settings are wrong, stays due for a day; the administrator is told once and sees the field', async () => {
    await allowed()
    const before = await balance()
    const { messages = {} } = await admin.ask('community.whole', {})
    house.cloud.hooks.wechat = () => ({ errcode: 47003, errmsg: 'argument invalid! data.thing2.value' })
    const told = async () =>
      (await admin.ask('inbox.list', {})).items.filter(({ title }) => title === '微信提醒发不出去').length
    const toldBefore = await told()
    const bookingId = await claimed()
    await house.cloud.tick()
    house.cloud.advance(40 * minuteMs)
    await house.cloud.tick()
    expect([await deliveryOf(bookingId), await balance()]).toEqual([['waiting'], before])
    expect((await admin.ask('community.whole', {})).messageFaults).toEqual([
      { templateId: bookingTemplateId, fault: 'words', key: 'thing2', at: expect.any(Number) },
    ])
    expect((await told()) - toldBefore).toBe(1)
    delete house.cloud.hooks.wechat
    await admin.ask('community.edit', { messages })
    expect((await admin.ask('community.whole', {})).messageFaults).toBeUndefined()
    house.cloud.advance(40 * minuteMs)
    await house.cloud.tick()
    expect([await deliveryOf(bookingId), await balance()]).toEqual([['sent'], before - 1])
    expect(await deliveryOf(bookingId)).toEqual(['sent'])
  })

  it('since its template is gone, is given up after a day, and counts as not reached', async () => {
    await allowed()
    const before = await balance()
    const bookingId = await claimed()
    house.cloud.hooks.wechat = () => ({ errcode: 40037, errmsg: 'invalid template_id' })
    for (let hour = 0; hour < 26; hour++) {
      await house.cloud.tick()
      house.cloud.advance(hourMs)
    }
    expect([await deliveryOf(bookingId), await balance()]).toEqual([['failed'], before])
    expect((await admin.ask('community.whole', {})).messageFaults).toHaveLength(1)
    delete house.cloud.hooks.wechat
    const another = await claimed()
    await house.cloud.tick()
    expect(await deliveryOf(another)).toEqual(['sent'])
    expect((await admin.ask('community.whole', {})).messageFaults).toBeUndefined()
  })
})

it('one tap answers for three templates, once; what was declined is remembered', async () => {
  const answers = [
    { templateId: 'local-activity-news', outcome: 'accept' as const },
    { templateId: 'local-request-news', outcome: 'accept' as const },
    { templateId: 'local-team-news', outcome: 'reject' as const },
  ]
  const noted = await resident.ask('notice.allow', { answers }, { commandId: 'three' })
  expect(noted.balances).toEqual([
    { templateId: 'local-activity-news', balance: 1 },
    { templateId: 'local-request-news', balance: 1 },
    { templateId: 'local-team-news', balance: 0, declined: true },
  ])
  expect(await resident.ask('notice.allow', { answers }, { commandId: 'three' })).toEqual(noted)
  const changed = { templateId: 'local-team-news', outcome: 'accept' as const }
  expect(await resident.ask('notice.allow', changed)).toMatchObject({
    balances: [{ templateId: 'local-team-news', balance: 1 }],
  })
  const stranger = { answers: [{ templateId: 'tpl_of_nobody', outcome: 'accept' as const }] }
  expect(await resident.send('notice.allow', stranger)).toMatchObject({ code: 'not_found' })
})
