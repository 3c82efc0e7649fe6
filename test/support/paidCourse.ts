import type { MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { Ask } from '#local/sample/driver'
import { firstAdminOpenid } from '#local/sample/people'

const coordinator = 'sample_zhao'

/**
 * The way to a course that is over is paid for, and aprons were handed out: 阮姐 was paid and has one of three aprons,
 * 崔婶 is to be paid, 邢嫂 took her claim back while hers waits for a second word.
 */
export async function payForTheWay(
  ask: Ask,
  now: number,
  activityId: string,
  { ruan, cui }: { ruan: MemberId; cui: MemberId },
): Promise<void> {
  await ask('course_ruan', 'subsidy.claim', { activityId, ground: 'returned', consent: true })
  await ask('course_cui', 'subsidy.claim', { activityId, ground: 'far', consent: true })
  await ask('course_xing', 'subsidy.claim', { activityId, ground: 'other', words: '家在山上', consent: true })
  const { lines } = await ask(coordinator, 'subsidy.draw', { activityId })
  const of = (...who: MemberId[]) =>
    lines.filter(({ memberId }) => who.includes(memberId)).map(({ lineId }) => lineId)
  await ask(firstAdminOpenid, 'subsidy.approve', { lineIds: of(ruan, cui) })
  await ask(coordinator, 'subsidy.pay', { lineIds: of(ruan), day: dayOf(now) })
  await ask('course_xing', 'subsidy.withdrawClaim', { activityId })
  const { stockId } = await ask(coordinator, 'training.stock', { activityId, title: '围裙', count: 3 })
  await ask(coordinator, 'training.handOut', { stockId, memberId: ruan })
}
