import type { Locator, Page } from 'playwright-core'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

const view = (page: Page) => page.locator('.taro_page').filter({ visible: true }).last()

/** Somebody at home who taps, and whose taps are counted. */
async function handOf(who: string, elder = false) {
  const page = await gallery.open({ page: 'pages/home', state: '', who, shows: /需要帮忙|工作台/ }, { elder })
  let taps = 0
  const press = async (what: Locator) => {
    await what.first().click()
    taps += 1
  }
  const named = (name: string | RegExp) => ({ name, ...(typeof name === 'string' && { exact: true }) })
  return {
    page,
    taps: () => taps,
    tab: (name: string) => press(view(page).getByRole('navigation').getByText(name, { exact: true })),
    link: (name: string | RegExp) => press(view(page).getByRole('link', named(name))),
    button: (name: string | RegExp) => press(view(page).getByRole('button', named(name))),
    inSheet: (name: string | RegExp) => press(page.getByRole('dialog').getByRole('button', named(name))),
    chip: (words: string) => press(page.getByText(words, { exact: true })),
    sees: (words: string | RegExp) => view(page).getByText(words).first().waitFor(),
  }
}
type Hand = Awaited<ReturnType<typeof handOf>>

/** Each job, and how many taps it took before home began with what is next. */
const jobs: [job: string, who: string, before: number, does: (hand: Hand) => Promise<void>][] = [
  [
    'judging a request that was resolved',
    'sample_li',
    3,
    async ({ link, button, sees }) => {
      await link(/等您评价/)
      await button('满意，办好了')
      await sees(/谢谢您/)
    },
  ],
  [
    'finding open work and claiming it',
    'sample_li',
    3,
    async ({ tab, link, button, sees }) => {
      await tab('任务大厅')
      await link(/换灯泡|门锁门窗|水管漏水/)
      await button('认领这一单')
      await sees(/认领好了|证件|时间/)
    },
  ],
  [
    'signing up alone, and leaving again',
    'sample_wang',
    5,
    async ({ tab, link, button, inSheet, sees }) => {
      await tab('活动')
      await link(/重阳节吃长寿面/)
      await button('我要报名（我自己）')
      await sees(/报上了，名额给您留好了/)
      await button('我不去了')
      await inSheet('我不去了')
      await sees(/名额给后面的人了/)
    },
  ],
  [
    'taking a place that is offered',
    'sample_wang',
    2,
    async ({ link, button, sees }) => {
      await link(/有名额了/)
      await button('要去，确认名额')
      await sees(/确认好了，名额是您的/)
    },
  ],
  [
    'finding the visit of today',
    'sample_wang',
    1,
    async ({ link, sees }) => {
      await link(/^打开签到码/)
      await sees('预约内容')
    },
  ],
  [
    'accepting the first request of a queue',
    'sample_liu',
    4,
    async ({ link, button, sees }) => {
      await link(/等受理/)
      await link(/待受理/)
      await button('受理')
      await sees(/已经受理|受理了/)
    },
  ],
]

describe('A job takes no more taps than it did', () => {
  it.each(jobs)('%s', async (_, who, before, does) => {
    const hand = await handOf(who)
    await does(hand)
    expect(hand.taps()).toBeLessThanOrEqual(before)
    await hand.page.close()
  })
})

describe('In elder mode it takes fewer', () => {
  it('one’s bookings are one tap away, on every page of the tab bar', async () => {
    const hand = await handOf('sample_wang', true)
    await hand.tab('我的预约')
    await hand.sees('水管漏水')
    expect(hand.taps()).toBe(1)
    await hand.page.close()
  })

  it('the telephone of the community is the first thing that can be tapped below the bar', async () => {
    const hand = await handOf('sample_wang', true)
    const first = view(hand.page).locator('.screen-body button, .screen-body a').first()
    expect(await first.innerText()).toMatch(/打社区电话/)
    await hand.page.close()
  })
})
