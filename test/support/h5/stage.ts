import type { Grant } from '#contract/member'
import type { RawInputOf } from '#contract/operations'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { LocalCloud } from '#local/cloud'
import { type Ask, askThrough } from '#local/sample/driver'
import { type StagedActivities, stageActivities } from '#support/activities'
import { type StagedCourses, stageCourses } from '#support/courseStage'
import { type StagedDoubts, stageDoubts } from '#support/doubts'
import { type StagedGuides, stageGuides } from '#support/guideStage'
import { type StagedHours, stageHours } from '#support/hoursStage'
import { type LateReports, lateAtSession, lateReports } from '#support/lateReports'
import { type StagedPacts, stagePacts } from '#support/pactStage'
import { type StagedPublications, stagePublications } from '#support/publicationStage'
import { type StagedPublicWork, stagePublicWork } from '#support/publicWorkStage'
import { showPhotos, showProgress } from '#support/shownPictures'
import { type StagedVacancies, stageVacancies } from '#support/vacancyStage'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Bookings of the sample community in every state that a page shows differently, by that state. */
export interface Stage {
  /** 王奶奶's; nobody has claimed it, and 周师傅 may. */
  open: string
  /** 何叔's; its hour has come, and nobody has claimed it. */
  begun: string
  /** 王奶奶's, claimed by 李师傅, about to begin: she has a code, he may check in. */
  due: string
  /** 何叔's; 周师傅 has checked in. */
  inService: string
  /** 郑大姐's; 陈队长 has checked out. */
  done: string
  /** 郑大姐's. */
  cancelled: string
  /** 何叔's; nobody claimed it. */
  expired: string
  /** 郑大姐's; she reports that 周师傅 did not come. */
  missed: string
  /** 王奶奶's; nobody has claimed it for long. */
  atRisk: string
  /** 郑大姐's; 周师傅 forgot to check out. */
  forgotten: string
  /** 何叔's, for whom 冯 comes; a second volunteer is wanted. */
  two: string
  /** The first of 何叔's, every week; 吴 comes the first time. */
  weekly: string
  late: LateReports
  /** 赵姐's; it begins soon, and 王奶奶 has a place with a guest. */
  activity: string
  session: string
  /** 赵姐's draft. */
  draft: string
  /** 王奶奶's member id; 郑大姐 may act for her, and so may the worker of her grid. */
  wang: string
  /** 谭婆婆, a paper member of the first grid. */
  paper: string
  /** 陈队长's member id. */
  chen: string
  activities: StagedActivities
  courses: StagedCourses
  hours: StagedHours
  doubts: StagedDoubts
  vacancies: StagedVacancies
  publications: StagedPublications
  guides: StagedGuides
  pacts: StagedPacts
  publicWork: StagedPublicWork
  /** 王奶奶's request on the board, held by the first grid. */
  shed: string
  /** 何叔's; nobody has accepted it. */
  filed: string
  /** 王奶奶's, with a question for her. */
  asked: string
  /** 李师傅's, which he has to rate. */
  resolved: string
}

/** Makes these, an application to the repair team, and a second browser of 王奶奶's. */
export async function setStage(cloud: LocalCloud): Promise<Stage> {
  const ask = askThrough(cloud.call)
  const doubts = await stageDoubts(cloud)
  const late = await lateBookings(cloud, ask)
  const missed = await missedBooking(cloud, ask)
  const activities = await stageActivities(cloud)
  await showPhotos(ask, 'sample_zhao', activities.over)
  const courses = await stageCourses(cloud)
  const hours = await stageHours(ask)
  const soon = cloud.now() + 10 * minuteMs
  const book = async (openid: string, change: Partial<RawInputOf<'booking.request'>> = {}) =>
    (
      await ask(openid, 'booking.request', {
        service: 'repair',
        kind: 'plumbing',
        description: '厨房水龙头漏水',
        risks: '地面湿滑',
        place: 'home',
        window: { from: soon, to: soon + 2 * hourMs },
        ...change,
      })
    ).bookingId
  const attend = async (requester: string, volunteer: string, bookingId: string, left: boolean) => {
    const { secret, stepSeconds } = await ask(requester, 'booking.code', { bookingId })
    const code = typedCode(fromBase32(secret), stepAt(cloud.now(), stepSeconds))
    await ask(volunteer, left ? 'booking.checkOut' : 'booking.checkIn', { bookingId, code })
  }

  const done = await book('sample_zheng', { kind: 'lock', description: '大门的锁拧不动' })
  await ask('sample_chen', 'booking.claim', { bookingId: done })
  await attend('sample_zheng', 'sample_chen', done, false)
  cloud.advance(2 * minuteMs)
  await attend('sample_zheng', 'sample_chen', done, true)

  const inService = await book('sample_he', { kind: 'lamp', description: '过道的灯不亮' })
  await ask('sample_zhou', 'booking.claim', { bookingId: inService })
  await attend('sample_he', 'sample_zhou', inService, false)

  const begun = await book('sample_he', {
    kind: 'lock',
    description: '柜门关不上',
    window: { from: cloud.now(), to: cloud.now() + 10 * hourMs },
  })
  const due = await book('sample_wang')
  await ask('sample_li', 'booking.claim', { bookingId: due })
  await ask('sample_li', 'booking.get', { bookingId: due }) // he opens the door, which goes on record
  const open = await book('sample_wang', {
    description: '阳台的门关不严',
    kind: 'lock',
    window: { from: soon + 50 * hourMs, to: soon + 52 * hourMs },
  })
  await moveHouse(cloud, ask)
  await youngPeople(cloud, ask)
  await ask('sample_liu', 'team.apply', { teamId: 'repair', skills: ['水电', '木工'] })
  await signedIn(cloud, 'sample_wang')
  await ask('sample_sun', 'member.close', {})
  const proxyId = await memberIdOf(ask, 'sample_zheng')
  await ask('sample_wang', 'member.appointProxy', { memberId: proxyId })
  await ask('sample_zheng', 'member.acceptProxy', { memberId: await memberIdOf(ask, 'sample_wang') })
  await ask('sample_zheng', 'member.appointProxy', { memberId: await memberIdOf(ask, 'sample_li') })
  const written = activityFrom(cloud.now())
  const published = await ask('sample_zhao', 'activity.publish', written)
  const [session = ''] = published.sessionIds
  await ask('sample_wang', 'session.signUp', {
    sessionId: session,
    party: [{ self: true }, { name: '王小明' }],
  })
  await ask('sample_he', 'session.signUp', { sessionId: session, party: [{ self: true }] })
  const draft = await ask('sample_zhao', 'activity.saveDraft', { ...written, title: '重阳节吃长寿面' })
  await lateAtSession(cloud, ask, session)
  const { memberId: paper } = await ask('sample_liu', 'member.enrol', {
    ...{ name: '谭婆婆', gridId: 'grid1', estateId: 'huochai', building: '2栋', unit: '7-3' },
    consentNote: '念过隐私指引，本人按了手印。',
  })
  const { items: atRisk } = await ask('sample_chen', 'booking.atRisk', {})
  const { items: ofHe } = await ask('sample_he', 'booking.list', { scope: 'mine' })
  const { items: waiting } = await ask('sample_chen', 'booking.forgotten', {})
  const { requestId: filed } = await ask('sample_he', 'request.file', {
    category: 'green_space',
    description: '花坛里的树枝挡住了路灯',
    gridId: 'grid1',
    place: '巨柳新村北门',
  })
  const shed = await firstRequest(ask, 'sample_wang', 'parking_shed')
  await showProgress(ask, 'sample_liu', shed)
  return {
    ...{ activity: published.activityId, session, draft: draft.activityId },
    ...{ open, begun, due, inService, done, missed, activities, courses, hours, doubts },
    vacancies: await stageVacancies(ask, cloud.now()),
    publications: await stagePublications(ask, cloud.now()),
    guides: await stageGuides(ask),
    pacts: await stagePacts(ask),
    publicWork: await stagePublicWork(ask),
    cancelled: await first(ask, 'sample_zheng', 'cancelled'),
    expired: await first(ask, 'sample_he', 'expired'),
    atRisk: atRisk.find(({ bookingId }) => bookingId !== begun)?.bookingId ?? '',
    two: ofHe.find(({ hands }) => hands)?.bookingId.replace(/-b$/, '') ?? '',
    weekly: ofHe.find(({ series }) => series)?.bookingId ?? '',
    late,
    forgotten: waiting.find(({ waits }) => waits === 'forgotten')?.bookingId ?? '',
    wang: await memberIdOf(ask, 'sample_wang'),
    chen: await memberIdOf(ask, 'sample_chen'),
    paper,
    shed,
    filed,
    asked: await firstRequest(ask, 'sample_wang', 'green_space'),
    resolved: await firstRequest(ask, 'sample_li', 'rest_place'),
  }
}

/** Adds 田小禾 and 苗小青, both sixteen; 苗小青's grandmother has signed a paper. */
export async function youngPeople(cloud: LocalCloud, ask: Ask): Promise<void> {
  const birthDay = `${new Date(cloud.now()).getUTCFullYear() - 16}-01-15`
  for (const [openid, name] of [
    ['stage_tian', '田小禾'],
    ['stage_miao', '苗小青'],
  ] as const) {
    await fetch(`${cloud.url}/local/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid, name }),
    })
    await ask(openid, 'team.apply', { teamId: 'elder_care', skills: [], birthDay })
  }
  await ask('sample_admin', 'guardian.record', {
    memberId: await memberIdOf(ask, 'stage_miao'),
    guardianName: '苗婆婆',
    relation: '外祖父母',
    note: '11月20日当面签字，存社区档案柜',
  })
}

/**
 * 罗姐, a volunteer of the repair team, has moved to a door that the admin has taken out of the register. For
 * 秦大爷 the admin has stated another home; he has not agreed yet.
 */
export async function moveHouse(cloud: LocalCloud, ask: Ask): Promise<void> {
  await login(cloud, 'stage_luo', '罗姐', [{ role: 'volunteer', scope: { teamId: 'repair' } }])
  const door = { estateId: 'yangshu', building: '2栋', unit: '6-4' }
  const csv = '小区,楼栋,房号,网格,居民组,姓名\r\n杨树新村,2栋,6-4,第三网格,居民四组,苏爷爷'
  await ask('sample_admin', 'member.import', { csv, dryRun: false })
  await ask('sample_admin', 'member.removeDwelling', { ...door, reason: '这一户和隔壁合并了' })
  const home = { ...door, gridId: 'grid3' }
  await ask('stage_luo', 'member.move', home)
  await login(cloud, 'stage_qin', '秦大爷')
  const actingFor = await memberIdOf(ask, 'stage_qin')
  const input = { ...home, unit: '7-1' }
  await cloud.call('sample_admin', 'api', { op: 'member.move', input, actingFor })
}

async function login(cloud: LocalCloud, openid: string, name: string, roles: Grant[] = []): Promise<void> {
  await fetch(`${cloud.url}/local/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, name, roles }),
  })
}

async function lateBookings(cloud: LocalCloud, ask: Ask): Promise<LateReports> {
  const repair: Grant[] = [{ role: 'volunteer', scope: { teamId: 'repair' } }]
  await login(cloud, 'stage_mei', '梅婆婆')
  await login(cloud, 'stage_tang', '唐师傅', repair)
  await login(cloud, 'stage_ding', '丁师傅', repair)
  return lateReports(cloud, ask)
}

/** A booking of fifteen minutes that is over; nobody claimed it. */
async function missedBooking(cloud: LocalCloud, ask: Ask): Promise<string> {
  const from = cloud.now() + minuteMs
  const { bookingId } = await ask('sample_zheng', 'booking.request', {
    service: 'repair',
    kind: 'lamp',
    description: '卧室的灯不亮',
    risks: '需要登高',
    place: 'home',
    window: { from, to: from + 15 * minuteMs },
  })
  await ask('sample_zhou', 'booking.claim', { bookingId })
  cloud.advance(17 * minuteMs)
  await ask('sample_zheng', 'booking.noShow', { bookingId, note: '等了很久没有来' })
  return bookingId
}

/** 包粽子, beginning in twenty minutes and lasting two hours. */
function activityFrom(now: number) {
  const from = now + 20 * minuteMs
  return {
    kind: 'festival' as const,
    title: '端午节包粽子',
    summary: '糯米、粽叶都备好了，来就行。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 30, shifts: [{ name: '教包粽子', capacity: 2 }] }],
    signup: { opensAt: now - hourMs, closesAt: from, rule: 'first_come' as const, partyMax: 4 },
  }
}

async function memberIdOf(ask: Ask, openid: string): Promise<string> {
  const { member } = await ask(openid, 'member.me', {})
  if (!member) throw new Error(`${openid} has not registered`)
  return member.memberId
}

async function firstRequest(ask: Ask, openid: string, category: string): Promise<string> {
  const { items } = await ask(openid, 'request.list', { scope: 'mine', limit: 50 })
  const found = items.find((request) => request.category === category)
  if (!found) throw new Error(`${openid} has filed nothing about ${category}`)
  return found.requestId
}

async function first(ask: Ask, openid: string, state: string): Promise<string> {
  const { items } = await ask(openid, 'booking.list', { scope: 'mine', limit: 50 })
  const found = items.find((booking) => booking.state === state)
  if (!found) throw new Error(`${openid} has no booking that is ${state}`)
  return found.bookingId
}

/** The token of a browser that a sample person has signed in. */
export async function signedIn(cloud: LocalCloud, openid: string): Promise<string> {
  const reply = await fetch(`${cloud.url}/local/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid }),
  })
  if (!reply.ok) throw new Error(`login of ${openid}: ${await reply.text()}`)
  return ((await reply.json()) as { token: string }).token
}
