import type { Page } from 'playwright-core'
import { type Gallery, openGallery } from '#support/h5/page'
import type { Visit } from '#support/h5/visits'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const phoneWindow = { width: 390, height: 844 }
const smallWindow = { width: 320, height: 640 }

/** The words that stand whole between the bar and the tabs before anybody scrolls, in the order they are read. */
const standing = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const tabs = document.querySelector('nav.tabs')?.getBoundingClientRect().top ?? innerHeight
    const screen = document.querySelector('.taro_page:not([style*="none"]) .screen-body, .screen-body')
    const walker = document.createTreeWalker(screen ?? document.body, NodeFilter.SHOW_TEXT)
    const words: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const { bottom, height } = range.getBoundingClientRect()
      if (height > 0 && bottom <= tabs) words.push(node.textContent?.trim() ?? '')
    }
    return words.filter(Boolean).join(' | ')
  })

async function homeOf(who: string | undefined, shows: RegExp, viewport = phoneWindow, elder = false) {
  const visit: Visit = { page: 'pages/home', state: '', ...(who && { who }), shows }
  const page = await gallery.open(visit, { elder, options: { viewport } })
  const words = await standing(page)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  await page.close()
  return { words, sideways }
}

describe('The first screen of home', () => {
  it.each([
    [
      'a visitor reads what this is, signs in, and sees all that can be asked for',
      undefined,
      /登录/,
      /欢迎来到邻里守望.*登录.*上门维修.*助残服务/,
    ],
    [
      'a resident sees the visit of today with who comes and the code, what comes next, and the services',
      'sample_wang',
      /等您办的/,
      /^等您办的.*今天.*李师傅来.*打开签到码.*报上了/,
    ],
    [
      'a volunteer sees where to go, when, and the way to the address',
      'sample_li',
      /等您办的/,
      /等您办的.*您要去.*今天.*看地址，去签到/,
    ],
    ['a volunteer in the middle of a service sees it first', 'doubt_ou', /服务中/, /^等您办的.*服务中/],
    [
      'a grid worker sees what is due and what nobody has accepted',
      'sample_liu',
      /工作台/,
      /工作台.*今天到期.*等受理/,
    ],
    [
      'a team’s leader sees what nobody has claimed, and who applies',
      'sample_chen',
      /工作台/,
      /工作台.*没人认领.*入队申请/,
    ],
    ['the coordinator sees the way to the activities', 'sample_zhao', /工作台/, /工作台.*妇女之家的活动/],
  ] as const)('%s', async (_, who, shows, words) => {
    expect((await homeOf(who, shows)).words).toMatch(words)
  })

  it('of elder mode is the telephone and the four services, also in a small window, and nothing goes sideways', async () => {
    const { words, sideways } = await homeOf('sample_wang', /打社区电话/, smallWindow, true)
    expect(words).toMatch(/^打社区电话.*上门维修.*助残服务.*敬老陪伴.*反映问题/)
    expect(sideways).toBe(0)
  })
})
