import { parentOf, routes, sectionOf, tabRoutes } from '#routes'

describe('The page that leads to a page', () => {
  it.each(Object.values(routes))('is, one after the other, in the end a page of the tab bar: %s', (path) => {
    let page: string = path
    for (let steps = 0; steps < 4 && !tabRoutes.includes(page); steps++) page = parentOf(page)
    expect(tabRoutes).toContain(page)
  })

  it.each([
    ['/packages/booking/detail?id=b1', routes.me, routes.me],
    ['/packages/activity/detail?id=a1', routes.activities, routes.activities],
    ['/packages/coordinator/door?id=s1', routes.coordinator, routes.me],
    ['/packages/account/close', routes.account, routes.me],
    ['/packages/team/dispatch?id=b1', routes.lead, routes.me],
    ['/packages/request/detail?id=r1', routes.myRequests, routes.me],
    ['/packages/booking/request?service=repair', routes.home, routes.home],
    ['', routes.me, routes.me],
  ])('%s: %s, under %s', (address, parent, section) => {
    expect(parentOf(address)).toBe(parent)
    expect(sectionOf(address)).toBe(section)
  })
})
