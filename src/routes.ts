import type { PosterSubject } from '#contract/poster'

/** Every page's path. A page is opened by `go(routes.…)` or by a Pressable's `to`. */
export const routes = {
  home: '/pages/home',
  activities: '/pages/activities',
  hall: '/pages/hall',
  me: '/pages/me',
  enter: '/packages/enter/index',
  /** What an address without a page leads to. */
  nowhere: '/packages/nowhere/index',
  register: '/packages/member/register',
  dependents: '/packages/member/dependents',
  proxies: '/packages/member/proxies',
  /** What one does for another. */
  behalf: '/packages/member/behalf',
  guardian: '/packages/member/guardian',
  access: '/packages/member/access',
  account: '/packages/account/index',
  exported: '/packages/account/exported',
  consents: '/packages/account/consents',
  close: '/packages/account/close',
  privacy: '/packages/account/privacy',
  residents: '/packages/staff/residents',
  /** Whom one’s office has to telephone. */
  calls: '/packages/staff/calls',
  communityEdit: '/packages/admin/community',
  messages: '/packages/admin/messages',
  start: '/packages/admin/start',
  enrol: '/packages/staff/enrol',
  adopt: '/packages/member/adopt',
  registerImport: '/packages/staff/register',
  browsers: '/packages/desk/browsers',
  inbox: '/packages/inbox/index',
  teams: '/packages/team/index',
  lead: '/packages/team/lead',
  myBookings: '/packages/booking/mine',
  myClaims: '/packages/booking/claimed',
  statement: '/packages/hours/statement',
  teamHours: '/packages/hours/team',
  leaderboard: '/packages/hours/leaderboard',
  words: '/packages/hours/words',
  certificates: '/packages/certificate/index',
  verify: '/packages/certificate/verify',
  coordinator: '/packages/coordinator/index',
  mySignups: '/packages/activity/mine',
  activityChoice: '/packages/activity/choose',
  myShifts: '/packages/activity/shifts',
  vacancies: '/packages/vacancy/index',
  /** Vacancies as their coordinators run them. */
  vacancyBoard: '/packages/vacancy/board',
  publications: '/packages/publication/index',
  /** What stands written, as those who write it see it. */
  publicationBoard: '/packages/publication/board',
  /** Where many have asked for the same. */
  campaigns: '/packages/publication/campaign',
  requestFile: '/packages/request/file',
  myRequests: '/packages/request/mine',
  requestBoard: '/packages/request/board',
  requestQueue: '/packages/office/queue',
  rates: '/packages/office/rates',
} as const

/** The pages of the tab bar, in its order. */
export const tabRoutes: readonly string[] = [routes.home, routes.activities, routes.hall, routes.me]

/** The page that leads to each page, where that is not the page of one’s own. */
const parents: Readonly<Record<string, string>> = {
  [routes.enter]: routes.home,
  [routes.nowhere]: routes.home,
  [routes.inbox]: routes.home,
  [routes.calls]: routes.home,
  [routes.publications]: routes.home,
  '/packages/publication/detail': routes.publications,
  '/packages/publication/editions': routes.publications,
  '/packages/publication/apply': routes.publications,
  '/packages/publication/proof': routes.publications,
  [routes.publicationBoard]: routes.home,
  '/packages/publication/editor': routes.publicationBoard,
  [routes.campaigns]: routes.publicationBoard,
  '/packages/publication/wall': routes.publications,
  [routes.requestFile]: routes.home,
  [routes.requestBoard]: routes.home,
  '/packages/booking/request': routes.home,
  [routes.behalf]: routes.proxies,
  '/packages/activity/detail': routes.activities,
  [routes.activityChoice]: routes.activities,
  '/packages/activity/proof': routes.activities,
  [routes.vacancies]: routes.activities,
  '/packages/vacancy/detail': routes.vacancies,
  [routes.vacancyBoard]: routes.coordinator,
  '/packages/vacancy/editor': routes.vacancyBoard,
  '/packages/vacancy/people': routes.vacancyBoard,
  '/packages/certificate/paper': routes.certificates,
  '/packages/request/detail': routes.myRequests,
  '/packages/staff/roles': routes.residents,
  '/packages/staff/enrol': routes.residents,
  '/packages/staff/paper': routes.residents,
  '/packages/admin/part': routes.communityEdit,
  [routes.messages]: routes.communityEdit,
  [routes.start]: routes.home,
  [routes.teams]: routes.me,
  '/packages/team/mine': routes.teams,
  '/packages/team/detail': routes.teams,
  '/packages/poster/index': routes.activities,
}

/** Where the pages of a package have one page that leads to them. */
const firstPages: readonly string[] = [routes.coordinator, routes.account, routes.lead]

/** The page that leads to the page of this address, of all the ways the one that is always there. */
export function parentOf(address: string): string {
  const [path = ''] = address.split('?')
  const folder = (of: string) => of.slice(0, of.lastIndexOf('/'))
  const first = firstPages.find((page) => page !== path && folder(page) === folder(path))
  return parents[path] ?? first ?? routes.me
}

/** The page of the tab bar under which the page of this address stands. */
export function sectionOf(address: string): string {
  const [path = ''] = address.split('?')
  return tabRoutes.includes(path) ? path : sectionOf(parentOf(path))
}

/** The volunteers who could be asked or sent for a booking, for the team's leader. */
export const dispatchOf = (bookingId: string) => `/packages/team/dispatch?id=${bookingId}`
/** The page of one team, for everybody, with what it has to come. */
export const teamDetail = (teamId: string) => `/packages/team/detail?id=${teamId}`
export const rosterAt = (teamId: string) => `/packages/team/roster?id=${teamId}`
/** The page of one's own membership in a team. */
export const myTeam = (teamId: string) => `/packages/team/mine?id=${teamId}`
/** The no-shows of a team, for its leader. */
export const teamNoShows = (teamId: string) => `/packages/team/noShows?id=${teamId}`
/** `actingFor`: the member on whose behalf the page asks. */
export const bookingDetail = (bookingId: string, actingFor?: string) =>
  `/packages/booking/detail?id=${bookingId}${forQuery(actingFor)}`
/** Without a service the page asks for one. */
export const bookingRequestAt = (service = '', actingFor?: string) =>
  `/packages/booking/request?service=${service}${forQuery(actingFor)}`

/** The page as it is for a member on whose behalf the viewer acts; the viewer's own without one. */
export const behalfAt = (page: string, actingFor: string | undefined) =>
  actingFor ? `${page}?for=${actingFor}` : page

export const activityDetail = (activityId: string, actingFor?: string) =>
  `/packages/activity/detail?id=${activityId}${forQuery(actingFor)}`
/** The poster of an activity or of a team. */
export const posterAt = (of: PosterSubject, id: string) => `/packages/poster/index?of=${of}&id=${id}`
/** `ticket` is the reader's own, which the page shows among the others. */
export const drawProofAt = (sessionId: string, ticket = '') =>
  `/packages/activity/proof?id=${sessionId}&ticket=${ticket}`
export const vacancyDetail = (vacancyId: string, actingFor?: string) =>
  `/packages/vacancy/detail?id=${vacancyId}${forQuery(actingFor)}`
/** Without an id a new vacancy is written. */
export const vacancyEditor = (vacancyId = '') =>
  `/packages/vacancy/editor${vacancyId ? `?id=${vacancyId}` : ''}`
/** Who wants to go to a vacancy, for its coordinators. */
export const vacancyPeople = (vacancyId: string) => `/packages/vacancy/people?id=${vacancyId}`
/** What stands written, of one kind where one is named. */
export const publicationsOf = (kind: string) => `${routes.publications}?kind=${kind}`
/** Without an edition, the present one. */
export const publicationDetail = (publicationId: string, edition?: number) =>
  `/packages/publication/detail?id=${publicationId}${edition === undefined ? '' : `&edition=${edition}`}`
/** Answers a guide's questions before one comes; for whom, as `requestDetail`. */
export const guideApplication = (publicationId: string, actingFor?: string) =>
  `/packages/publication/apply?id=${publicationId}${forQuery(actingFor)}`
export const editionsOfPublication = (publicationId: string) =>
  `/packages/publication/editions?id=${publicationId}`
/** How a vote on an edition of a pact was counted. */
export const voteProofAt = (publicationId: string, edition: number, vote: number) =>
  `/packages/publication/proof?id=${publicationId}&edition=${edition}&vote=${vote}`
/** Without an id a new publication is written. */
export const publicationEditor = (publicationId = '') =>
  `/packages/publication/editor${publicationId ? `?id=${publicationId}` : ''}`
/** A standard as one sheet for the wall. */
export const standardWall = (publicationId: string) => `/packages/publication/wall?id=${publicationId}`
/** A campaign for those who run it. */
export const campaignBoard = (publicationId: string) => `${routes.campaigns}?id=${publicationId}`
/** A campaign that is begun for requests of this category. */
export const campaignFrom = (category: string) =>
  `/packages/publication/editor?kind=campaign&category=${category}`
/** The form of a request of this category, whose description begins with `words`; `of` is the id of what it is about. */
export const requestAbout = (category: string, of: string, words: string) =>
  `${routes.requestFile}?category=${category}&of=${of}&about=${encodeURIComponent(words)}`
export const requestDetail = (requestId: string, actingFor?: string) =>
  `/packages/request/detail?id=${requestId}${forQuery(actingFor)}`

/** Another's statement, for their leader. */
export const statementOf = (memberId: string) => `${routes.statement}?of=${memberId}`
export const certificatePaper = (certificateNo: string, actingFor?: string) =>
  `/packages/certificate/paper?no=${certificateNo}${forQuery(actingFor)}`

/** A paper member's page, for the workers of their grid. */
export const memberPaperAt = (memberId: string) => `/packages/staff/paper?id=${memberId}`
/** A member's roles, for an administrator. */
export const memberRolesAt = (memberId: string) => `/packages/staff/roles?id=${memberId}`
/** Whom to telephone because of one matter. */
export const callsOf = (what: 'activity' | 'booking' | 'request', id: string) =>
  `${routes.calls}?${what}=${id}`
/** One part of the community's words; `of` names the service or category whose lines it holds. */
export const communityPart = (part: string, of?: string) =>
  `/packages/admin/part?part=${part}${of ? `&of=${of}` : ''}`
/** The template of messages of one purpose. */
export const messageTemplateOf = (purpose: string) => `${routes.messages}?of=${purpose}`
/** The page that prints a booking's slip. */
export const bookingSlipAt = (bookingId: string, actingFor?: string) =>
  `/packages/booking/slip?id=${bookingId}${forQuery(actingFor)}`

/** What a coordinator's activity can begin from. */
export const coordinatorBegin = '/packages/coordinator/begin'
/** An activity as its coordinator runs it. */
export const coordinatorActivity = (activityId: string) => `/packages/coordinator/activity?id=${activityId}`
/** Without an id a new activity is written. */
export const coordinatorEditor = (activityId: string) =>
  `/packages/coordinator/editor${activityId ? `?id=${activityId}` : ''}`
export const coordinatorTemplate = (template: string) => `/packages/coordinator/editor?template=${template}`
/** `lessonId`: the lesson of a course at whose door one stands. */
export const coordinatorDoor = (sessionId: string, lessonId?: string) =>
  `/packages/coordinator/door?id=${sessionId}${ofLesson(lessonId)}`
const ofLesson = (lessonId: string | undefined) => (lessonId === undefined ? '' : `&lesson=${lessonId}`)
/** The hours of one team, for its leader or an admin. */
export const teamHoursOf = (teamId: string) => `${routes.teamHours}?id=${teamId}`
/** The volunteers of a session, for whoever confirms their minutes. */
export const coordinatorShifts = (sessionId: string) => `/packages/coordinator/shifts?id=${sessionId}`
export const coordinatorRoster = (sessionId: string, activityId: string, lessonId?: string) =>
  `/packages/coordinator/roster?id=${sessionId}&of=${activityId}${ofLesson(lessonId)}`

/** The attendance of a course, and its certificates. */
export const coordinatorCourse = (activityId: string) => `/packages/coordinator/course?id=${activityId}`
/** A word to those who have signed up for a session. */
export const coordinatorTell = (sessionId: string) => `/packages/coordinator/tell?id=${sessionId}`
/** The materials of a course, for its coordinators. */
export const courseStock = (activityId: string) => `/packages/coordinator/stock?id=${activityId}`
/** The transport subsidies of a course, for its coordinators. */
export const courseSubsidy = (activityId: string) => `/packages/coordinator/subsidy?id=${activityId}`
/** Whose birthday falls in a month. */
export const coordinatorBirthdays = '/packages/coordinator/birthdays'
/** What was said about a session. */
export const coordinatorFeedbacks = (sessionId: string) => `/packages/coordinator/feedbacks?id=${sessionId}`

const forQuery = (memberId: string | undefined) => (memberId ? `&for=${memberId}` : '')
