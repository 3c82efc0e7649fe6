import type { TeamId } from '#contract/shared/scalars'
import { memberships } from '#store/collections'

/** A count is shown for so long after it was read. */
const freshMs = 60_000

type Sizes = ReadonlyMap<TeamId, number>
const known = new Map<string, { sizes: Sizes; readAt: number }>()

/** How many are in each of these teams of a community, as it was at most a minute ago. */
export async function sizesOf(communityId: string, teamIds: readonly TeamId[]): Promise<Sizes> {
  // the wall clock may be set back, performance.now is not
  const read = known.get(communityId)
  const isFresh = read && performance.now() - read.readAt < freshMs
  if (isFresh && teamIds.every((teamId) => read.sizes.has(teamId))) return read.sizes
  const counted = await Promise.all(
    teamIds.map(
      async (teamId) => [teamId, await memberships.count('seats', { teamId, state: 'accepted' })] as const,
    ),
  )
  const sizes = new Map(counted)
  known.set(communityId, { sizes, readAt: performance.now() })
  return sizes
}
