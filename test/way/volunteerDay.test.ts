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

it('a volunteer’s day with two services: each stands first in its turn, and both are in the statement', async () => {
  const ask = askThrough(house.cloud.call)
  const midnight = Math.floor((house.cloud.now() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
  const nine = midnight + 2 * dayMs + 9 * hourMs
  const book = async (openid: string, kind: string, from: number) => {
    const window = { from, to: from + hourMs }
    const words = { description: '请来看看', risks: '无', place: 'home' as const }
    const reply = await ask(openid, 'booking.request', { service: 'repair', kind, window, ...words })
    return reply.bookingId
  }
  const morning = await book('sample_feng', 'lock', nine)
  const afternoon = await book('sample_he', 'lamp', nine + 6 * hourMs)

  const zhou = await BrowserPerson.at(browser, house.cloud.url, house.cloud.now())
  await zhou.enterAs('周师傅')
  const pass = async (until: number) => {
    house.cloud.advance(until - house.cloud.now())
    await zhou.page.clock.setSystemTime(house.cloud.now())
  }
  // both are claimed from the hall
  for (const title of ['门锁门窗', '换灯泡']) {
    await zhou.tab('任务大厅')
    await zhou.touch(title)
    await zhou.tap('认领这一单')
    await zhou.sees('认领好了。下面是门牌和电话，请按时到。')
    await zhou.tap('返回')
  }

  async function serve(openid: string, bookingId: string, title: string, minutes: number) {
    await zhou.page.goto(`${house.cloud.url}/?${title}#/pages/home`)
    await zhou.sees(new RegExp(`等您办的[\\s\\S]*${title}`))
    const first = zhou.view.locator('.ticket')
    expect(await first.innerText()).toContain(title)
    await zhou.tap(/^看地址，去签到/)
    for (const step of ['签到', '签退'] as const) {
      const { code } = await ask(openid, 'booking.code', { bookingId })
      await zhou.type('六位数字', code)
      await zhou.tap(step)
      await zhou.sees(step === '签到' ? '签到好了，开始计时。做完别忘了签退。' : /签退好了/)
      if (step === '签到') await pass(house.cloud.now() + minutes * minuteMs)
    }
    await ask(openid, 'booking.confirm', { bookingId, stars: 5 })
  }
  await pass(nine - 5 * minuteMs)
  await serve('sample_feng', morning, '门锁门窗', 45)
  await pass(nine + 6 * hourMs - 5 * minuteMs)
  await serve('sample_he', afternoon, '换灯泡', 20)

  await zhou.page.goto(`${house.cloud.url}/?done#/packages/hours/statement`)
  await zhou.sees(/换灯泡[\s\S]*门锁门窗/)
  expect(zhou.faults).toEqual([])
  await zhou.context.close()
})
