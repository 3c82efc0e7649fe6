import type { RequestDetail } from '#contract/request'
import { forwardedRequest } from '#features/request/detail/forwardedRequest'

const community = { name: '土崩坎社区' }
/** A request as its requester reads it, with their own words. */
const own: RequestDetail = {
  requestId: 'r_1',
  category: 'parking_shed',
  categoryTitle: '车棚',
  title: '王奶奶家楼下的车棚，电话 13900001111',
  description: '王奶奶家楼下的车棚，电话 13900001111',
  state: 'in_work',
  tier: 'grid',
  gridId: 'grid1',
  filedAt: 0,
  supporters: 0,
  part: 'requester',
  answers: [],
  fileIds: [],
  clock: 'runs',
  timeline: [],
  steps: [],
}
const published = { title: '3栋车棚漏雨', text: '车棚顶坏了', at: 0 }

it('a request is passed on in the worker’s words, also by who filed it', () => {
  const passed = forwardedRequest({ ...own, published }, community)
  expect(passed).toMatchObject({ path: '/packages/request/detail?id=r_1', picture: { title: '3栋车棚漏雨' } })
  expect(JSON.stringify(passed)).not.toMatch(/王奶奶|1390000/)
})

it('a request that is not on the board, or was withdrawn, is not passed on', () => {
  expect(forwardedRequest(own, community)).toBeUndefined()
  expect(forwardedRequest({ ...own, published, withdrawn: true }, community)).toBeUndefined()
})
