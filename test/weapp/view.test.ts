import path from 'node:path'
import { openSampleHouse, type SampleHouse } from '#support/sampleHouse'
import { brokenCopy, removeCopies } from '#support/weapp/brokenCopy'
import { type CompiledView, compileView } from '#support/weapp/glass/compileView'
import { DocumentPhone } from '#support/weapp/glass/jsdomView'
import { localCloud } from '#support/weapp/localCloud'

/** Pages in which the WXML matters, drawn by WeChat's own component framework into a document. */
const dist = path.resolve('dist/weapp')
let house: SampleHouse
let compiled: CompiledView
let phone: DocumentPhone

beforeAll(async () => {
  compiled = compileView(dist)
  house = await openSampleHouse()
})
afterAll(async () => {
  await house?.close()
  removeCopies()
})
afterEach(() => phone?.close())

async function open(openid: string, url: string, view = compiled): Promise<DocumentPhone> {
  phone = await DocumentPhone.open(view, { url, cloud: localCloud(house.cloud.url, openid) })
  return phone
}

const request = 'packages/booking/request?service=repair'

test('the compiler reports nothing about any template', () => {
  expect(compiled.warnings).toEqual([])
})

test('the booking form: choices, wheels and fields reach the booking that is drawn afterwards', async () => {
  const wang = await open('sample_wang', request)
  await wang.tap('提交预约')
  expect(wang.text).toContain('请写一句具体要做什么。')
  await wang.tap('门锁门窗', 'radio')
  expect(wang.checked('门锁门窗', 'radio')).toBe(true)
  expect(wang.checked('水管漏水', 'radio')).toBe(false)
  await wang.type('具体要做什么', '大门的锁拧不动')
  await wang.tap('另选时间', 'radio')
  await wang.choose(/^几点开始/, '10:00')
  await wang.choose(/^几点结束/, '12:00')
  await expect(wang.choose(/^哪一天/, '2020-01-01')).rejects.toThrow('not within')
  await wang.tap('门窗可能松脱', 'checkbox')
  expect(wang.checked('门窗可能松脱', 'checkbox')).toBe(true)
  wang.mini.answer.subscribe('reject')
  await wang.tap('提交预约')
  expect(wang.text).toMatch(/等人认领[\s\S]*10:00–12:00[\s\S]*大门的锁拧不动[\s\S]*门窗可能松脱/)
  await wang.tap('取消预约')
  await wang.tap('已经解决了', 'radio')
  await wang.tap('确定取消')
  expect(wang.text).toContain('预约取消了。')
  wang.mini.check()
  expect(wang.view.complaints).toEqual([])
})

test('a booking as a volunteer opens and claims it', async () => {
  const li = await open('sample_li', 'pages/hall')
  const from = house.cloud.now() + 24 * 3_600_000
  const booked = (await house.cloud.call('sample_wang', 'api', {
    op: 'booking.request',
    input: {
      service: 'repair',
      kind: 'lamp',
      description: '厨房的灯不亮了',
      risks: '需要登高',
      place: 'home',
      window: { from, to: from + 3_600_000 },
    },
  })) as { data: { bookingId: string } }
  await li.mini.open(`packages/booking/detail?id=${booked.data.bookingId}`)
  expect(li.text).not.toContain('2-1')
  await li.tap('认领这一单')
  expect(li.text).toMatch(/认领好了[\s\S]*火柴新村 3栋 2-1/)
  li.mini.check()
  expect(li.view.complaints).toEqual([])
})

describe('a fault in the WXML shows in the drawn view', () => {
  const without = (lost: string) =>
    compileView(brokenCopy(dist, 'base.wxml', (wxml) => wxml.replaceAll(lost, '')))

  test('a tap that no template binds does nothing', async () => {
    const wang = await open('sample_wang', request, without('bindtap="eh"'))
    await wang.tap('门锁门窗', 'radio')
    expect(wang.checked('门锁门窗', 'radio')).toBe(false)
  })

  test('a role that no template binds is not there', async () => {
    const view = compileView(brokenCopy(dist, 'base.wxml', (wxml) => wxml.replace(/ aria-role="[^"]*"/g, '')))
    const wang = await open('sample_wang', request, view)
    await expect(wang.tap('门锁门窗', 'radio')).rejects.toThrow('0 times radio')
  })

  test('a template that does not close is refused', () => {
    const copy = brokenCopy(dist, 'pages/home.wxml', (wxml) => `${wxml}<view>`)
    expect(compileView(copy).warnings.join()).toMatch(/home/)
  })
})
