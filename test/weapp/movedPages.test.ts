import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

let house: SampleHouse
let phone: MiniProgram

beforeAll(async () => {
  house = await openSampleHouse()
})
afterEach(() => phone?.close())
afterAll(() => house?.close())

async function arriveAt(url: string): Promise<void> {
  phone = await openMiniProgram({ url, cloud: localCloud(house.cloud.url, 'sample_wang') })
}

describe('The old path of a moved page, which an old message may hold,', () => {
  it('opens the page with what the path said', async () => {
    await arriveAt('packages/booking/request/index?service=repair')
    expect(phone.stackRoutes).toEqual(['packages/booking/request'])
    expect(phone.page.text()).toContain('门锁门窗')
    phone.check()
  })

  it('brings a page of the tab bar to the front', async () => {
    await arriveAt('packages/inbox/index')
    await phone.open('pages/me/index')
    expect(phone.stackRoutes).toEqual(['pages/me'])
    phone.check()
  })

  it('opens the approval of a browser with the scanned code as it was written', async () => {
    await arriveAt('packages/desk/approve/index?scene=d%3Dpair')
    expect(phone.stackRoutes).toEqual(['packages/desk/approve'])
    phone.check()
  })

  it('must be in the list: any other unknown path opens a page that says so and leads on', async () => {
    await arriveAt('packages/booking/nowhere')
    expect(phone.stackRoutes).toEqual(['packages/nowhere/index'])
    expect(phone.page.text()).toContain('没有页面')
    await phone.page.tap('去首页')
    expect(phone.stackRoutes).toEqual(['pages/home'])
    phone.check()
  })
})
