import { paceNames } from '#contract/shared/pace'
import { openTestHouse, type Person, type TestHouse } from '#support/house'

let house: TestHouse
let coordinator: Person
let neighbour: Person

beforeAll(async () => {
  house = await openTestHouse({ workers: 1 })
  coordinator = await house.person('wx_zhao', [{ role: 'coordinator' }], '赵干事')
  neighbour = await house.person('wx_wang', [], '王奶奶')
})
afterAll(() => house.close())

/** How often a call reads somebody's own record. */
async function looksAtPeople(act: () => Promise<unknown>): Promise<number> {
  let looks = 0
  house.cloud.hooks.before = (action, { collectionName }) => {
    if (action === 'database.getDocument' && collectionName === 'members') looks += 1
  }
  await act()
  house.cloud.hooks.before = undefined
  return looks
}

describe('what everybody gets alike', () => {
  it.each([
    ['the activities that come', 'activity.list', { when: 'upcoming' }],
    ['those of before', 'activity.list', { when: 'past', kind: 'lecture' }],
    ['the community', 'community.get', {}],
    ['a digest', 'hours.digest', {}],
    ['the proof of a draw', 'session.drawProof', { sessionId: 's_none' }],
  ] as const)('%s: nobody who calls from WeChat is looked up', async (_, op, input) => {
    expect(await looksAtPeople(() => coordinator.send(op, input))).toBe(0)
    expect(await looksAtPeople(() => house.stranger('wx_nobody').send(op, input))).toBe(0)
  })

  it('does not reach to what only some may see, nor to acting for somebody, nor to input that is wrong', async () => {
    const from = house.cloud.now() + 9 * 86_400_000
    await coordinator.ask('activity.saveDraft', {
      kind: 'lecture',
      title: '健康讲座',
      summary: '讲一讲冬天怎么保暖',
      place: '社区活动室',
      sessions: [{ from, to: from + 3_600_000, capacity: 20 }],
      signup: { opensAt: from - 86_400_000, closesAt: from - 3_600_000, rule: 'first_come', partyMax: 2 },
    })
    expect((await coordinator.ask('activity.list', { when: 'drafts' })).items).toHaveLength(1)
    expect((await neighbour.ask('activity.list', { when: 'drafts' })).items).toEqual([])
    const upcoming = { when: 'upcoming' } as const
    const actingFor = coordinator.memberId
    expect(await neighbour.send('activity.list', upcoming, { actingFor })).toMatchObject({
      code: 'forbidden',
    })
    expect(await neighbour.send('activity.list', { when: 'never' } as never)).toMatchObject({
      code: 'invalid_input',
    })
  })

  it('is slowed down for each caller alone', async () => {
    await house.admin.ask('community.edit', {
      paces: Object.fromEntries(paceNames.map((name) => [name, { perMinute: 5 }])),
    })
    // each instance reads the community again after three seconds of real time
    await new Promise((resolve) => setTimeout(resolve, 3_100))
    house.cloud.advance(60_000)
    const answers = []
    for (let count = 0; count < 6; count++)
      answers.push(await neighbour.send('activity.list', { when: 'upcoming' }))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false])
    expect(answers[5]).toMatchObject({ code: 'rate_limited' })
    expect(await coordinator.send('activity.list', { when: 'upcoming' })).toMatchObject({ ok: true })
  })
})
