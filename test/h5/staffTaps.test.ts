import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import { type Ask, askThrough } from '#local/sample/driver'
import { type Begin, handOf, type Job } from '#support/h5/hand'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
let ask: Ask
/** A request that the first grid has not accepted. */
let lamp: string
/** An activity of 赵姐's with people who come. */
let dumplings: string

beforeAll(async () => {
  gallery = await openGallery()
  ask = askThrough(gallery.house.cloud.call)
  await file('楼道的窗户关不严，下雨进水。')
  await file('楼下的信箱坏了，信都湿了。')
  lamp = await file('楼下的路灯不亮，晚上看不见路。')
  // the page writes whole minutes
  const today = Math.floor(gallery.house.cloud.now() / minuteMs) * minuteMs
  dumplings = await announce('冬至包饺子', today, today + 5 * dayMs)
  await announce('大家来读报', today, today + dayMs)
})
afterAll(() => gallery.close())

async function file(description: string): Promise<string> {
  const where = { gridId: 'grid1', estateId: 'huochai' }
  return (await ask('sample_zhou', 'request.file', { category: 'safety', description, ...where })).requestId
}

async function announce(title: string, today: number, from: number): Promise<string> {
  const { activityId, sessionIds } = await ask('sample_zhao', 'activity.publish', {
    kind: 'festival',
    title,
    summary: '热乎乎的，来就行。',
    place: '活动室',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 60 }],
    signup: { opensAt: today, closesAt: from - 2 * hourMs, rule: 'first_come', partyMax: 4 },
  })
  await ask('sample_he', 'session.signUp', { sessionId: sessionIds[0] ?? '', party: [{ self: true }] })
  return activityId
}

/** The list at the door of 端午节包粽子, and not the code that the page opens with. */
const doorList: Begin = {
  page: 'packages/coordinator/door',
  query: ({ session }) => `?id=${session}`,
  shows: /扫这个码/,
  hands: async (page) => {
    await page.getByText('名单', { exact: true }).click()
    await page.getByText('2 人：王奶奶、王小明').waitFor()
  },
}

/** 谭婆婆's page, who is enrolled on paper. */
const counter: Begin = {
  page: 'packages/staff/paper',
  query: ({ paper }) => `?id=${paper}`,
  shows: /谭婆婆[\s\S]*替他办/,
}

/** A coordinator’s, a grid worker’s and a leader’s jobs. */
const jobs: Job[] = [
  [
    'announcing an activity from a template, with two sessions and a shift more',
    'sample_zhao',
    12,
    async ({ link, button, inSheet, write, sees }) => {
      await link(/妇女之家的活动/)
      await link('新建活动')
      await link(/生日会/)
      await button('加一场')
      await inSheet('加一个志愿岗位')
      await write('做什么', '分蛋糕')
      await inSheet('确定')
      await button('保存并预览')
      await button('发布')
      await inSheet('发布')
      await sees('已经发布。')
      await sees(/分蛋糕 0\/2/)
    },
  ],
  [
    'changing when sign-up closes, which the activity then says, from its page',
    'sample_zhao',
    3,
    async ({ page, link, button, inSheet, sees }) => {
      await link('改这个活动')
      const closes = page.getByRole('group', { name: '什么时候截止报名' })
      await closes.locator('input[type=time]').fill('06:15')
      await button('改好了，看看会告诉谁')
      await inSheet('就这样改')
      await sees('发布以后的变动')
      await sees(/报名截止时间由 .* 改为 .* 6:15/)
    },
    {
      page: 'packages/coordinator/activity',
      query: () => `?id=${dumplings}`,
      shows: /改这个活动/,
    },
  ],
  [
    'marking somebody as arrived, from the list at the door',
    'sample_zhao',
    1,
    async ({ button, sees }) => {
      await button('到了：何叔')
      await sees(/何叔，已到/)
    },
    doorList,
  ],
  [
    'noting somebody who walked in, from the list at the door',
    'sample_zhao',
    2,
    async ({ button, inSheet, write, sees }) => {
      await button('现场来的人')
      await write('姓名', '张三')
      await inSheet('记下来')
      await sees('加上了：张三（今天第 1 位）')
    },
    doorList,
  ],
  [
    'accepting a request and passing it to the tier above, on its page',
    'sample_liu',
    5,
    async ({ button, chip, inSheet, sees }) => {
      await button('受理')
      await button('其他办法')
      await button('转给上一级')
      await chip('要几个部门一起办。')
      await inSheet('转给上一级')
      await sees('转到上一级了，居民会看到原因。')
    },
    { page: 'packages/request/detail', query: () => `?id=${lamp}`, shows: /受理/ },
  ],
  [
    'accepting the first request of a queue',
    'sample_liu',
    4,
    async ({ link, button, sees }) => {
      await link(/等受理/)
      await link(/快递柜.*待受理/)
      await button('受理')
      await sees('受理了，居民会收到通知。')
    },
  ],
  [
    'accepting the next request of a queue',
    'sample_liu',
    3,
    async ({ link, button, sees, anew }) => {
      await link(/等受理/)
      await link(/楼道的窗户.*待受理/)
      await button('受理')
      await sees('受理了，居民会收到通知。')
      anew()
      await button('返回')
      await link(/楼下的信箱.*待受理/)
      await button('受理')
      await sees('受理了，居民会收到通知。')
    },
  ],
  [
    'signing somebody on paper up for an activity, at the counter',
    'sample_liu',
    3,
    async ({ link, button, sees }) => {
      await link(/报名活动/)
      await sees('点开一个活动，替谭婆婆报名。')
      await link(/大家来读报/)
      await sees(/正在替谭婆婆办/)
      await button(/^我要报名/)
      await sees(/报上了/)
    },
    counter,
  ],
  [
    'filing a request of somebody on paper, at the counter',
    'sample_liu',
    3,
    async ({ link, chip, button, write, sees }) => {
      await link(/反映问题/)
      await sees(/正在替谭婆婆办/)
      await chip('安全隐患')
      await write('想说的事', '二楼楼梯扶手松了，扶不稳。')
      await button('提交这件事')
      await sees('二楼楼梯扶手松了，扶不稳。')
      await sees(/正在替谭婆婆办/)
    },
    counter,
  ],
  [
    'applying to a team for somebody on paper, at the counter',
    'sample_liu',
    3,
    async ({ link, button, inSheet, sees }) => {
      await link(/替他申请入队/)
      await sees(/正在替谭婆婆办/)
      await button(/^申请加入/)
      await inSheet('提交申请')
      await sees(/已经向.*提交申请/)
    },
    counter,
  ],
  [
    'sending a volunteer to a booking that nobody has claimed',
    'sample_chen',
    5,
    async ({ link, button, inSheet, sees }) => {
      await link(/没人认领/)
      await link(/其他维修/)
      // whoever is free then, which depends on the hour at which the sample begins
      await button(/^派他去：/)
      await inSheet('派他去')
      await sees(/已经派.+去，通知他和居民了。/)
    },
  ],
]

describe('A job of the staff takes no more taps than its ceiling', () => {
  it.each(jobs)('%s', async (...[, who, most, does, from]) => {
    const hand = await handOf(gallery, who, { from })
    await does(hand)
    expect(hand.tapped.slice(most)).toEqual([])
    await hand.page.close()
  })
})
