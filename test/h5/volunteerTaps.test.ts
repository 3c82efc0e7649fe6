import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { askThrough } from '#local/sample/driver'
import { handOf, type Job } from '#support/h5/hand'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The six digits on the requester's screen. */
async function codeOf(requester: string, bookingId: string): Promise<string> {
  const ask = askThrough(gallery.house.cloud.call)
  const { secret, stepSeconds } = await ask(requester, 'booking.code', { bookingId })
  return typedCode(fromBase32(secret), stepAt(gallery.house.cloud.now(), stepSeconds))
}

/** A volunteer’s jobs. */
const jobs: Job[] = [
  [
    'finding open work and claiming it',
    'sample_li',
    3,
    async ({ tab, link, button, sees }) => {
      await tab('任务大厅')
      await link(/换灯泡|门锁门窗|水管漏水/)
      await button('认领这一单')
      await sees('认领好了。下面是门牌和电话，请按时到。')
    },
  ],
  [
    'finding work through a filter and claiming it',
    'sample_zheng',
    6,
    async ({ tab, button, chip, inSheet, link, sees }) => {
      await tab('任务大厅')
      await button('筛选')
      await chip('帮忙买菜')
      await inSheet('就看这些')
      await sees('现在只看：帮忙买菜')
      await link(/帮忙买菜/)
      await button('认领这一单')
      await sees('认领好了。下面是门牌和电话，请按时到。')
    },
  ],
  [
    'checking in with the digits of the requester’s code',
    'sample_li',
    2,
    async ({ link, write, button, sees }) => {
      await link(/^看地址，去签到：水管漏水/)
      await write('六位数字', await codeOf('sample_wang', gallery.stage.due))
      await button('签到')
      await sees('签到好了，开始计时。做完别忘了签退。')
    },
  ],
  [
    'checking out with the digits of the requester’s code',
    'sample_zhou',
    2,
    async ({ link, write, button, sees }) => {
      await link(/^去签退：换灯泡/)
      await write('六位数字', await codeOf('sample_he', gallery.stage.inService))
      await button('签退')
      await sees(/^签退好了/)
    },
  ],
  [
    'making a certificate',
    'sample_li',
    4,
    async ({ tab, link, button, sees }) => {
      await tab('我的')
      await link(/^服务时长/)
      await link(/^服务证明/)
      await button('开一张服务证明')
      await sees(/^证明编号 TBK-/)
    },
  ],
]

describe('A volunteer’s job takes no more taps than its ceiling', () => {
  it.each(jobs)('%s', async (...[, who, most, does, from]) => {
    const hand = await handOf(gallery, who, { from })
    await does(hand)
    expect(hand.tapped.slice(most)).toEqual([])
    await hand.page.close()
  })
})
