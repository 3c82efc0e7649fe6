import type { RawInputOf } from '#contract/operations'
import type { LocalCloud } from '#local/cloud'
import { askThrough } from '#local/sample/driver'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const coordinator = 'sample_zhao'

/**
 * Activities of the sample community in the state in which a page is looked at, by what is special about
 * each.
 */
export interface StagedActivities {
  /** Open to everybody, with free places. 王奶奶 has not signed up; 郑大姐 has a shift. It is the first of many. */
  open: string
  /** It has one place, which 郑大姐 gave back: it is offered to 王奶奶, and 李师傅 is next in line. */
  offered: string
  /** 王奶奶 and 李师傅 have a ticket each. */
  draw: string
  drawSession: string
  /** It begins in half an hour: 王奶奶 has a place, 郑大姐 a shift. */
  due: string
  dueSession: string
  /** For people of 60 and more; nobody here has given a birthday. */
  elders: string
  /** Sign-up opens tomorrow. */
  later: string
  cancelled: string
  /** Its one place has been drawn: 王奶奶 or 李师傅 has it. */
  drawn: string
  drawnSession: string
  /** It is just over: 王奶奶 was there and has given no feedback yet, 李师傅 gave four stars and a comment. */
  over: string
  overSession: string
  /** A course whose first lesson begins in half an hour; the third was called off. 王奶奶 and 郑大姐 have a place. */
  course: string
  courseSession: string
  courseLesson: string
}

type Written = Extract<RawInputOf<'activity.publish'>, { title: string }>

/** Makes these by the product's own operations; `many` is how many more fill a second page. */
export async function stageActivities(cloud: LocalCloud, many = 0): Promise<StagedActivities> {
  const ask = askThrough(cloud.call)
  const publish = async (title: string, inMs: number, more: Partial<Written> = {}, capacity = 30) => {
    const from = cloud.now() + inMs
    return ask(coordinator, 'activity.publish', {
      kind: 'festival',
      title,
      summary: '糯米、粽叶都备好了，不会包的有姐妹手把手教。包好的粽子带回家，也送给行动不便的邻居。',
      place: '社区妇女之家活动室',
      sessions: [{ from, to: from + 2 * hourMs, capacity, shifts: [{ name: '布置场地', capacity: 2 }] }],
      signup: {
        opensAt: cloud.now() - hourMs,
        closesAt: from - Math.min(hourMs, inMs / 2),
        rule: 'first_come',
        partyMax: 4,
      },
      ...more,
    })
  }
  const one = ({ activityId, sessionIds, shiftIds }: Awaited<ReturnType<typeof publish>>) => ({
    activityId,
    sessionId: sessionIds[0] as string,
    shiftId: shiftIds[0] as string,
  })
  const alone = [{ self: true as const }]
  const signUp = (who: string, sessionId: string) => ask(who, 'session.signUp', { sessionId, party: alone })

  const toDraw = one(await publish('端午节包粽子（抽签）', dayMs, drawnBy(cloud, minuteMs), 1))
  for (const who of ['sample_wang', 'sample_li']) await signUp(who, toDraw.sessionId)
  const endsAt = cloud.now() + minuteMs
  const window = { from: endsAt - 5000, to: endsAt, capacity: 30 }
  const over = one(await publish('元宵节做汤圆', 50_000, { festival: 'lantern', sessions: [window] }))
  for (const who of ['sample_wang', 'sample_li']) await signUp(who, over.sessionId)
  // only a little, since a browser's own clock does not move with the cloud's
  cloud.advance(minuteMs + 1000)
  const { parties } = await ask(coordinator, 'session.roster', { sessionId: over.sessionId })
  await ask(coordinator, 'session.mark', {
    sessionId: over.sessionId,
    marks: parties.map(({ memberId }) => ({ memberId, present: true })),
  })
  await cloud.tick()
  await ask('sample_li', 'session.feedback', {
    sessionId: over.sessionId,
    stars: 4,
    comment: '汤圆很甜，就是人有点多，后面的人看不见。',
  })

  const open = one(await publish('重阳节吃长寿面', 2 * dayMs, { festival: 'double_ninth' }))
  await ask('sample_zheng', 'shift.signUp', { shiftId: open.shiftId })
  // before the birthday party of the sample, on the afternoon of the fifth day, at whatever time this runs
  const offered = one(await publish('中秋节品月饼', 4 * dayMs, { festival: 'mid_autumn' }, 1))
  for (const who of ['sample_zheng', 'sample_wang', 'sample_li']) await signUp(who, offered.sessionId)
  await ask('sample_zheng', 'session.withdraw', { sessionId: offered.sessionId })
  const draw = one(await publish('春节团圆宴', 40 * dayMs, drawnBy(cloud, 30 * dayMs)))
  for (const who of ['sample_wang', 'sample_li']) await signUp(who, draw.sessionId)
  const elders = one(
    await publish('集体生日会', 6 * dayMs, {
      kind: 'birthday',
      signup: openFor(cloud, 5 * dayMs, { minAge: 60 }),
    }),
  )
  const opensAt = cloud.now() + dayMs
  const later = one(
    await publish('邻里讲座', 8 * dayMs, {
      kind: 'lecture',
      signup: { opensAt, closesAt: opensAt + 2 * dayMs, rule: 'first_come', partyMax: 1 },
    }),
  )
  const cancelled = one(await publish('就业技能培训', 9 * dayMs, { kind: 'training', subsidyFen: 2000 }))
  await ask(coordinator, 'activity.cancel', { activityId: cancelled.activityId, reason: '老师生病了' })
  for (let index = 0; index < many; index++)
    await publish(`大手拉小手 第 ${index + 1} 次`, (10 + index) * dayMs, { kind: 'other' })
  const due = one(await publish('冬至喝羊肉汤', hourMs / 2, { festival: 'winter_solstice' }))
  await signUp('sample_wang', due.sessionId)
  await ask('sample_zhao', 'shift.signUp', { shiftId: due.shiftId })
  const course = await stageCourse(ask, cloud, signUp)
  return {
    ...course,
    open: open.activityId,
    offered: offered.activityId,
    draw: draw.activityId,
    drawSession: draw.sessionId,
    due: due.activityId,
    dueSession: due.sessionId,
    elders: elders.activityId,
    later: later.activityId,
    cancelled: cancelled.activityId,
    drawn: toDraw.activityId,
    drawnSession: toDraw.sessionId,
    over: over.activityId,
    overSession: over.sessionId,
  }
}

async function stageCourse(
  ask: ReturnType<typeof askThrough>,
  cloud: LocalCloud,
  signUp: (who: string, sessionId: string) => Promise<unknown>,
): Promise<Pick<StagedActivities, 'course' | 'courseSession' | 'courseLesson'>> {
  const first = cloud.now() + hourMs / 2
  const lessons = [0, 1, 2, 3, 4].map((day) => ({
    from: first + day * dayMs,
    to: first + day * dayMs + 2 * hourMs,
    trainer: '周老师',
    ...(day === 4 && { place: '社区活动室的厨房' }),
  }))
  const { activityId, sessionIds, lessonIds } = await ask(coordinator, 'activity.publish', {
    kind: 'training',
    title: '月嫂培训',
    summary: '照护产妇和新生儿：洗澡、抚触、做月子餐。',
    gain: '能当月嫂、能上门照护',
    place: '社区妇女之家活动室',
    sessions: [{ from: first, to: first + 5 * dayMs, capacity: 20 }],
    lessons,
    subsidyFen: 1000,
    subsidyPer: 'lesson',
    signup: { opensAt: cloud.now(), closesAt: first + hourMs, rule: 'first_come', partyMax: 1 },
  })
  const courseSession = sessionIds[0] as string
  for (const who of ['sample_wang', 'sample_zheng']) await signUp(who, courseSession)
  const left = lessons.map((lesson, index) => ({ ...lesson, lessonId: lessonIds?.[index] as string }))
  await ask(coordinator, 'activity.edit', {
    activityId,
    lessons: left.filter((_, index) => index !== 2),
  })
  return { course: activityId, courseSession, courseLesson: lessonIds?.[0] as string }
}

const openFor = (cloud: LocalCloud, forMs: number, audience: { minAge: number }): Written['signup'] => ({
  opensAt: cloud.now() - hourMs,
  closesAt: cloud.now() + forMs,
  rule: 'first_come',
  partyMax: 4,
  audience,
})
const drawnBy = (cloud: LocalCloud, forMs: number): Pick<Written, 'signup'> => ({
  signup: { opensAt: cloud.now(), closesAt: cloud.now() + forMs, rule: 'draw', partyMax: 2 },
})
