import type { RawInputOf } from '#contract/operations'
import { fromBase32, stepAt, typedCode } from '#contract/shared/attendanceCode'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import type { Ask, SampleClock } from './driver'

const coordinator = 'sample_zhao'
const place = '社区妇女之家活动室'
type Content = Extract<RawInputOf<'activity.publish'>, { title: string }>

const signUp = (ask: Ask, openid: string, sessionId = '', guests: string[] = []) =>
  ask(openid, 'session.signUp', {
    sessionId,
    party: [{ self: true as const }, ...guests.map((name) => ({ name }))],
  })

/** A lecture before it is held: its participants and its volunteer. */
export interface Lecture {
  sessionId: string
  shiftId: string
  from: number
}

/** Publishes the lecture of the sample's week; `midnight` begins the day it is held. */
export async function announceLecture(ask: Ask, midnight: number, now: number): Promise<Lecture> {
  const from = midnight + 14 * hourMs
  const { sessionIds, shiftIds } = await ask(coordinator, 'activity.publish', {
    kind: 'lecture',
    title: '防诈骗讲座',
    summary: '派出所的民警来讲常见的骗局，讲完可以提问。',
    place,
    sessions: [
      { from, to: from + 2 * hourMs, capacity: 20, shifts: [{ name: '签到和倒茶水', capacity: 2 }] },
    ],
    signup: { opensAt: now, closesAt: from, rule: 'first_come', partyMax: 3 },
    festival: 'lecture',
  })
  const [sessionId = ''] = sessionIds
  const [shiftId = ''] = shiftIds
  for (const openid of ['sample_wang', 'sample_zheng', 'sample_he']) await signUp(ask, openid, sessionId)
  await ask('sample_feng', 'shift.signUp', { shiftId })
  return { sessionId, shiftId, from }
}

/** Holds it: two of three participants came, and the volunteer's minutes are credited. */
export async function holdLecture(
  ask: Ask,
  clock: SampleClock,
  { sessionId, shiftId, from }: Lecture,
): Promise<void> {
  const attend = async (op: 'shift.checkIn' | 'shift.checkOut') =>
    ask('sample_feng', op, { shiftId, code: await codeOf(ask, clock, sessionId) })
  await clock.until(from)
  await attend('shift.checkIn')
  await clock.until(from + 10 * minuteMs)
  const { parties } = await ask(coordinator, 'session.roster', { sessionId })
  await ask(coordinator, 'session.mark', {
    sessionId,
    marks: parties
      .filter(({ name }) => name !== '何叔')
      .map(({ memberId }) => ({ memberId, present: true, at: clock.now() })),
  })
  await clock.until(from + 105 * minuteMs)
  await attend('shift.checkOut')
  await ask(coordinator, 'shift.confirm', { shiftId })
}

/** The code on the coordinator's screen, computed as on a phone. */
async function codeOf(ask: Ask, clock: SampleClock, sessionId: string): Promise<string> {
  const { secret, stepSeconds } = await ask(coordinator, 'session.code', { sessionId })
  return typedCode(fromBase32(secret), stepAt(clock.now(), stepSeconds))
}

/**
 * Coming activities: a festival, a full one, one by draw, a training, a cancelled one, a draft. `midnight` is
 * today's.
 */
export async function comingActivities(ask: Ask, midnight: number, now: number): Promise<void> {
  const hour = (day: number, clock: number): number => midnight + day * dayMs + clock * hourMs
  const publish = (content: Content) => ask(coordinator, 'activity.publish', content)
  const open = (closesAt: number, partyMax: number, rule: Content['signup']['rule'] = 'first_come') => ({
    opensAt: now,
    closesAt,
    rule,
    partyMax,
  })
  const birthday = async () => {
    const { sessionIds } = await publish({
      kind: 'birthday',
      title: '集体生日会',
      summary: '给这个月过生日的老人一起过生日：唱生日歌、分蛋糕、拍张合影。',
      place,
      sessions: [{ from: hour(5, 15), to: hour(5, 17), capacity: 2 }],
      signup: open(hour(4, 18), 2),
      festival: 'birthdays',
    })
    const [sessionId = ''] = sessionIds
    // in this order: the first one gets the place, and the first in line gets the place that was given back
    for (const openid of ['sample_he', 'sample_liu', 'sample_wang', 'sample_wu'])
      await signUp(ask, openid, sessionId)
    await ask('sample_liu', 'session.withdraw', { sessionId, reason: '那天要值班' })
  }
  const lanterns = async () => {
    const { sessionIds } = await publish({
      kind: 'other',
      title: '亲子手工：做灯笼',
      summary: '材料只够十个人，所以抽签决定。抽签的办法公开，谁都可以验算。',
      place,
      sessions: [{ from: hour(9, 14), to: hour(9, 16), capacity: 10 }],
      signup: open(hour(6, 18), 3, 'draw'),
    })
    await signUp(ask, 'sample_zheng', sessionIds[0], ['小郑'])
    await signUp(ask, 'sample_li', sessionIds[0])
  }
  const training = async () => {
    const { sessionIds } = await publish({
      kind: 'training',
      title: '家政服务员培训',
      summary: '学做家务、照护老人和孩子，学完由社区帮着介绍岗位。',
      gain: '能上门做家政',
      place,
      sessions: [{ from: hour(3, 9), to: hour(7, 12), capacity: 20 }],
      lessons: [3, 4, 5, 6, 7].map((day, index) => ({
        from: hour(day, 9),
        to: hour(day, 12),
        trainer: '周老师',
        ...(index === 4 && { place: '社区活动室的厨房' }),
      })),
      signup: open(hour(2, 18), 1),
      subsidyFen: 1000,
      subsidyPer: 'lesson',
      festival: 'job_training',
    })
    await signUp(ask, 'sample_wu', sessionIds[0])
  }
  const festival = async () => {
    const { sessionIds, shiftIds } = await publish(await nextFestival(ask, hour(4, 8), now))
    await signUp(ask, 'sample_he', sessionIds[0], ['何婶'])
    if (shiftIds[0] !== undefined) await ask('sample_zheng', 'shift.signUp', { shiftId: shiftIds[0] })
  }
  const calledOff = async () => {
    const { activityId, sessionIds } = await publish({
      kind: 'other',
      title: '公园健步走',
      summary: '一起沿着江边慢慢走一圈，走不动的可以半路歇着。',
      place: '社区门口集合',
      sessions: [{ from: hour(2, 8), to: hour(2, 10), capacity: 30 }],
      signup: open(hour(1, 18), 4),
    })
    await signUp(ask, 'sample_he', sessionIds[0])
    await ask(coordinator, 'activity.cancel', { activityId, reason: '预报有大雨，改天再走' })
  }
  const draft = () =>
    ask(coordinator, 'activity.saveDraft', {
      kind: 'lecture',
      title: '冬季用气安全讲座',
      summary: '燃气公司的师傅来讲怎样安全用气，现场教换软管。',
      place,
      sessions: [{ from: hour(12, 14), to: hour(12, 16), capacity: 40 }],
      signup: open(hour(11, 18), 3),
    })
  await Promise.all([birthday(), lanterns(), training(), festival(), calledOff(), draft()])
  await shiftsOfTeams(ask, midnight, now)
}

/** What leaders publish for their own teams: shifts for volunteers alone, and one with places for neighbours. */
async function shiftsOfTeams(ask: Ask, midnight: number, now: number): Promise<void> {
  const publish = (
    leader: string,
    [day, clock, hours]: [number, number, number],
    content: Pick<Content, 'title' | 'summary' | 'place' | 'teamId'>,
    shift: { name: string; capacity: number },
    capacity = 0,
  ) => {
    const from = midnight + day * dayMs + clock * hourMs
    return ask(leader, 'activity.publish', {
      ...content,
      kind: 'other',
      sessions: [{ from, to: from + hours * hourMs, capacity, shifts: [shift] }],
      signup: { opensAt: now, closesAt: from, rule: 'first_come', partyMax: 3 },
    })
  }
  const [patrol] = await Promise.all([
    publish(
      'sample_hao',
      [1, 20, 2],
      {
        title: '夜间巡逻',
        summary: '两人一组走一圈，看看楼道、消防通道和路灯。',
        place: '社区警务室门口',
        teamId: 'patrol',
      },
      { name: '巡逻', capacity: 4 },
    ),
    publish(
      'sample_miao',
      [3, 8, 2],
      {
        title: '清理楼道和花坛',
        summary: '火柴新村的花坛除草、补种，带走楼道里的杂物。',
        place: '火柴新村 3 栋门口',
        teamId: 'greening',
      },
      { name: '种花除草', capacity: 6 },
    ),
    publish(
      'sample_wen',
      [6, 19, 2],
      {
        title: '广场舞排练',
        summary: '排过节的节目，想学的邻居都可以来。',
        place: '社区活动室',
        teamId: 'arts',
      },
      { name: '放音响、带动作', capacity: 2 },
      20,
    ),
    publish(
      'sample_wen',
      [2, 16, 2],
      {
        title: '放学后陪写作业',
        summary: '陪孩子写作业、读书，家长六点来接。',
        place: '社区图书角',
        teamId: 'tutoring',
      },
      { name: '陪写作业', capacity: 3 },
    ),
  ])
  const [shiftId] = patrol.shiftIds
  if (shiftId !== undefined) await ask('sample_hao', 'shift.signUp', { shiftId })
}

/** The next festival, as its template proposes it. */
async function nextFestival(ask: Ask, soonest: number, now: number): Promise<Content> {
  const { items } = await ask(coordinator, 'activity.templates', {
    from: new Date(soonest).toISOString().slice(0, 10),
  })
  const next = items.find(({ kind, audience }) => kind === 'festival' && !audience)
  if (!next) throw new Error('the sample has no festival')
  const { kind, title, summary, capacity, shifts, template: festival } = next
  const from = Date.parse(`${next.day}T${next.begins}:00+08:00`)
  const to = from + next.durationMinutes * minuteMs
  return {
    kind,
    title,
    summary,
    place: next.place,
    sessions: [{ from, to, capacity, shifts }],
    signup: { opensAt: now, closesAt: from - dayMs, rule: 'first_come', partyMax: 4 },
    festival,
  }
}
