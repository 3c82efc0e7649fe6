import { sampleTemplates } from '#local/wechat/templates'
import { callsOf } from '#support/callCount'
import { dayMs, minuteMs, openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let zhao: Person
let people = 0
const templateId = sampleTemplates.bulletin.id

beforeAll(async () => {
  house = await openTestHouse()
  zhao = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵姐')
})
afterAll(() => house.close())

/** Somebody who has allowed so many messages. */
async function allowing(messages: number): Promise<Person> {
  const openid = `wx_${++people}`
  const person = await house.person(openid)
  for (let index = 0; index < messages; index++) {
    house.cloud.allow(openid, templateId)
    await person.ask('notice.allow', { templateId, outcome: 'accept' })
  }
  return person
}
const urgent = (more: object = {}) => ({
  kind: 'bulletin' as const,
  ...{ title: '今晚停水', body: '今晚 8 点起停水，请接水备用。', urgent: true as const },
  validTo: house.cloud.now() + 2 * dayMs,
  ...more,
})
const minutes = async (some: number) => {
  for (let index = 0; index < some; index++) {
    await house.cloud.tick()
    house.cloud.advance(minuteMs)
  }
}
const told = async (person: Person) =>
  (await person.ask('inbox.list', {})).items.filter(({ title }) => title === '社区有要紧的公告').length
const sentSince = (already: number) =>
  house.cloud.sent().filter((message, index) => index >= already && message.templateId === templateId)

describe('an urgent bulletin', () => {
  it('sends a message to those who have allowed one, once, and is news in the inbox of everybody', async () => {
    const [willing, unasked] = [await allowing(1), await allowing(0)]
    const already = house.cloud.sent().length
    const { publicationId } = await zhao.ask('publication.publish', urgent())
    await minutes(3)
    expect(await told(willing)).toBe(1)
    expect(await told(unasked)).toBe(0)
    expect((await unasked.ask('inbox.list', {})).news?.map(({ title }) => title)).toContain('今晚停水')
    expect(sentSince(already)).toHaveLength(1)
    await zhao.ask('publication.edit', { publicationId, body: '今晚 9 点起停水。' })
    await minutes(3)
    expect(await told(willing)).toBe(1)
    expect(sentSince(already)).toHaveLength(1)
  })

  it('tells nobody whom it does not concern, and stops when it is taken back', async () => {
    const willing = await allowing(2)
    const { grids } = await willing.ask('community.get', {})
    const { member } = await willing.ask('member.me', {})
    const other = grids.find(({ gridId }) => gridId !== member?.gridId)?.gridId ?? ''
    await zhao.ask('publication.publish', urgent({ audience: { gridIds: [other] } }))
    const { publicationId } = await zhao.ask('publication.publish', urgent())
    await zhao.ask('publication.retire', { publicationId, reason: '不停了' })
    await minutes(3)
    expect(await told(willing)).toBe(0)
  })

  it('is published by the same few calls, however many have allowed messages', async () => {
    const publish = async () => {
      const { before, after } = await callsOf(house.cloud, () => zhao.ask('publication.publish', urgent()))
      return before + after
    }
    const few = await publish()
    await Promise.all(Array.from({ length: 20 }, () => allowing(1)))
    expect(await publish()).toBe(few)
  })

  it('is sent by nothing but a bulletin', async () => {
    const refused = await zhao.send('publication.publish', {
      kind: 'station',
      ...{ title: '驿站', body: '进来坐坐', place: '3 栋', urgent: true },
      hours: [{ days: [1], fromMinute: 480, toMinute: 600 }],
    })
    expect(refused).toMatchObject({ issues: [{ path: 'urgent' }] })
  })
})
