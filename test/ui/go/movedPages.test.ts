import { addressNow, movedPages } from '../../../src/ui/go/movedPages'

async function pagesOf(platform: 'weapp' | 'h5'): Promise<string[]> {
  process.env.TARO_ENV = platform
  Object.assign(globalThis, { defineAppConfig: (config: unknown) => config })
  jest.resetModules()
  const { pages = [], subPackages = [] } = (await import('../../../src/app.config')).default
  const paths = subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  return [...pages, ...paths].map((page) => `/${page}`)
}

test('every old path leads to a page, and no page stands at an old path', async () => {
  const pages = [...(await pagesOf('weapp')), ...(await pagesOf('h5'))]
  expect([...movedPages.values()].filter((path) => !pages.includes(path))).toEqual([])
  expect([...movedPages.keys()].filter((path) => pages.includes(path))).toEqual([])
})

test('every page is a file directly in its package, and the first may be `index`', async () => {
  const pages = [...(await pagesOf('weapp')), ...(await pagesOf('h5'))]
  expect(pages.filter((path) => !/^\/(pages\/\w+|packages\/\w+\/\w+)$/.test(path))).toEqual([])
})

test('the paper’s public page stands where the printed codes say', async () => {
  expect(await pagesOf('h5')).toContain('/packages/certificate/verify')
})

describe('the address of a moved page', () => {
  test.each([
    ['/packages/booking/detail/index?id=bk_1', '/packages/booking/detail?id=bk_1'],
    ['/packages/desk/approve/index?scene=d%3Dpr_1', '/packages/desk/approve?scene=d%3Dpr_1'],
    ['/packages/booking/detail/index?id=bk_1&back=?', '/packages/booking/detail?id=bk_1&back=?'],
    ['/packages/team/ahead?id=patrol', '/packages/team/detail?id=patrol'],
    ['/pages/me/index', '/pages/me'],
  ])('%s is %s', (was, is) => expect(addressNow(was)).toBe(is))

  test.each(['/pages/me', '/packages/inbox/index', '/packages/nowhere/index', 'constructor', ''])(
    '%s has not moved',
    (address) => expect(addressNow(address)).toBeUndefined(),
  )
})
