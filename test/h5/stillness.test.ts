import { called, type Gallery, openGallery, visitOf } from '#support/h5/page'
import { type Answering, shiftsOf } from '#support/h5/shifts'

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The first pages of each role. */
const visits = [
  visitOf('pages/home', 'a visitor'),
  visitOf('pages/home', 'a resident'),
  visitOf('pages/home', 'a volunteer'),
  visitOf('pages/home', 'registration pending'),
  visitOf('pages/home', 'account being closed'),
  visitOf('pages/activities', 'a visitor'),
  visitOf('pages/activities', 'a resident'),
  visitOf('pages/hall', 'a volunteer'),
  visitOf('pages/hall', 'a resident'),
  visitOf('pages/me', 'a leader'),
  visitOf('packages/booking/detail', 'to claim'),
  visitOf('packages/booking/detail', 'longer than planned'),
  visitOf('packages/coordinator/index', 'to come'),
]
const most = 0.02

describe.each<Answering>(['first asked, first answered', 'last asked, first answered'])(
  'a page stands still while it opens: %s',
  (order) => {
    it.each(visits.map((visit) => [called(visit), visit] as const))('%s', async (_, visit) => {
      const { sum, moved } = await shiftsOf(gallery, visit, order)
      expect({ moved: sum > most ? moved : [], most }).toEqual({ moved: [], most })
    })
  },
)

/** In the page: a block comes in above what has just been read. */
function comesInAbove(): void {
  const look = () => {
    const body = document.querySelector('.screen-body')
    const isRead = body instanceof HTMLElement && body.innerText.trim() !== ''
    if (!isRead || body.querySelector('.skeleton')) return void requestAnimationFrame(look)
    // what was read has been drawn by then, so that it moves
    for (const afterMs of [100, 250, 400])
      setTimeout(() => {
        const block = document.createElement('div')
        block.style.height = '120px'
        document.querySelector('.screen-body')?.prepend(block)
      }, afterMs)
  }
  look()
}

it('a block that comes in above what stands there is noticed', async () => {
  const visit = visitOf('pages/home', 'a resident')
  const { sum, moved } = await shiftsOf(gallery, visit, 'first asked, first answered', comesInAbove)
  expect(sum).toBeGreaterThan(most)
  expect(moved.length).toBeGreaterThan(0)
})
