import { handOf, type Job, view } from '#support/h5/hand'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** A resident's jobs. */
const jobs: Job[] = [
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
    'signing up alone',
    'sample_li',
    3,
    async ({ tab, link, button, sees }) => {
      await tab('活动')
      await link(/重阳节吃长寿面/)
      await button('我要报名（我自己）')
      await sees(/报上了，名额给您留好了/)
    },
  ],
  [
    'signing up with one’s husband',
    'sample_wang',
    5,
    async ({ tab, link, button, chip, inSheet, sees }) => {
      await tab('活动')
      await link(/重阳节吃长寿面/)
      await button('带家人或朋友一起报')
      await chip('老李')
      await inSheet('就报这 2 个人')
      await sees(/报上了，名额给您留好了/)
      await sees(/一起去的：.*老李/)
    },
  ],
  [
    'leaving an activity again, on its page',
    'sample_wang',
    2,
    async ({ button, inSheet, sees }) => {
      await button('我不去了')
      await inSheet('我不去了')
      await sees(/名额给后面的人了/)
    },
    {
      page: 'packages/activity/detail',
      query: ({ activities }) => `?id=${activities.due}`,
      shows: /我不去了/,
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
    'finding a booking that nobody has claimed',
    'sample_zheng',
    1,
    async ({ link, sees }) => {
      await link(/^水管漏水/)
      await sees('预约内容')
      await sees('卫生间水龙头一直滴水。')
    },
  ],
  [
    'cancelling a booking, on its page',
    'sample_he',
    3,
    async ({ button, chip, inSheet, sees }) => {
      await button('取消预约')
      await chip('已经解决了')
      await inSheet('确定取消')
      await sees('预约取消了。')
    },
    {
      page: 'packages/booking/detail',
      query: ({ begun }) => `?id=${begun}`,
      shows: /取消预约/,
    },
  ],
  [
    'confirming a service with stars',
    'sample_zheng',
    3,
    async ({ link, star, button, sees }) => {
      await link(/门锁门窗.*等您评价/)
      await star(5)
      await button('确认做完了')
      await sees(/确认好了/)
    },
  ],
  [
    'asking for a better parking shed at one’s building',
    'sample_zhou',
    7,
    async ({ link, chip, button, write, sees }) => {
      await link(/反映问题/)
      await chip('车棚')
      await button('写明哪一栋')
      await chip('6栋')
      await chip('顶棚漏雨')
      await write('想说的事', '车棚顶一直漏雨')
      await button('提交这件事')
      await sees(/已经送到网格/)
      await sees(/火柴新村 6栋/)
    },
  ],
  [
    'registering in four steps, with the way to the form',
    'sample_newcomer',
    10,
    async ({ link, button, chip, write, sees }) => {
      await link('去登记')
      await chip('同意用我的信息办理邻里守望的服务')
      await chip('同意保存我的门牌号等敏感信息')
      await button('下一步')
      await write('姓名', '新来的')
      await button('下一步')
      await chip('杨树新村')
      await chip('4栋')
      await write('单元和门牌号', '2-2')
      await button('下一步')
      await sees('杨树新村 4栋 2-2')
      await button('提交登记')
      await sees('登记收到了，正在核对')
      await sees('新来的')
    },
  ],
  [
    'finding out whether a certificate is true, from 我的',
    'sample_wang',
    2,
    async ({ link, button, write, sees }) => {
      const { certificateNo, verifyCode } = gallery.stage.hours.paper
      await link(/核验证明/)
      await write('证明编号', certificateNo)
      await write('验证码', verifyCode)
      await button('核验')
      await sees('有效：和社区的时长账一致。')
    },
    { page: 'pages/me', shows: /核验证明/ },
  ],
]

describe('A resident’s job takes no more taps than its ceiling', () => {
  it.each(jobs)('%s', async (...[, who, most, does, from]) => {
    const hand = await handOf(gallery, who, { from })
    await does(hand)
    expect(hand.tapped.slice(most)).toEqual([])
    await hand.page.close()
  })
})

describe('In elder mode it takes fewer', () => {
  it('one’s bookings are one tap away, on every page of the tab bar', async () => {
    const hand = await handOf(gallery, 'sample_wang', { look: { elder: true } })
    await hand.tab('我的预约')
    await hand.sees('水管漏水')
    expect(hand.tapped).toHaveLength(1)
    await hand.page.close()
  })

  it('the telephone of the community is the first thing that can be tapped below the bar', async () => {
    const hand = await handOf(gallery, 'sample_wang', { look: { elder: true } })
    const first = view(hand.page).locator('.screen-body button, .screen-body a').first()
    expect(await first.innerText()).toMatch(/打社区电话/)
    await hand.page.close()
  })
})
