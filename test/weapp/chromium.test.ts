import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '#support/chromium'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { PhonePerson } from '#support/weapp/glass/chromiumView'
import { type CompiledView, compileView } from '#support/weapp/glass/compileView'
import { localCloud } from '#support/weapp/localCloud'

/**
 * The main ways with a drawn view: WeChat's component framework, the compiled WXML and WXSS, touches and keys.
 * `PICTURES=folder` keeps a picture of each page on the way.
 */
const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const pictures = process.env.PICTURES

let house: SampleHouse
let browser: Browser
let compiled: CompiledView
const people: PhonePerson[] = []

beforeAll(async () => {
  compiled = compileView(path.resolve('dist/weapp'))
  house = await openSampleHouse()
  browser = await launchChromium()
  if (pictures) mkdirSync(pictures, { recursive: true })
})
afterAll(async () => {
  for (const person of people) await person.close()
  await browser?.close()
  await house?.close()
})

async function phoneOf(openid: string, url = 'pages/home'): Promise<PhonePerson> {
  const cloud = localCloud(house.cloud.url, openid)
  const person = await PhonePerson.with(browser, compiled, { url, cloud })
  people.push(person)
  return person
}

async function picture(person: PhonePerson, name: string): Promise<void> {
  if (pictures) await person.page.screenshot({ path: path.join(pictures, `${name}.png`) })
}

/** The day after tomorrow at nine, at +08:00. */
function afterTomorrowAtNine(): number {
  const midnight = Math.floor((house.cloud.now() + 8 * hourMs) / dayMs) * dayMs - 8 * hourMs
  return midnight + 2 * dayMs + 9 * hourMs
}

const detailOf = (person: PhonePerson) =>
  String(person.mini.calls.filter(({ api }) => api === 'redirectTo').at(-1)?.options.url).slice(1)

test('booking, claiming, checking in and out, confirming', async () => {
  const wang = await phoneOf('sample_wang')
  await wang.sees('上门维修')
  await picture(wang, '1-home')
  await wang.tap(/^上门维修/, 'link')
  await wang.tap('门锁门窗', 'radio')
  await wang.tap('提交预约')
  await wang.sees('请写一句具体要做什么。')
  await wang.type('具体要做什么', '大门的锁拧不动')
  await wang.touch('另选时间')
  await picture(wang, '2-request')
  await wang.choose(/^几点开始/, '10:00')
  await wang.choose(/^几点结束/, '12:00')
  await wang.sees(/10:00–12:00/)
  await wang.tap(/^后天上午/, 'radio')
  await wang.tap('门窗可能松脱', 'checkbox')
  wang.mini.answer.subscribe('accept')
  await wang.tap('提交预约')
  await wang.sees('有人认领，就会通知您。')
  await picture(wang, '3-booked')
  const booking = detailOf(wang)

  const li = await phoneOf('sample_li')
  await li.mini.tab('任务大厅')
  await li.sees('门锁门窗')
  await picture(li, '4-hall')
  await li.tap(/门锁门窗/, 'link')
  await li.sees('大门的锁拧不动')
  expect(await li.text()).not.toMatch(/王奶奶|2-1/)
  await li.tap('认领这一单')
  await li.sees(/火柴新村 3栋 2-1/)
  await picture(li, '5-claimed')
  await li.tap('我来不了')
  await li.sees('为什么来不了')
  await picture(li, '6-sheet')
  await li.tap('关闭')

  house.cloud.advance(afterTomorrowAtNine() - house.cloud.now())
  await wang.mini.open(booking)
  // The phones' clocks are behind: the cloud's counts, and the code is open.
  const digits = async () =>
    ((await wang.front.locator('[aria-label^="签到码 "]').getAttribute('aria-label')) ?? '').replace(
      /\D/g,
      '',
    )
  await picture(wang, '7-code')
  await li.mini.open(booking)
  await li.type('六位数字', '12')
  await li.tap('签到')
  await li.sees('请填居民屏幕上的六个数字。')
  await li.type('六位数字', await digits())
  await li.tap('签到')
  await li.sees('签到好了，开始计时。做完别忘了签退。')
  await picture(li, '8-checked-in')

  house.cloud.advance(43 * minuteMs)
  await wang.mini.open(booking)
  await wang.front.locator('[aria-label^="签到码 "]').waitFor()
  await li.type('六位数字', await digits())
  await li.tap('签退')
  await li.sees(/签退好了，一共 4[34] ?分/)

  await wang.mini.open(booking)
  await wang.tap(/^5 颗星/, 'radio')
  await picture(wang, '9-confirm')
  await wang.tap('确认做完了')
  await wang.sees(/确认好了/)
  for (const person of people) {
    person.mini.check()
    expect(await person.complaints()).toEqual([])
  }
})
