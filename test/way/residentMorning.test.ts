import type { Browser } from 'playwright-core'
import { askThrough } from '#local/sample/driver'
import { BrowserPerson } from '#support/browserPerson'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { dayMs, hourMs } from '#support/time'

const minuteMs = 60_000

let house: SampleHouse
let browser: Browser
beforeAll(async () => {
  house = await openSampleHouse()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** The next ten o'clock in the morning, at +08:00, at least an hour ahead. */
function nextTen(): number {
  const midnight = Math.floor((house.cloud.now() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
  const ten = midnight + 10 * hourMs
  return ten - house.cloud.now() > hourMs ? ten : ten + dayMs
}

it('a resident’s morning with a visit at ten: the ticket, the code, the service, the stars, and nothing is left to do', async () => {
  const ask = askThrough(house.cloud.call)
  const ten = nextTen()
  const { bookingId } = await ask('sample_feng', 'booking.request', {
    service: 'repair',
    kind: 'plumbing',
    description: '水龙头一直滴水',
    window: { from: ten, to: ten + 2 * hourMs },
    place: 'home',
    risks: '无',
  })
  await ask('sample_li', 'booking.claim', { bookingId })
  house.cloud.advance(ten - 25 * minuteMs - house.cloud.now())

  const feng = await BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
  const li = await BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
  const { name } = (await ask('sample_feng', 'member.me', {})).member ?? { name: '' }
  await feng.enterAs(name)
  await li.enterAs('李师傅')
  const pass = async (ms: number) => {
    house.cloud.advance(ms)
    for (const each of [feng, li]) await each.page.clock.setSystemTime(house.cloud.now())
  }

  // the first thing that she sees is who comes, and the way to her code
  await feng.sees(/等您办的[\s\S]*水管漏水[\s\S]*今天 10:00–12:00[\s\S]*李师傅来/)
  await feng.tap(/^打开签到码/)
  const code = feng.view.locator('[aria-label^="签到码 "]')
  await code.waitFor()
  const shown = async () => ((await code.getAttribute('aria-label')) ?? '').replace(/\D/g, '')
  /** The code on her screen, once it is that of the minute. */
  async function digits() {
    const valid = (await ask('sample_feng', 'booking.code', { bookingId })).code
    for (let tries = 0; tries < 1000 && (await shown()) !== valid; tries++) await feng.page.waitForTimeout(20)
    return shown()
  }

  await li.sees(/等您办的[\s\S]*水管漏水[\s\S]*您要去/)
  await li.tap(/^看地址，去签到/)
  await pass(30 * minuteMs)
  await li.type('六位数字', await digits())
  await li.tap('签到')
  await li.sees('签到好了，开始计时。做完别忘了签退。')
  await feng.sees(/已经签到，正在服务/)

  await pass(40 * minuteMs)
  await li.type('六位数字', await digits())
  await li.tap('签退')
  await li.sees(/签退好了，一共 4\d 分钟/)

  await feng.tap('返回')
  await feng.sees(/等您评价/)
  await feng.tap(/等您评价|^去评价/)
  await feng.view.getByRole('radio', { name: /^5 颗星/ }).click()
  await feng.tap('确认做完了')
  await feng.sees(/确认好了/)
  await feng.page.goto(`${house.cloud.url}/?later#/pages/home`)
  await feng.sees('需要帮忙')
  expect(await feng.text()).not.toMatch(/等您评价/)
  for (const each of [feng, li]) {
    expect(each.faults).toEqual([])
    await each.context.close()
  }
})
