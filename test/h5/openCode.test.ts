import { hourMs } from '#contract/shared/time'
import { askThrough } from '#local/sample/driver'
import { type Gallery, openGallery } from '#support/h5/page'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

it('The open code of a resident notices by itself that the volunteer has checked in', async () => {
  const ask = askThrough(gallery.house.cloud.call)
  const from = gallery.house.cloud.now() + 2 * 60_000
  const { bookingId } = await ask('sample_he', 'booking.request', {
    service: 'repair',
    kind: 'plumbing',
    description: '水龙头一直滴水',
    window: { from, to: from + hourMs },
    place: 'home',
    risks: '无',
  })
  await ask('sample_li', 'booking.claim', { bookingId })
  const page = await gallery.open({
    page: 'packages/booking/detail',
    state: '',
    who: 'sample_he',
    query: () => `?id=${bookingId}`,
    shows: /签到码/,
  })
  const { code } = await ask('sample_he', 'booking.code', { bookingId })
  await ask('sample_li', 'booking.checkIn', { bookingId, code })
  await page.getByText(/已经签到，正在服务/).waitFor()
  await page.close()
})
