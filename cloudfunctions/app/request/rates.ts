import { type Context, invalid, rolesOf, yes } from '#app/call/context'
import { longestDays, talliesOf } from '#app/report/recount'
import type { Rates, requestRates } from '#contract/request'
import { gridsOf } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer, Refusal } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { ratesOf } from '#core/request/rates'

/** Why a span of days is not reported on; undefined for one that is. */
export function spanFault(from: Day, to: Day): Refusal | undefined {
  const span = (Date.parse(to) - Date.parse(from)) / dayMs
  if (span < 0) return invalid('to', 'is before from')
  return span >= longestDays ? invalid('to', `at most ${longestDays} days`) : undefined
}

/**
 * Gives the three rates of requests filed in a span of days, in total and by grid, category, tier or month. A
 * grid worker sees their grids, an officer and an admin the whole community.
 */
export async function rates(
  context: Context,
  { from, to, by }: Input<typeof requestRates>,
): Promise<Answer<Rates>> {
  const fault = spanFault(from, to)
  if (fault) return fault
  const days = await talliesOf(context.community._id, from, to)
  return yes({ from, to, ...ratesOf(days, by, isShownTo(context)) })
}

/** An officer and an admin are shown the counts of the whole community, everybody else those of their grids. */
export function isShownTo({ member, identity, settings }: Context): (line: { gridId: string }) => boolean {
  const roles = rolesOf(identity, settings)
  const all = roles.includes('officer') || roles.includes('admin')
  const grids = gridsOf(member?.roles ?? [])
  return ({ gridId }) => all || grids.includes(gridId)
}
