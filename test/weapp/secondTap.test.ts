import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

let house: SampleHouse
let phone: MiniProgram

beforeAll(async () => {
  house = await openSampleHouse()
})
beforeEach(async () => {
  phone = await openMiniProgram({ url: 'pages/home', cloud: localCloud(house.cloud.url, 'sample_wang') })
})
afterEach(() => {
  phone.check()
  phone.close()
})
afterAll(() => house?.close())

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const ways = () =>
  phone.calls.filter(({ api }) => ['navigateTo', 'redirectTo', 'switchTab', 'navigateBack'].includes(api))
const slowly = () => pause(400)

/** Two taps 120 ms apart on what the page in view shows now, whatever the first has led to meanwhile. */
async function twice(name: string): Promise<void> {
  const { page } = phone
  const first = page.tap(name)
  await pause(120)
  await Promise.all([first, page.tap(name)])
}
const repair = () => phone.page.controls.find((name) => name.includes('上门维修')) ?? ''

describe('a second tap', () => {
  it('while a page is still opening on a slow phone opens it once', async () => {
    phone.beforeNavigation = slowly
    await twice(repair())
    expect(phone.stackRoutes).toEqual(['pages/home', 'packages/booking/request'])
    expect(ways()).toHaveLength(1)
  })

  it('that meets the old page after the new one is there opens nothing', async () => {
    const old = phone.page
    const name = repair()
    await old.tap(name)
    await old.tap(name)
    expect(phone.stackRoutes).toEqual(['pages/home', 'packages/booking/request'])
  })

  it('finds the way again after the first has failed', async () => {
    phone.beforeNavigation = async () => {
      throw new Error('navigateTo:fail timeout')
    }
    await phone.page.tap(repair())
    expect(phone.stackRoutes).toEqual(['pages/home'])
    phone.beforeNavigation = undefined
    await phone.page.tap(repair())
    expect(phone.stackRoutes).toEqual(['pages/home', 'packages/booking/request'])
    await phone.back()
    await phone.page.tap(repair())
    expect(phone.stackRoutes).toEqual(['pages/home', 'packages/booking/request'])
  })

  it('finds the way again where the phone never says what became of the first', async () => {
    let first = true
    phone.beforeNavigation = () => {
      const never = first
      first = false
      return never ? pause(4_000) : undefined
    }
    const { page } = phone
    const lost = page.tap(repair())
    await pause(3_200)
    const found = page.tap(repair())
    await Promise.all([lost, found])
    expect(ways()).toHaveLength(2)
  })

  it('calls the community once', async () => {
    const call = phone.page.controls.find((name) => name.includes('社区电话')) ?? ''
    const { page } = phone
    const first = page.tap(call)
    await Promise.all([first, page.tap(call)])
    expect(phone.calls.filter(({ api }) => api === 'makePhoneCall')).toHaveLength(1)
  })
})

describe('WeChat’s own back while a page is still opening', () => {
  const named = (words: string) => phone.page.controls.find((name) => name.includes(words)) ?? ''

  it('leaves the ways of the page before open at once', async () => {
    await phone.tab('我的')
    await phone.page.tap(named('我的预约'))
    phone.beforeNavigation = async () => {
      await pause(2_500)
      throw new Error('navigateTo:fail the page it came from is gone')
    }
    const lost = phone.page.tap(named('其他维修'))
    await pause(50)
    const back = phone.back()
    expect(phone.stackRoutes).toEqual(['pages/me'])
    phone.beforeNavigation = undefined
    const found = phone.page.tap(named('我的预约'))
    await pause(500)
    expect(phone.stackRoutes).toEqual(['pages/me', 'packages/booking/mine'])
    await Promise.all([lost, back, found])
    expect(phone.stackRoutes).toEqual(['pages/me', 'packages/booking/mine'])
    await phone.page.tap(named('其他维修'))
    expect(phone.stackRoutes).toEqual(['pages/me', 'packages/booking/mine', 'packages/booking/detail'])
  })
})
