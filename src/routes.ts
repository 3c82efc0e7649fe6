/** Every page's path. A page is opened by `go(routes.…)` or by a Pressable's `to`. */
export const routes = {
  home: '/pages/home/index',
  hall: '/pages/hall/index',
  me: '/pages/me/index',
  enter: '/packages/enter/index',
  register: '/packages/member/register',
  dependents: '/packages/member/dependents',
  browsers: '/packages/desk/browsers',
  inbox: '/packages/inbox/index',
  teams: '/packages/team/index',
  myBookings: '/packages/booking/mine/index',
  myClaims: '/packages/booking/claimed/index',
  statement: '/packages/hours/statement/index',
} as const

/** The pages of the tab bar, in its order. */
export const tabRoutes: readonly string[] = [routes.home, routes.hall, routes.me]

export const roster = (teamId: string) => `/packages/team/roster?id=${teamId}`
export const bookingDetail = (bookingId: string) => `/packages/booking/detail/index?id=${bookingId}`
/** Without a service the page asks which. */
export const bookingRequest = (service = '') => `/packages/booking/request/index?service=${service}`
