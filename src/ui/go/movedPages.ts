/**
 * Where each moved page was, and where it is. WeChat's messages, shared cards and bookmarks keep the old path,
 * so a line stays as long as one of them may be opened.
 */
export const movedPages: ReadonlyMap<string, string> = new Map([
  ['/pages/home/index', '/pages/home'],
  ['/pages/activities/index', '/pages/activities'],
  ['/pages/hall/index', '/pages/hall'],
  ['/pages/me/index', '/pages/me'],
  ['/packages/activity/detail/index', '/packages/activity/detail'],
  ['/packages/activity/mine/index', '/packages/activity/mine'],
  ['/packages/activity/proof/index', '/packages/activity/proof'],
  ['/packages/activity/shifts/index', '/packages/activity/shifts'],
  ['/packages/booking/claimed/index', '/packages/booking/claimed'],
  ['/packages/booking/detail/index', '/packages/booking/detail'],
  ['/packages/booking/mine/index', '/packages/booking/mine'],
  ['/packages/booking/request/index', '/packages/booking/request'],
  ['/packages/booking/slip/index', '/packages/booking/slip'],
  ['/packages/desk/approve/index', '/packages/desk/approve'],
  ['/packages/hours/statement/index', '/packages/hours/statement'],
  ['/packages/team/ahead', '/packages/team/detail'],
])

/** The address of a moved page today, with its query; undefined where the page has not moved. */
export function addressNow(address: string): string | undefined {
  const [path = '', ...query] = address.split('?')
  const now = movedPages.get(path)
  return now && [now, ...query].join('?')
}
