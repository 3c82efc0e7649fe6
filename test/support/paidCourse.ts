import { dayOf } from '#contract/shared/wallClock'
import type { Ask } from '#local/sample/driver'
import { firstAdminOpenid } from '#local/sample/people'
import { dayMs, hourMs, minuteMs } from './time'

const coordinator = 'sample_zhao'

/** A course of the sample community in which the way is paid, and aprons are handed out; see `StagedActivities`. */
export async function stagePaidCourse(ask: Ask, now: number): Promise<string> {
  const from = now + 25 * minuteMs
  const lessons = [0, 2, 4].map((days) => ({
    from: from + days * dayMs,
    to: from + days * dayMs + 2 * hourMs,
  }))
  const { activityId, sessionIds, lessonIds } = await ask(coordinator, 'activity.publish', {
    kind: 'training',
    title: '剪纸培训',
    summary: '从窗花学起，材料免费，学会了可以接订单。',
    place: '社区妇女之家活动室',
    sessions: [{ from, to: from + 5 * dayMs, capacity: 20 }],
    lessons,
    subsidyFen: 1000,
    subsidyPer: 'lesson',
    signup: { opensAt: now - hourMs, closesAt: now + 10 * minuteMs, rule: 'first_come', partyMax: 1 },
  })
  const [sessionId = ''] = sessionIds
  const [lessonId = ''] = lessonIds ?? []
  const [wu, hao, miao, wen] = ['sample_wu', 'sample_hao', 'sample_miao', 'sample_wen'] as const
  const ids = new Map<string, string>()
  for (const who of [wu, hao, miao, wen]) {
    await ask(who, 'session.signUp', { sessionId, party: [{ self: true }] })
    ids.set(who, (await ask(who, 'member.me', {})).member?.memberId ?? '')
  }
  const mark = (who: string, present: boolean) =>
    ask(coordinator, 'session.mark', {
      ...{ sessionId, lessonId },
      marks: [{ memberId: ids.get(who) ?? '', present }],
    })
  for (const who of [wu, hao, miao]) await mark(who, true)
  await ask(wu, 'subsidy.claim', { activityId, ground: 'returned', consent: true })
  await ask(hao, 'subsidy.claim', { activityId, ground: 'far', consent: true })
  await ask(miao, 'subsidy.claim', { activityId, ground: 'other', words: '家在山上', consent: true })
  const { lines } = await ask(coordinator, 'subsidy.draw', { activityId })
  const of = (...who: string[]) =>
    lines.filter(({ memberId }) => who.some((one) => ids.get(one) === memberId)).map(({ lineId }) => lineId)
  await ask(firstAdminOpenid, 'subsidy.approve', { lineIds: of(wu, hao) })
  await ask(coordinator, 'subsidy.pay', { lineIds: of(wu), day: dayOf(now) })
  await mark(miao, false)
  const { stockId } = await ask(coordinator, 'training.stock', { activityId, title: '围裙', count: 3 })
  await ask(coordinator, 'training.handOut', { stockId, memberId: ids.get(wu) ?? '' })
  return activityId
}
