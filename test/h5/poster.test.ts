import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import { askThrough } from '#local/sample/driver'
import { phone } from '#support/chromium'
import { view as viewOf } from '#support/h5/hand'
import { type Gallery, openGallery } from '#support/h5/page'
import { openPrinter, type Printer } from '#support/h5/printer'
import { dayMs, hourMs } from '#support/time'

/** A printer leaves at least so much of a sheet white. */
const marginMm = 7
const longTitle = '邻里守望姐妹相助迎新春写春联剪窗花包汤圆猜灯谜文艺联欢暨志愿者表彰大会报名开'
const longPlace =
  '火柴新村三栋一楼社区妇女之家活动室（从小区东门进来左手边第二个门，门口挂着两个红灯笼，不认得路的请打电话）'

let gallery: Gallery
let printer: Printer
let activityId: string
beforeAll(async () => {
  gallery = await openGallery()
  printer = await openPrinter()
  const { cloud } = gallery.house
  const from = cloud.now() + 2 * dayMs
  const published = await askThrough(cloud.call)('sample_zhao', 'activity.publish', {
    kind: 'other',
    title: longTitle,
    summary: '带上老花镜，笔墨都备好了。第二句不上海报。',
    place: longPlace,
    sessions: [0, 1, 2, 3, 4, 5].map((nth) => {
      const begins = from + nth * (7 * dayMs + 10 * 60_000)
      return { from: begins, to: begins + 2 * hourMs, capacity: 30 }
    }),
    signup: { opensAt: cloud.now(), closesAt: from - hourMs, rule: 'first_come', partyMax: 2 },
  })
  activityId = published.activityId
})
afterAll(async () => {
  printer?.close()
  await gallery?.close()
})

/** Opens an address as somebody who has never been here and is not signed in. */
async function asStranger(address: string, options = {}): Promise<Page> {
  const context = await gallery.browser.newContext({ ...phone, ...options })
  const page = await context.newPage()
  await page.goto(address)
  return page
}
const at = (path: string) => `${gallery.house.cloud.url}/#/${path}`
const poster = () => at(`packages/poster/index?of=activity&id=${activityId}`)
/** Where a code leads that a phone has read: WeChat opens the page in it, with its query. */
const ledTo = (code: string | undefined) => at(code ?? 'there-is-no-code')

async function seesTheActivity(address: string): Promise<void> {
  const page = await asStranger(address)
  await viewOf(page).getByText(longTitle).first().waitFor()
  await viewOf(page).getByText('登录以后就能报名').first().waitFor()
  await viewOf(page).getByText('打社区电话').first().waitFor()
  await page.context().close()
}

describe('A poster on paper', () => {
  it('is one sheet of A4, black on white at night too, says all, and its code leads a stranger to the activity', async () => {
    const page = await asStranger(poster(), { colorScheme: 'dark' })
    await page.getByRole('img', { name: /海报/ }).waitFor()
    const sheets = await printer.printed(page, 'poster')
    if (process.env.PICTURES)
      await page.screenshot({ path: join(process.env.PICTURES, 'poster-page.png'), fullPage: true })
    await page.context().close()
    expect(sheets.map(({ size }) => size)).toEqual([[210, 297]])
    const [sheet] = sheets
    const said = sheet?.text ?? ''
    for (const words of [
      longTitle,
      longPlace,
      '带上老花镜，笔墨都备好了。',
      '打这个电话',
      '社区居民都可以来',
    ])
      expect(said).toContain(words)
    expect(said).not.toContain('第二句')
    expect(said.match(/\d+月\d+日/g)).toHaveLength(6)
    const { ink } = sheet ?? {}
    expect(ink?.left).toBeGreaterThan(marginMm)
    expect(ink?.top).toBeGreaterThan(marginMm)
    expect(ink?.right).toBeLessThan(210 - marginMm)
    expect(ink?.bottom).toBeLessThan(297 - marginMm)
    expect(sheet?.code).toMatch(/^packages\/activity\/detail\?scene=/)
    await seesTheActivity(ledTo(sheet?.code))
  })
})

describe('A poster of a deployment that has said its own address', () => {
  it('has a second code, which leads whoever has no WeChat to the activity in a browser', async () => {
    const context = await gallery.browser.newContext({ viewport: { width: 1280, height: 1800 } })
    const page = await context.newPage()
    await page.route('**/api', async (route) => {
      const reply = await route.fetch()
      const said = await reply.json()
      const isCommunity = route.request().postDataJSON()?.op === 'community.get'
      if (isCommunity) said.data.pageAddress = gallery.house.cloud.url
      await route.fulfill({ response: reply, json: said })
    })
    await page.goto(poster())
    const code = page.locator('svg.poster path')
    await code.scrollIntoViewIfNeeded()
    const box = (await code.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const quiet = 12
    const png = await page.screenshot({
      clip: {
        ...{ x: box.x - quiet, y: box.y - quiet },
        ...{ width: box.width + 2 * quiet, height: box.height + 2 * quiet },
      },
    })
    const { width, height, dots } = await dotsOf(page, png)
    await context.close()
    const address = jsQR(dots, width, height)?.data ?? 'there-is-no-code'
    expect(address).toBe(at(`packages/activity/detail?id=${activityId}`))
    await seesTheActivity(address)
  })
})

describe('A poster as a picture', () => {
  it('is as large as a phone’s screen, and its code leads a stranger to the activity', async () => {
    const page = await asStranger(poster())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '存成手机图片' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`海报-${longTitle}.png`)
    const png = await readFile(await download.path())
    if (process.env.PICTURES) await writeFile(join(process.env.PICTURES, 'poster-picture.png'), png)
    const { width, height, dots } = await dotsOf(page, png)
    await page.context().close()
    expect([width, height]).toEqual([1080, 1920])
    await seesTheActivity(ledTo(jsQR(dots, width, height)?.data))
  })
})

describe('A page that is passed on', () => {
  it('is a link, copied by keyboard, that opens for somebody who is not signed in, and names nobody', async () => {
    const page = await asStranger(at(`packages/activity/detail?id=${activityId}`), {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await viewOf(page).getByRole('button', { name: '转发', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('链接已复制').first().waitFor()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    await page.context().close()
    expect(link).toBe(at(`packages/activity/detail?id=${activityId}`))
    await seesTheActivity(link)
  })

  it('says what has happened where the link is old or wrong, and leads on', async () => {
    for (const [path, says, way] of [
      ['packages/activity/detail?id=a_gone', '没有找到这个活动', '看看有哪些活动'],
      ['packages/team/detail?scene=t%3Dgone', '没有找到这个服务队', '看看所有服务队'],
      [`packages/request/detail?id=${gallery.stage.filed}`, '这件事没有公示', '登录'],
    ] as const) {
      const page = await asStranger(at(path))
      await viewOf(page).getByText(says).first().waitFor()
      await viewOf(page).getByRole('link', { name: way, exact: true }).waitFor()
      await page.context().close()
    }
  })
})

/** The picture's dots, read by the browser itself. */
async function dotsOf(page: Page, png: Buffer) {
  const seen = await page.evaluate(async (base64) => {
    const picture = new Image()
    picture.src = `data:image/png;base64,${base64}`
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    context?.drawImage(picture, 0, 0)
    const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] }
    let dark = ''
    for (let dot = 0; dot < data.length; dot += 4) dark += (data[dot + 1] ?? 0) < 128 ? '1' : '0'
    return { width, height, dark }
  }, png.toString('base64'))
  const dots = new Uint8ClampedArray(seen.width * seen.height * 4).fill(255)
  for (let dot = 0; dot < seen.dark.length; dot++)
    if (seen.dark[dot] === '1') dots.fill(0, dot * 4, dot * 4 + 3)
  return { ...seen, dots }
}
