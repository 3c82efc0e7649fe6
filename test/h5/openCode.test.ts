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
  const from = gallery.house.cloud.now() + 20 * 60_000
  const { bookingId } = await ask('sample_feng', 'booking.request', {
    service: 'disability_aid',
    kind: 'errand',
    description: '帮忙买米和油',
    window: { from, to: from + hourMs },
    place: 'home',
    risks: '无',
  })
  await ask('sample_wu', 'booking.claim', { bookingId })
  const page = await gallery.open({
    page: 'packages/booking/detail',
    state: '',
    who: 'sample_feng',
    query: () => `?id=${bookingId}`,
    shows: /签到码/,
  })
  const { code } = await ask('sample_feng', 'booking.code', { bookingId })
  await ask('sample_wu', 'booking.checkIn', { bookingId, code })
  await page.getByText(/已经签到，正在服务/).waitFor()
  await page.close()
})
