import { type CrowdedHouse, openCrowdedHouse } from '#support/crowdedHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

const patience = 900_000
let house: CrowdedHouse
let phones: MiniProgram[] = []

beforeAll(async () => {
  house = await openCrowdedHouse()
}, patience)
afterEach(() => {
  const ended = phones
  phones = []
  for (const phone of ended) phone.check()
  for (const phone of ended) phone.close()
})
afterAll(() => house?.close())

async function phoneOf(openid: string, url: string, device = {}): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, device, cloud: localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}

describe('A page that everybody may see', () => {
  it('is passed on with a title, its path and a picture of its own, and nothing of who passes it on', async () => {
    const { open } = house.activities
    const wang = await phoneOf('sample_wang', `packages/activity/detail?id=${open}`)
    const passed = wang.passedOn()
    expect(passed).toEqual({
      title: expect.stringMatching(/：\d+月\d+日 周. \d+:\d\d/),
      path: `/packages/activity/detail?id=${open}`,
      imageUrl: 'http://tmp/canvas.png',
    })
    expect(wang.sketch.words.join('')).toContain('社区妇女之家活动室')
    expect([wang.sketch.width, wang.sketch.height]).toEqual([500, 400])
    for (const own of ['王奶奶', house.wang, 'sample_wang'])
      expect(JSON.stringify(passed) + wang.sketch.words.join()).not.toContain(own)
    expect(wang.passedOn('moments')).toMatchObject({ query: `id=${open}` })
    const team = await phoneOf('sample_nobody', 'packages/team/detail?id=repair')
    expect(team.passedOn()).toMatchObject({
      title: '维修服务队招募志愿者，欢迎您来',
      path: '/packages/team/detail?id=repair',
    })
  })

  it('has the prepared picture where this WeChat draws none, since its own would show the page', async () => {
    const wang = await openMiniProgram({
      cloud: localCloud(house.cloud.url, 'sample_wang'),
    })
    phones.push(wang)
    wang.answer.api('canvasToTempFilePath', new Error('canvasToTempFilePath:fail'))
    await wang.open(`packages/activity/detail?id=${house.activities.open}`)
    expect(wang.passedOn()?.imageUrl).toBe('/packages/activity/forward.png')
  })

  it('shows a request on the board in the worker’s words, also where its requester passes it on', async () => {
    const wang = await phoneOf('sample_wang', `packages/request/detail?id=${house.requests.held}`)
    const seen = await house.ask('sample_wang', 'request.get', { requestId: house.requests.held })
    expect(wang.passedOn()?.title).toBe(`社区正在办：${seen.published?.title ?? seen.categoryTitle}`)
    expect(wang.passedOn('moments')).toBeUndefined()
  })
})

describe('A page of one’s own', () => {
  it('is not passed on: a booking, a request that is not on the board, a page of the tabs', async () => {
    for (const url of [
      `packages/booking/detail?id=${house.bookings.open}`,
      `packages/request/detail?id=${house.requests.asked}`,
      'packages/booking/mine',
      'pages/me',
      'pages/home',
    ]) {
      const wang = await phoneOf('sample_wang', url)
      expect(wang.passedOn()).toBeUndefined()
      expect(wang.passedOn('moments')).toBeUndefined()
    }
  })
})

describe('A poster on the phone', () => {
  it('is drawn with its code, goes to the album, and the code leads to the activity', async () => {
    const { open } = house.activities
    const wang = await phoneOf('sample_wang', `packages/poster/index?of=activity&id=${open}`, {
      privacy: 'agreed',
    })
    wang.answer.api('saveImageToPhotosAlbum', {})
    await wang.page.tap('存到手机相册')
    expect(wang.page.text()).toContain('海报存到手机相册了')
    const { words, pictures, width, height } = wang.sketch
    expect([width, height]).toEqual([1080, 1920])
    expect(pictures.at(-1)).toMatch(/^data:image\/png;base64,/)
    expect(words.join('')).toMatch(/时间.*地点.*打这个电话.*微信扫一扫/)
    const stranger = await phoneOf(
      'sample_nobody',
      `packages/activity/detail?scene=${encodeURIComponent(`a=${open}`)}`,
    )
    expect(stranger.page.text()).toMatch(/登记为社区居民[\s\S]*打社区电话[\s\S]*转发/)
  })

  it('says how to go on where WeChat has been told no', async () => {
    const wang = await phoneOf('sample_wang', 'packages/poster/index?of=team&id=repair', {
      privacy: 'agreed',
    })
    wang.answer.api('saveImageToPhotosAlbum', new Error('saveImageToPhotosAlbum:fail auth deny'))
    await wang.page.tap('存到手机相册')
    expect(wang.page.text()).toContain('没有存到相册')
    wang.answer.api('openSetting', {})
    await wang.page.tap('打开设置，允许存到相册')
  })
})
