import { type Ask, askThrough } from '#local/sample/driver'
import { jpeg } from '#support/pictures'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { localCloud } from '#support/weapp/localCloud'
import { type MiniProgram, openMiniProgram } from '#support/weapp/miniProgram'

const minuteMs = 60_000
const patience = 900_000
let house: SampleHouse
let ask: Ask
let phones: MiniProgram[] = []

beforeAll(async () => {
  house = await openSampleHouse()
  ask = askThrough(house.cloud.call)
}, patience)
afterEach(() => {
  const ended = phones
  phones = []
  for (const phone of ended) phone.check()
  for (const phone of ended) phone.close()
})
afterAll(() => house?.close())

async function phoneOf(openid: string, url: string): Promise<MiniProgram> {
  const phone = await openMiniProgram({ url, cloud: localCloud(house.cloud.url, openid) })
  phones.push(phone)
  return phone
}

/** Makes a booking of 王奶奶 that begins in five hours, when no sample person is busy. */
async function booked(): Promise<string> {
  const from = house.cloud.now() + 300 * minuteMs
  const { bookingId } = await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: 'lock',
    description: '大门的锁拧不动',
    risks: '门窗可能松脱',
    place: 'home',
    window: { from, to: from + 120 * minuteMs },
  })
  return bookingId
}
const detail = (bookingId: string) => `packages/booking/detail?id=${bookingId}`

test(
  'somebody who did not come: said, answered, decided',
  async () => {
    const bookingId = await booked()
    await ask('sample_zhou', 'booking.claim', { bookingId })
    house.cloud.advance(320 * minuteMs)
    const wang = await phoneOf('sample_wang', detail(bookingId))
    await wang.page.tap('志愿者没有来')
    await wang.page.touch('等了很久没有来')
    await wang.page.tap('确定，没有来')
    expect(wang.page.text()).toContain('记下了')
    const zhou = await phoneOf('sample_zhou', detail(bookingId))
    await zhou.page.tap('我来说明')
    await zhou.page.touch('我事先打过招呼')
    await zhou.page.tap('提交说明')
    const chen = await phoneOf('sample_chen', detail(bookingId))
    await chen.page.tap('撤销这条记录')
    await chen.page.touch('核对过，人到了')
    await chen.page.tap('确定撤销')
    expect(chen.page.text()).toContain('已撤销')
  },
  patience,
)

test(
  'a licence with its photo: sent, looked at and accepted',
  async () => {
    const zhou = await phoneOf('sample_zhou', 'packages/team/mine?id=repair')
    await zhou.page.tap('登记一个证件')
    const photo = jpeg({ bytes: 1_500_000 })
    zhou.files.set('http://tmp/card.jpg', photo)
    const chosen = { tempFilePath: 'http://tmp/card.jpg', size: photo.length, fileType: 'image' }
    zhou.answer.api('chooseMedia', { tempFiles: [chosen], type: 'image' })
    await zhou.page.tap('拍照或选图片')
    await zhou.until(() => zhou.page.text().includes('已经发送'))
    await zhou.page.type('证件名称', '焊工证')
    await zhou.page.type('有效期到', '2030-06-30')
    await zhou.page.tap('提交给队长')
    expect(zhou.page.text()).toMatch(/焊工证[\s\S]*等队长核对/)
    const chen = await phoneOf('sample_chen', 'packages/team/roster?id=repair')
    await chen.page.tap('看证件和试用：周师傅')
    await chen.page.tap('看证件照片：焊工证')
    expect(chen.page.text()).toContain('已经记下')
    await chen.page.tap('核对无误：焊工证')
    expect(chen.page.text()).toContain('核对好了')
    const log = (await ask('sample_zhou', 'member.accessLog', {})).items
    expect(log).toContainEqual(expect.objectContaining({ viewerName: '陈队长', fields: ['licencePhoto'] }))
  },
  patience,
)
