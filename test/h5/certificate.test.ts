import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import jsQR from 'jsqr'
import type { Page } from 'playwright-core'
import type { Certificate } from '#contract/certificate'
import { type Gallery, openGallery, visitOf } from '#support/h5/page'
import { openPrinter, type Printer } from '#support/h5/printer'

/** A printer leaves at least this much of a sheet white. */
const marginMm = 8

let gallery: Gallery
let printer: Printer
beforeAll(async () => {
  gallery = await openGallery()
  printer = await openPrinter()
})
afterAll(async () => {
  printer?.close()
  await gallery?.close()
})

const a4 = [210, 297]
const open = (before?: (page: Page) => Promise<unknown>) =>
  gallery.open(visitOf('packages/certificate/paper', 'valid'), before ? { before } : {})

/** The longest certificate there can be: more kinds than the sheet holds, each with the longest words and days. */
async function longest(page: Page): Promise<void> {
  await page.route('**/api', async (route) => {
    if (!route.request().postData()?.includes('certificate.get')) return route.continue()
    const response = await route.fetch()
    const answer = (await response.json()) as { data: Certificate }
    const services = Array.from({ length: 12 }, (_, index) => ({
      teamId: 'women',
      teamName: '巾帼服务队（邻里守望·姐妹相助）长长的名字',
      title: `第${index}样${'很长的服务名称'.repeat(8)}`.slice(0, 60),
      times: 365,
      minutes: 100_000 - index,
      firstDay: '2024-01-01',
      lastDay: '2026-12-31',
    }))
    answer.data = {
      ...answer.data,
      name: '阿卜杜热合曼·买买提明江·吐尔逊古丽',
      services,
      issuer: {
        name: '某某市某某区某某街道某某社区居民委员会志愿服务工作站',
        head: '某某某',
        handler: '某某某',
        contact: '023-0000 0000 转 8888',
      },
    }
    return route.fulfill({ response, json: answer })
  })
}

describe('A printed certificate', () => {
  it('is one sheet of A4 with white margins, and holds every word', async () => {
    const page = await open()
    const sheets = await printer.printed(page, 'certificate')
    await page.close()
    expect(sheets).toHaveLength(1)
    const [sheet] = sheets
    expect(sheet?.size).toEqual(a4)
    for (const side of Object.values(sheet?.ink ?? {})) expect(side).toBeGreaterThanOrEqual(marginMm)
    const { paper } = gallery.stage.hours
    for (const words of [
      '志愿服务证明',
      `证明编号${paper.certificateNo}`,
      '李师傅',
      '志愿者编号',
      '证件类型',
      '证件号码盖章时手写',
      '服务时间',
      '换灯泡（维修服务队）',
      '荣誉：带新队员熟悉小区水电（维修服务队）',
      '土崩坎社区居民委员会',
      '负责人',
      '经办人',
      '开具日期',
      '（盖章处）',
      `验证码${paper.verifyCode}`,
      '时长账第1至2笔',
    ])
      expect(sheet?.text).toContain(words)
    // Bars, buttons and hints are not printed.
    expect(sheet?.text).not.toMatch(/返回|打印|存成图片|扫码登录/)
  })

  it('leads by its square code to the public page, where nobody is signed in', async () => {
    const page = await open()
    const [sheet] = await printer.printed(page, 'certificate')
    await page.close()
    const { paper } = gallery.stage.hours
    expect(sheet?.code).toBe(`${gallery.house.cloud.url}${paper.verifyPath}`)
    const context = await gallery.browser.newContext()
    const visitor = await context.newPage()
    await visitor.goto(sheet?.code ?? '')
    await visitor.getByText('有效：和社区的时长账一致。').first().waitFor()
    const words = await visitor.locator('main').innerText()
    await context.close()
    expect(words).toMatch(/李\*\*[\s\S]*35 分钟[\s\S]*土崩坎社区居民委员会/)
    expect(words).not.toContain('李师傅')
  })

  it('of a completed course is one sheet, says it in a sentence, and leads to the public page', async () => {
    const page = await gallery.open(visitOf('packages/certificate/paper', 'of a completed course'))
    const sheets = await printer.printed(page, 'certificate-course')
    await page.close()
    expect(sheets).toHaveLength(1)
    const [sheet] = sheets
    const { paper } = gallery.stage.courses
    for (const words of [
      '结业证书',
      '兹证明阮姐参加',
      '共5课，上了5课，准予结业',
      `验证码${paper.verifyCode}`,
    ])
      expect(sheet?.text).toContain(words)
    expect(sheet?.text).not.toMatch(/返回|打印|转发|证件号码/)
    expect(sheet?.code).toBe(`${gallery.house.cloud.url}${paper.verifyPath}`)
  })

  it('is one sheet still when it says the most it can, with nothing cut', async () => {
    const page = await open(longest)
    const sheets = await printer.printed(page, 'certificate-longest')
    expect(sheets).toHaveLength(1)
    const [sheet] = sheets
    for (const side of Object.values(sheet?.ink ?? {})) expect(side).toBeGreaterThanOrEqual(marginMm)
    expect(sheet?.text).toMatch(/其他7项服务[\s\S]*以上服务由本单位组织[\s\S]*时长账第1至2笔/)
    expect(sheet?.code).toContain('/packages/certificate/verify')
    // No part overlaps another, and no text runs out of its box.
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 703, height: 1032 }) // A4 within its margins: 186 by 273 mm
    const spilled = await page.evaluate(() => {
      const frame = document.querySelector('.certificate-frame')
      const bottom = frame?.getBoundingClientRect().bottom ?? 0
      const parts = [...(frame?.children ?? [])].map((part) => part.getBoundingClientRect())
      return parts.filter(
        (part, index) => part.bottom > bottom + 1 || part.top < (parts[index - 1]?.bottom ?? 0) - 1,
      ).length
    })
    expect(spilled).toBe(0)
    await page.close()
  })

  it('takes a second sheet when it says too much, which the test sees', async () => {
    const page = await open()
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLElement>('.certificate-frame')
      if (frame) frame.style.height = '400mm'
      const paper = document.querySelector<HTMLElement>('.certificate')
      if (paper) paper.style.height = '400mm'
    })
    expect((await printer.printed(page, 'certificate-two')).length).toBeGreaterThan(1)
    await page.close()
  })

  it('is marked across when it has been revoked', async () => {
    const page = await gallery.open(visitOf('packages/certificate/paper', 'revoked'))
    const sheets = await printer.printed(page, 'certificate-revoked')
    await page.close()
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.text).toContain('已作废')
  })
})

describe('A certificate’s picture', () => {
  it('is downloaded as A4 at 150 dots to the inch, and its code can be read', async () => {
    const page = await open()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('存成图片', { exact: true }).click(),
    ])
    const { paper } = gallery.stage.hours
    expect(download.suggestedFilename()).toBe(`志愿服务证明-${paper.certificateNo}.png`)
    const png = await readFile(await download.path())
    if (process.env.PICTURES) await writeFile(join(process.env.PICTURES, 'certificate-picture.png'), png)
    // The lower right corner, one character for each dot: `1` is dark.
    const side = 560
    const seen = await page.evaluate(
      async ({ base64, side: length }) => {
        const picture = new Image()
        picture.src = `data:image/png;base64,${base64}`
        await picture.decode()
        const { naturalWidth: width, naturalHeight: height } = picture
        const canvas = document.createElement('canvas')
        canvas.width = length
        canvas.height = length
        const context = canvas.getContext('2d')
        context?.drawImage(picture, length - width, length - height)
        const { data } = context?.getImageData(0, 0, length, length) ?? { data: [] }
        let dots = ''
        for (let at = 0; at < data.length; at += 4) dots += (data[at + 1] ?? 0) < 128 ? '1' : '0'
        return { width, height, dots }
      },
      { base64: png.toString('base64'), side },
    )
    await page.close()
    expect([seen.width, seen.height]).toEqual([1240, 1754])
    const dots = new Uint8ClampedArray(side * side * 4)
    for (let at = 0; at < side * side; at++) dots.fill(seen.dots[at] === '1' ? 0 : 255, at * 4, at * 4 + 4)
    const code = jsQR(dots, side, side)?.data
    expect(code).toBe(`${gallery.house.cloud.url}${paper.verifyPath}`)
  })
})
