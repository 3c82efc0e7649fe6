import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { LocalCloud } from '#local/cloud'
import { startHouse } from '#local/house'
import { sampleCommunity } from '#local/sample/community'
import { type Ask, askThrough, settlePerson, stranger } from '#local/sample/driver'
import { fillSample, sampleHistoryMs } from '#local/sample/fill'
import { login } from '#local/sample/login'
import { firstAdminOpenid } from '#local/sample/people'
import { type StagedActivities, stageActivities } from './activities'
import { compiled } from './compiled'
import { type StagedCourses, stageCourses } from './courseStage'
import { type StagedDoubts, stageDoubts } from './doubts'
import { type StagedGuides, stageGuides } from './guideStage'
import { moveHouse, youngPeople } from './h5/stage'
import { type StagedHours, stageHours } from './hoursStage'
import { wideLimits } from './house'
import { type StagedPacts, stagePacts } from './pactStage'
import { preparedFolder } from './preparedFolder'
import { type StagedPublications, stagePublications } from './publicationStage'
import { type StagedPublicWork, stagePublicWork } from './publicWorkStage'
import { showProgress } from './shownPictures'
import { crowdVacancies, placeSome } from './vacancyStage'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** One more than a page of any list has. */
export const more = 21

/** 王奶奶's bookings, each in another state, by that state. */
export interface CrowdedBookings {
  open: string
  claimed: string
  inService: string
  done: string
  confirmed: string
  cancelled: string
  expired: string
  /** 何叔's: he reports that 周师傅 did not come. */
  missed: string
  /** On the leader's list, because nobody has claimed it. */
  atRisk: string
  /** 郑大姐's: 周师傅 forgot to check out, and nobody has settled it. */
  forgotten: string
}

/**
 * The sample community after three busy weeks of the product's own operations: every list has more than a
 * page.
 */
export interface CrowdedHouse {
  cloud: LocalCloud
  ask: Ask
  bookings: CrowdedBookings
  /** 赵姐's activity; its one session is full. */
  activity: { activityId: string; sessionId: string }
  /** 王奶奶's member id; 郑大姐 may act for her, and so may the worker of her grid. */
  wang: string
  activities: StagedActivities
  /** Requests, by their state. */
  requests: CrowdedRequests
  courses: StagedCourses
  hours: StagedHours
  doubts: StagedDoubts
  publications: StagedPublications
  publicWork: StagedPublicWork
  /** The vacancy to which many want to go. */
  vacancy: string
  guides: StagedGuides
  pacts: StagedPacts
  close(): Promise<void>
}

export interface CrowdedRequests {
  /** 王奶奶's, with many supporters, held by the first grid. */
  held: string
  /** 王奶奶's, with a question for her. */
  asked: string
  /** 李师傅's, which he has to rate. */
  resolved: string
}

export async function openCrowdedHouse(): Promise<CrowdedHouse> {
  const { dataDir, notes } = await preparedFolder('crowded', crowd)
  const cloud = await openFolder(dataDir)
  return {
    ...notes,
    cloud,
    ask: askThrough(cloud.call),
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function openFolder(dataDir: string): Promise<LocalCloud> {
  const functionsDir = resolve('dist/cloudfunctions')
  return startHouse({
    dataDir,
    functionsDir,
    port: 0,
    timers: false,
    clockStartMs: -3 * sampleHistoryMs,
    ...compiled,
  })
}

/** The sample community with wide limits; every function that is started afterwards knows them. */
async function fillWide(dataDir: string): Promise<void> {
  const cloud = await openFolder(dataDir)
  try {
    const ask = askThrough(cloud.call)
    await fillSample(ask, { now: cloud.now, until: async (at) => passUntil(cloud, at) }, async () => {
      await cloud.tick()
    })
    await ask(firstAdminOpenid, 'community.edit', {
      ...sampleCommunity,
      limits: { ...wideLimits, followUpFirstDays: 1 },
    })
  } finally {
    await cloud.close()
  }
}

async function crowd(dataDir: string): Promise<Omit<CrowdedHouse, 'cloud' | 'ask' | 'close'>> {
  await fillWide(dataDir)
  const cloud = await openFolder(dataDir)
  try {
    const ask = askThrough(cloud.call)
    await placeSome(ask, ['sample_feng', 'sample_wen', 'sample_miao'])
    const { bookings, filed, doubts } = await live(cloud, ask)
    const [wang] = await Promise.all([
      appoint(ask),
      joinTeam(ask),
      relatives(ask),
      newcomers(ask),
      lookedAt(ask),
      ask('sample_sun', 'member.close', {}),
      moveHouse(cloud, ask),
      youngPeople(cloud, ask),
    ])
    const neighbours = Array.from({ length: 11 }, (_, index) => `neighbour_${index}`)
    const vacancy = await crowdVacancies(ask, cloud.now(), neighbours)
    const guides = await stageGuides(ask)
    const pacts = await stagePacts(ask)
    const activity = await anActivity(cloud, ask)
    const activities = await stageActivities(cloud, more)
    const courses = await stageCourses(cloud)
    const hours = await stageHours(ask, more + 1, more)
    const publications = await stagePublications(ask, cloud.now())
    const publicWork = await stagePublicWork(ask)
    return {
      ...{ bookings, wang, activity, activities, requests: filed, courses, hours, doubts, vacancy },
      ...{ publications, guides, pacts },
      publicWork,
    }
  } finally {
    await cloud.close()
  }
}

function passUntil(cloud: LocalCloud, at: number): void {
  if (at > cloud.now()) cloud.advance(at - cloud.now())
}

const kinds = ['plumbing', 'lamp', 'lock'] as const

/** Books for 王奶奶, with long texts. */
async function book(ask: Ask, from: number, index = 0): Promise<string> {
  const { bookingId } = await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: kinds[index % kinds.length] as string,
    description: '厨房水槽下面的水管一直在滴水，用盆接着，一天要倒三次。下水也慢，麻烦师傅带上工具看看。',
    risks: '地面湿滑，需要关总阀',
    place: 'home',
    window: { from, to: from + hourMs },
  })
  return bookingId
}

/** The six digits on 王奶奶's screen now. */
export async function digitsNow(cloud: LocalCloud, ask: Ask, bookingId: string): Promise<string> {
  const { secret, stepSeconds } = await ask('sample_wang', 'booking.code', { bookingId })
  return typedCode(fromBase32(secret), stepAt(cloud.now(), stepSeconds))
}

async function live(
  cloud: LocalCloud,
  ask: Ask,
): Promise<{ bookings: CrowdedBookings; filed: CrowdedRequests; doubts: StagedDoubts }> {
  const li = 'sample_li'
  const digits = (bookingId: string) => digitsNow(cloud, ask, bookingId)
  const serve = async (index: number) => {
    const from = cloud.now() + hourMs
    const bookingId = await book(ask, from, index)
    await ask(li, 'booking.claim', { bookingId })
    passUntil(cloud, from)
    await ask(li, 'booking.checkIn', { bookingId, code: await digits(bookingId) })
    passUntil(cloud, from + 40 * minuteMs + index * minuteMs)
    await ask(li, 'booking.checkOut', { bookingId, code: await digits(bookingId) })
    return bookingId
  }
  let confirmed = ''
  for (let index = 0; index < more; index++) {
    confirmed = await serve(index)
    await ask('sample_wang', 'booking.confirm', {
      bookingId: confirmed,
      stars: 5,
      comment: '手脚麻利，说话和气。',
    })
  }
  passUntil(cloud, cloud.now() + 5 * dayMs)
  await cloud.tick()
  await signIn(cloud, ask)
  const missed = await missOne(cloud, ask)
  const expired = await book(ask, cloud.now() + hourMs)
  passUntil(cloud, Date.now() - 7 * hourMs)
  const doubts = await stageDoubts(cloud)
  passUntil(cloud, Date.now() - 4 * hourMs)
  await cloud.tick()
  // a window in three hours, requested four hours before: nobody claims it
  const { bookingId: atRisk } = await ask('sample_wang', 'booking.request', {
    service: 'repair',
    kind: 'lock',
    description: '阳台的窗户关不严，晚上有风。',
    risks: '窗户可能松脱',
    place: 'home',
    window: { from: Date.now() + 3 * hourMs, to: Date.now() + 5 * hourMs },
  })
  const done = await serve(0)
  passUntil(cloud, Date.now() - 40 * minuteMs)
  const filed = await fileMany(cloud, ask)
  passUntil(cloud, Date.now() - 10 * minuteMs)
  const claimed = await book(ask, cloud.now() + 20 * hourMs)
  await ask(li, 'booking.claim', { bookingId: claimed })
  passUntil(cloud, Date.now())
  const inService = await book(ask, cloud.now() + 10 * minuteMs)
  await ask(li, 'booking.claim', { bookingId: inService })
  await ask(li, 'booking.checkIn', { bookingId: inService, code: await digits(inService) })
  const cancelled = await book(ask, cloud.now() + dayMs)
  await ask('sample_wang', 'booking.cancel', { bookingId: cancelled, reason: '已经解决了' })
  let open = ''
  for (let index = 0; index <= more; index++)
    open = await book(ask, cloud.now() + dayMs + index * hourMs, index)
  await cloud.tick()
  const [{ bookingId: forgotten = '' } = {}] = (await ask('sample_chen', 'booking.forgotten', {})).items
  return {
    bookings: { open, claimed, inService, done, confirmed, cancelled, expired, atRisk, forgotten, missed },
    filed,
    doubts,
  }
}

/** 何叔 reports that 周师傅 did not come. */
async function missOne(cloud: LocalCloud, ask: Ask): Promise<string> {
  const from = cloud.now() + minuteMs
  const { bookingId } = await ask('sample_he', 'booking.request', {
    service: 'repair',
    kind: 'lamp',
    description: '过道的灯不亮，晚上看不清台阶。',
    risks: '需要登高',
    place: 'home',
    window: { from, to: from + 15 * minuteMs },
  })
  await ask('sample_zhou', 'booking.claim', { bookingId })
  cloud.advance(17 * minuteMs)
  await ask('sample_he', 'booking.noShow', { bookingId, note: '等了很久没有来，打电话也没有人接。' })
  return bookingId
}

/** 王奶奶 files more requests than a page has, a minute apart, and the first grid's worker publishes them. */
async function fileMany(cloud: LocalCloud, ask: Ask): Promise<CrowdedRequests> {
  const file = async (openid: string, category: string, description: string) =>
    (await ask(openid, 'request.file', { category, description, gridId: 'grid1', estateId: 'huochai' }))
      .requestId
  const liu = 'sample_liu'
  let held = ''
  for (let index = 0; index < more; index++) {
    held = await file('sample_wang', 'safety', `${index + 1}单元楼道里堆了纸箱和旧家具，晚上走路容易绊倒。`)
    await ask(liu, 'request.progress', { requestId: held, note: '去看过了，正在请那一户搬走。' })
    await ask(liu, 'request.publish', {
      requestId: held,
      title: `${index + 1}单元楼道里堆了纸箱和旧家具`,
      text: '楼道里堆了纸箱和旧家具，已经请那一户搬走。',
    })
    await ask('sample_li', 'request.support', { requestId: held })
    cloud.advance(minuteMs)
  }
  await showProgress(ask, liu, held)
  const asked = await file('sample_wang', 'green_space', '花坛里的草很高，蚊子多。')
  await ask(liu, 'request.ask', { requestId: asked, question: '是哪一个花坛？靠近几栋？' })
  const resolved = await file('sample_li', 'rest_place', '楼下的长椅断了一根木条。')
  await ask(liu, 'request.resolve', { requestId: resolved, resolution: '换了新木条，也上了油漆。' })
  return { held, asked, resolved }
}

/** Twenty-two neighbours apply to the repair team; its leader has decided half of the applications. */
async function joinTeam(ask: Ask): Promise<void> {
  await Promise.all(
    Array.from({ length: more + 1 }, async (_, index) => {
      const openid = `neighbour_${index}`
      const memberId = await settlePerson(ask, stranger(openid, `邻居${index + 1}`, []))
      await ask(openid, 'team.apply', {
        teamId: 'repair',
        skills: ['水管', '换灯', '门锁'],
        licences: [{ licence: '电工证', validUntil: '2030-12-31' }],
      })
      if (index % 2 === 0)
        await ask(firstAdminOpenid, 'team.decide', { memberId, teamId: 'repair', accept: true })
    }),
  )
}

/** Signs in more browsers than a page has, an hour apart. */
async function signIn(cloud: LocalCloud, ask: Ask): Promise<void> {
  for (let times = 0; times <= more; times++) {
    await login(ask, (body) => cloud.api(undefined, body), { openid: 'sample_wang' })
    cloud.advance(hourMs)
  }
}

async function relatives(ask: Ask): Promise<void> {
  for (const name of ['老张', '小宝', '外婆', '二姑'])
    await ask('sample_wang', 'member.addDependent', {
      name,
      relation: '亲戚',
      consentNote: '本人当面同意由家人代办',
    })
}

/** 郑大姐 acts for 王奶奶. */
async function appoint(ask: Ask): Promise<string> {
  const idOf = async (openid: string) => (await ask(openid, 'member.me', {})).member?.memberId ?? ''
  const principal = await idOf('sample_wang')
  await ask('sample_wang', 'member.appointProxy', { memberId: await idOf('sample_zheng') })
  await ask('sample_zheng', 'member.acceptProxy', { memberId: principal })
  await ask('sample_zheng', 'member.appointProxy', { memberId: await idOf('sample_li') })
  return principal
}

/** An activity; before it, more people wait for the worker of the first grid than a page has. */
async function anActivity(cloud: LocalCloud, ask: Ask): Promise<CrowdedHouse['activity']> {
  const now = cloud.now()
  const from = now + 30 * minuteMs
  const { activityId, sessionIds } = await ask('sample_zhao', 'activity.publish', {
    kind: 'festival',
    title: '端午节包粽子',
    summary: '糯米、粽叶都备好了，来就行。',
    place: '妇女之家',
    sessions: [{ from, to: from + 2 * hourMs, capacity: 60, shifts: [{ name: '教包粽子', capacity: 2 }] }],
    signup: { opensAt: now - hourMs, closesAt: from, rule: 'first_come', partyMax: 4 },
  })
  const [sessionId = ''] = sessionIds
  await ask('sample_wang', 'session.signUp', { sessionId, party: [{ self: true }, { name: '王小明' }] })
  for (let index = 0; index <= more; index++)
    await ask('sample_zhao', 'session.walkIn', { sessionId, name: `现场${index + 1}`, size: 1 })
  return { activityId, sessionId }
}

async function newcomers(ask: Ask): Promise<void> {
  for (let index = 0; index <= more; index++)
    await settlePerson(ask, {
      ...stranger(`newcomer_${index}`, `新邻居${index + 1}`, []),
      gridId: 'grid1',
      pending: true,
    })
}

/** The worker has opened 王奶奶's number more often than a page has lines. */
async function lookedAt(ask: Ask): Promise<void> {
  const memberId = (await ask('sample_wang', 'member.me', {})).member?.memberId ?? ''
  for (let times = 0; times <= more; times++)
    await ask('sample_liu', 'member.reveal', {
      memberId,
      fields: ['phone', 'door'],
      reason: '天冷了，上门看看水管冻没冻，先打个电话约时间。',
    })
}
