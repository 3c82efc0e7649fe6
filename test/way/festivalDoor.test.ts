import type { Browser } from 'playwright-core'
import { type Ask, askThrough, settlePerson, stranger } from '#local/sample/driver'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { deadMs } from '#ui/still/stillRows'

const minuteMs = 60_000
/** Twenty-four families, every second one of three people: sixty. 王奶奶's is the last. */
const surnames = [...'郝龚邵万覃武戴莫孔向汤常温康施文牛樊葛邢安齐易']
const families = [...surnames.map((surname) => `${surname}嬢嬢`), '王奶奶']
const sizeOf = (index: number) => 2 + (index % 2)
const sizeOfFamily = (name: string) => sizeOf(families.indexOf(name))

let house: SampleHouse
let browser: Browser
let ask: Ask
let sessionId: string
let activityId: string

beforeAll(async () => {
  house = await openSampleHouse()
  browser = await launchChromium()
  ask = askThrough(house.cloud.call)
  const from = house.cloud.now() + 30 * minuteMs
  const published = await ask('sample_zhao', 'activity.publish', {
    kind: 'festival',
    title: '冬至包饺子',
    summary: '一起和面、包饺子、喝汤。',
    place: '活动室',
    sessions: [{ from, to: from + 150 * minuteMs, capacity: 60 }],
    signup: { opensAt: house.cloud.now(), closesAt: from, rule: 'first_come', partyMax: 4 },
  })
  activityId = published.activityId
  sessionId = published.sessionIds[0] as string
  for (const [index, name] of families.entries()) {
    const openid = name === '王奶奶' ? 'sample_wang' : `festival_${index}`
    if (openid !== 'sample_wang') await settlePerson(ask, stranger(openid, name, []))
    const guests = Array.from({ length: sizeOf(index) - 1 }, (_, guest) => ({
      name: `${name}的客人${guest + 1}`,
    }))
    const signedUp = await ask(openid, 'session.signUp', { sessionId, party: [{ self: true }, ...guests] })
    expect(signedUp.state).toBe('confirmed')
  }
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const personAt = (options?: Parameters<typeof BrowserPerson.at>[3]) =>
  BrowserPerson.at(browser, house.cloud.url, house.cloud.now(), options)

it('sixty people come to a festival: marked by hand, one taken back, three without a sign-up, one by the code', async () => {
  const zhao = await personAt({ viewport: { width: 1280, height: 800 } })
  const wang = await personAt()
  await zhao.enterAs('赵姐')
  await wang.enterAs('王奶奶')

  await zhao.page.goto(`${house.cloud.url}/#/packages/coordinator/door?id=${sessionId}`)
  await zhao.sees(/冬至包饺子 · .* · 活动室/)
  await zhao.sees('到了 0/60 人')
  await zhao.choose('现场签到看什么', '名单')
  await zhao.sees('24 家')

  // A quick clerk: one family after the other, without waiting, and one slip.
  const first = families.slice(0, 6)
  for (const name of first) await zhao.tap(`到了：${name}`)
  const slip = first[2] as string
  await zhao.control(`撤销：${slip}`).waitFor()
  await zhao.page.waitForTimeout(deadMs)
  await zhao.tapFor(zhao.control(`到了：${slip}`), `撤销：${slip}`)

  // The next page begins where this one ended, though the marked rows fold away.
  await zhao.tap('下一页')
  const eleventh = families[10] as string
  await zhao.control(`到了：${eleventh}`).waitFor()
  await zhao.page.waitForTimeout(deadMs)
  await zhao.control(`到了：${eleventh}`).dblclick()
  await zhao.control(`撤销：${eleventh}`).waitFor()

  await zhao.control('现场来的人').focus()
  await zhao.page.keyboard.press('Enter')
  for (const [index, name] of ['路过的周伯', '蒋嬢嬢', '小何'].entries()) {
    await zhao.page.keyboard.type(name)
    await zhao.page.keyboard.press('Enter')
    await zhao.sees(`加上了：${name}（今天第 ${index + 1} 位）`)
  }
  await zhao.page.keyboard.press('Escape')

  await zhao.choose('现场签到看什么', '签到码')
  const code = zhao.view.locator('[aria-label^="签到码 "]')
  await code.waitFor()
  const digits = ((await code.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
  await wang.page.goto(`${house.cloud.url}/#/packages/activity/detail?id=${activityId}`)
  await wang.type('六位数字', digits)
  await wang.tap('签到')
  await wang.sees('签到好了，玩得高兴！')

  const present = [...first.filter((name) => name !== slip), eleventh, '王奶奶']
  const came = present.reduce((sum, name) => sum + sizeOfFamily(name), 0)
  await zhao.page.goto(`${house.cloud.url}/#/packages/coordinator/roster?id=${sessionId}&of=${activityId}`)
  await zhao.sees(`到了 ${came}/60 人，现场来的 3 人`)
  const { parties, tally } = await ask('sample_zhao', 'session.roster', { sessionId })
  expect(tally).toEqual({ expected: 60, came, walkedIn: 3, missed: 0 })
  const names = (walkIn: boolean) =>
    parties.filter((each) => each.present && (each.walkIn ?? false) === walkIn).map(({ name }) => name)
  expect(names(false).sort()).toEqual([...present].sort())
  expect(names(true).sort()).toEqual(['小何', '蒋嬢嬢', '路过的周伯'].sort())
  for (const person of [zhao, wang]) {
    expect(person.faults).toEqual([])
    await person.context.close()
  }
})
