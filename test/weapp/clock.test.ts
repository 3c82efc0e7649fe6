import { dayMs, hourMs } from '#contract/shared/time'
import { askThrough } from '#local/sample/driver'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { openMiniProgram } from '#support/weapp/miniProgram'
import { windowWords } from '#text/shared/time'

let house: SampleHouse
beforeAll(async () => {
  house = await openSampleHouse()
})
afterAll(() => house?.close())

const hours = (text: string) => Number(/还剩约 (\d+) 小时/.exec(text)?.[1])

describe("A phone whose clock differs from the cloud's", () => {
  it('words the time by the cloud, from the next answer on', async () => {
    const cloud = localCloud(house.cloud.url, 'sample_wang')
    const phone = await openMiniProgram({ url: 'pages/home', cloud })
    const before = hours(phone.page.text())
    house.cloud.advance(6 * hourMs)
    await phone.hide()
    await phone.show()
    expect(hours(phone.page.text())).toBe(before - 6)
    phone.check()
    phone.close()
  })

  it('goes on by the cloud where it begins without a network', async () => {
    const cloud = localCloud(house.cloud.url, 'sample_li')
    const ask = askThrough(house.cloud.call)
    const from = house.cloud.now() + 3 * dayMs
    const window = { from, to: from + 2 * hourMs }
    const { bookingId } = await ask('sample_wang', 'booking.request', {
      service: 'repair',
      kind: 'lock',
      description: '大门的锁拧不动',
      risks: '门窗可能松脱',
      place: 'home',
      window,
    })
    await ask('sample_li', 'booking.claim', { bookingId })
    const url = `packages/booking/detail?id=${bookingId}`
    const online = await openMiniProgram({ url, cloud })
    house.cloud.advance(2 * dayMs)
    await online.hide()
    await online.show()
    const storage = online.storageBytes()
    online.close()

    const noNetwork = async () => {
      throw new Error('no network')
    }
    const offline = await openMiniProgram({ url, cloud: noNetwork, storage })
    expect(offline.page.text()).toContain(windowWords(window, house.cloud.now()))
    offline.check()
    offline.close()
  })
})
