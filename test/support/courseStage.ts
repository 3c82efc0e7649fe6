import type { CertificateIssued } from '#contract/certificate'
import type { RawInputOf } from '#contract/operations'
import type { LocalCloud } from '#local/cloud'
import { askThrough } from '#local/sample/driver'
import { settleWanted } from '#local/sample/login'
import { payForTheWay } from './paidCourse'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const coordinator = 'sample_zhao'

/** Courses of the sample community in the state in which a page is looked at. */
export interface StagedCourses {
  /**
   * It is over: 阮姐 and 崔婶 have a certificate each, 崔婶's was replaced once, 邢嫂 was at too few lessons. The way is
   * paid for, see `payForTheWay`.
   */
  completed: string
  /** It is over, and nobody has completed it yet. */
  over: string
  /** Its first lesson is over, and nobody took attendance; 简大姐 came to the second without a sign-up. */
  underWay: string
  /** 阮姐's certificate of completion. */
  paper: CertificateIssued
  /** The number of 崔婶's first, which another has replaced. */
  replaced: string
}

const trainees = [
  ['course_ruan', '阮姐'],
  ['course_cui', '崔婶'],
  ['course_xing', '邢嫂'],
] as const

type Written = Extract<RawInputOf<'activity.publish'>, { title: string }>
type Lessons = NonNullable<Written['lessons']>

/** Makes these by the product's own operations. The clock moves on by some minutes: so short are the lessons that are over. */
export async function stageCourses(cloud: LocalCloud): Promise<StagedCourses> {
  const ask = askThrough(cloud.call)
  for (const [openid, name] of trainees) await settleWanted(askThrough(cloud.drive), { openid, name })
  const publish = async (title: string, lessons: Lessons, more: Partial<Written> = {}) => {
    const from = lessons[0]?.from ?? 0
    const made = await ask(coordinator, 'activity.publish', {
      ...{ kind: 'training', title, place: '社区妇女之家活动室', gain: '能上门做家政', lessons },
      summary: '做饭、收纳、照护老人和孩子，老师手把手教。材料不要钱。',
      sessions: [{ from, to: lessons.at(-1)?.to ?? 0, capacity: 20 }],
      signup: { opensAt: cloud.now() - hourMs, closesAt: from, rule: 'first_come', partyMax: 1 },
      ...more,
    })
    const [sessionId = ''] = made.sessionIds
    for (const [openid] of trainees)
      await ask(openid, 'session.signUp', { sessionId, party: [{ self: true }] })
    return { activityId: made.activityId, sessionId, lessonIds: made.lessonIds ?? [] }
  }
  const begin = cloud.now() + 20_000
  const short = (index: number) => ({ from: begin + index * minuteMs, to: begin + (index + 1) * minuteMs })
  const trainer = '周老师'
  const held = [0, 1, 2, 3, 4].map((index) => ({ ...short(index), trainer }))
  const paid = { subsidyFen: 1000, subsidyPer: 'lesson' as const }
  const completed = await publish('家政服务员培训（第一期）', held, paid)
  const ahead = [1, 2, 3].map((day) => begin + day * dayMs).map((from) => ({ from, to: from + 2 * hourMs }))
  const over = await publish('剪纸培训', [short(0)])
  const soon = begin + 30 * minuteMs
  const underWay = await publish('插花手工培训', [short(0), { from: soon, to: soon + 2 * hourMs }, ...ahead])
  const [ruan = '', cui = '', xing = ''] = await Promise.all(
    trainees.map(async ([openid]) => (await ask(openid, 'member.me', {})).member?.memberId ?? ''),
  )
  const mark = (lesson: number, memberId: string, present: boolean, { sessionId, lessonIds } = completed) =>
    ask(coordinator, 'session.mark', {
      ...{ sessionId, lessonId: lessonIds[lesson] },
      marks: [{ memberId, present }],
    })
  for (const [lesson, { from }] of held.entries()) {
    cloud.advance(from + 10_000 - cloud.now())
    for (const memberId of [ruan, cui, xing]) await mark(lesson, memberId, memberId !== xing || lesson < 2)
  }
  await mark(0, ruan, true, over)
  cloud.advance(minuteMs)
  await ask(coordinator, 'training.complete', { activityId: completed.activityId })
  const replaced = (await ask('course_cui', 'training.certificate', completed)).certificateNo
  await mark(1, cui, false)
  await payForTheWay(ask, cloud.now(), completed.activityId, { ruan, cui })
  await ask(coordinator, 'session.walkIn', {
    ...{ sessionId: underWay.sessionId, lessonId: underWay.lessonIds[1] },
    ...{ name: '简大姐', size: 1 },
  })
  return {
    completed: completed.activityId,
    over: over.activityId,
    underWay: underWay.activityId,
    paper: await ask('course_ruan', 'training.certificate', completed),
    replaced,
  }
}
