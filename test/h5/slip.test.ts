import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { type Gallery, openGallery } from '#support/h5/page'
import { visits } from '#support/h5/visits'

/** A5, in points of a 72nd of an inch. */
const a5 = { width: 420, height: 595 }
/** 18 points in CSS pixels. */
const leastPx = 24

let gallery: Gallery
let page: Page
beforeAll(async () => {
  gallery = await openGallery()
  const visit = visits.find((one) => one.page === 'packages/booking/slip' && one.state === 'made')
  if (!visit) throw new Error('nobody visits a slip')
  page = await gallery.open(visit)
})
afterAll(() => gallery.close())

/** The sheets of a PDF as Chromium writes them, each with its size. */
function sheetsOf(pdf: Buffer): { width: number; height: number }[] {
  const text = pdf.toString('latin1')
  return [
    ...text.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g),
  ].map(([, width, height]) => ({ width: Math.round(Number(width)), height: Math.round(Number(height)) }))
}

describe('A printed slip', () => {
  it('is one sheet of A5', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true })
    if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/slip.pdf`, pdf)
    expect(sheetsOf(pdf)).toEqual([a5])
  })

  it('takes a second sheet when it says too much, which the test sees', async () => {
    await page.evaluate(() => {
      const words = document.querySelector('.slip-foot')?.firstElementChild
      if (words) words.textContent = '有事打电话'.repeat(150)
    })
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(1)
    await page.reload()
    await page.getByText('做一张纸条').click()
    await page.getByText('人到了，给他看：').waitFor()
  })

  it('holds the words, black on white, none below 18 points, and neither bars nor buttons', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const printed = await page.evaluate(() => {
      const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
        (element) =>
          element.checkVisibility() &&
          [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      return {
        words: seen.map((element) => element.innerText).join('\n'),
        least: Math.min(...seen.map((element) => Number.parseFloat(getComputedStyle(element).fontSize))),
        colours: [...new Set(seen.map((element) => getComputedStyle(element).color))],
        grounds: [...document.querySelectorAll('body, .screen, .slip')].map(
          (element) => getComputedStyle(element).backgroundColor,
        ),
        controls: [...document.querySelectorAll('button, a')].filter((element) => element.checkVisibility())
          .length,
      }
    })
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
    expect(printed.words).toMatch(
      /土崩坎社区 · 预约纸条[\s\S]*王奶奶，您约好了[\s\S]*水管漏水（上门）[\s\S]*星期[\s\S]*点[\s\S]*来的人：李师傅，维修服务队[\s\S]*编号[\s\S]*地面湿滑[\s\S]*给他看[\s\S]*有事打电话[\s\S]*小刘/,
    )
    expect(printed.least).toBeGreaterThanOrEqual(leastPx)
    expect(printed.colours).toEqual(['rgb(0, 0, 0)'])
    expect(new Set(printed.grounds)).toEqual(new Set(['rgb(255, 255, 255)']))
    expect(printed.controls).toBe(0)
  })
})
