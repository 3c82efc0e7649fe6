import type { InputOf } from '#contract/operations'
import type { Answer } from '#contract/refusal'
import type { Rates } from '#contract/request'
import { ratesOf, tallied } from '#core/request/rates'
import type { ServiceRequest } from '#core/request/request'
import { requests, tallies } from '#store/collections'
import { operator } from '#store/sdk'
import { invalid, type MemberContext, rolesOf, yes } from './context'

/** As many documents as the database gives at once. */
const most = 1000
/** A report is about a year at most. */
const longestDays = 366
const dayMs = 86_400_000

/** Makes a day's counts anew. Of two that count at once, the one that read earlier looks again. */
export async function recount(communityId: string, day: string): Promise<void> {
  const _id = `${communityId}_${day}`
  for (;;) {
    const before = await tallies.get(_id)
    const lines = tallied(await filedOn(communityId, day))
    const after = { _id, communityId, day, rev: (before?.rev ?? 0) + 1, lines }
    if (before ? await tallies.save(before, after) : await tallies.insert(after)) return
  }
}

async function filedOn(communityId: string, filedDay: string): Promise<ServiceRequest[]> {
  const found: ServiceRequest[] = []
  for (let after = ''; ; ) {
    const next = await requests.find({ communityId, filedDay, _id: operator.gt(after) }, ['_id', 1], most)
    found.push(...next)
    const last = next.at(-1)
    if (next.length < most || !last) return found
    after = last._id
  }
}

/**
 * The three rates of what was filed in a span of days, in total and by grid, category, tier or month. A grid worker
 * sees their grids, an officer and an admin the whole community.
 */
export async function rates(
  { member, identity, settings }: MemberContext,
  { from, to, by }: InputOf<'request.rates'>,
): Promise<Answer<Rates>> {
  const span = (Date.parse(to) - Date.parse(from)) / dayMs
  if (span < 0) return invalid('to', 'is before from')
  if (span >= longestDays) return invalid('to', `at most ${longestDays} days`)
  const { communityId } = settings
  const days = await tallies.find(
    { communityId, day: operator.gte(from).and(operator.lte(to)) },
    ['day', 1],
    longestDays,
  )
  const roles = rolesOf(identity, settings)
  const all = roles.includes('officer') || roles.includes('admin')
  const grids = member.roles.flatMap(({ role, scope }) =>
    role === 'grid_worker' && scope?.gridId ? [scope.gridId] : [],
  )
  return yes({ from, to, ...ratesOf(days, by, (line) => all || grids.includes(line.gridId)) })
}
