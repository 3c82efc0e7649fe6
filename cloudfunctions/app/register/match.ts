import type { Context } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import type { DwellingRemoval, RegisterHint } from '#contract/register'
import { defaultLimits } from '#contract/shared/defaultLimits'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Home, Member, Voucher } from '#core/member/member'
import { type Dwelling, hasRoom, isRemoved, matchRegister, registerConfirms } from '#core/register/match'
import { dwellings, members } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { oneOf } from '#store/words/conditions'
import { holdName, letNameGo } from '#store/writes/dwelling'

/** A key of a name in a dwelling. It differs from dwelling to dwelling, so nobody can be traced by their name. */
export const nameKeyOf = ({ sealing }: Settings, householdId: string, name: string): string =>
  sealing.indexKey(JSON.stringify(['name', householdId, nameSpelling(name)]))

type Stated = Pick<Member, 'householdId' | 'gridId' | 'name'>

/** Puts what a person states about their home into the form that the register is asked in. */
export const stated = (settings: Settings, { householdId, gridId, name }: Stated) => ({
  gridId,
  nameKey: nameKeyOf(settings, householdId, name),
})

/** Nobody lives with more people; the register names at most twenty. */
const manyLiving = 100

/** A community that was written before there was such a limit has the usual one. */
const mostAccounts = ({ limits }: CommunityDocument): number =>
  limits.dwellingAccounts ?? defaultLimits.dwellingAccounts

/** The names of those who live in these dwellings, or are moving away without a worker's word, by dwelling. */
async function livingIn(
  communityId: string,
  householdIds: readonly string[],
): Promise<{ memberId: string; householdId: string; name: string }[]> {
  const [there, leaving] = await Promise.all([
    members.find(
      'byHousehold',
      { householdId: oneOf(householdIds), state: 'verified' },
      { limit: manyLiving },
    ),
    members.find(
      'byState',
      { communityId, state: 'pending', 'movedFrom.householdId': oneOf(householdIds) },
      { limit: manyLiving },
    ),
  ])
  return [
    ...there.map(({ _id, householdId, name }) => ({ memberId: _id, householdId, name })),
    ...leaving.flatMap(({ _id, movedFrom }) =>
      movedFrom ? [{ memberId: _id, householdId: movedFrom.householdId, name: movedFrom.name }] : [],
    ),
  ]
}

/** An account, and what is stated about its home. */
interface Vouched {
  memberId: string
  home: Home
  /** They had another name before. */
  renamed?: boolean
}

/**
 * Decides with the register's word. It vouches for what somebody states where it says the same, the community
 * lets it decide, and the name in that dwelling has no account yet. One conditional write holds the name until
 * the account is written, so that of two who state it at the same instant it vouches for one.
 */
export async function withVoucher<Decided>(
  context: Pick<Context, 'settings' | 'community' | 'command'>,
  vouched: Vouched,
  decide: (voucher: Voucher | undefined) => Promise<Decided>,
): Promise<Decided> {
  const held = await heldFor(context, vouched)
  if (!held) return decide(undefined)
  try {
    return await decide((await stillRoom(context, vouched, held.to)) ? 'register' : undefined)
  } finally {
    await letNameGo(vouched.home.householdId, held.nameKey, held.to)
  }
}

async function heldFor(
  { settings, community, command }: Pick<Context, 'settings' | 'community' | 'command'>,
  { memberId, home, renamed = false }: Vouched,
): Promise<{ nameKey: string; to: string } | undefined> {
  if (community.limits.registerVerifies === false) return undefined
  const said = stated(settings, home)
  const dwelling = await dwellings.get(home.householdId)
  if (!registerConfirms(dwelling, said, renamed)) return undefined
  const held = { nameKey: said.nameKey, to: settings.sealing.indexKey(`vouching:${memberId}`) }
  return (await holdName(home.householdId, held.nameKey, held.to, command.at)) ? held : undefined
}

/** Asked once the name is held: whoever comes later sees the hold, whoever came before lives there already. */
async function stillRoom(
  { community, command }: Pick<Context, 'community' | 'command'>,
  { memberId, home }: Vouched,
  to: string,
): Promise<boolean> {
  const [dwelling, living] = await Promise.all([
    dwellings.get(home.householdId),
    livingIn(community._id, [home.householdId]),
  ])
  const names = living.filter((other) => other.memberId !== memberId).map(({ name }) => name)
  const more = { to, now: command.at, most: mostAccounts(community) }
  return dwelling !== undefined && !isRemoved(dwelling) && hasRoom(dwelling, home.name, names, more)
}

/** When, why and by whom each of these dwellings was taken out of the register. */
async function removalsOf(
  { sealing }: Settings,
  removed: readonly Dwelling[],
): Promise<Map<string, DwellingRemoval>> {
  const ids = removed.flatMap(({ removedById }) => removedById ?? [])
  const people = await members.getMany([...new Set(ids)], { fields: ['name'] })
  const names = new Map(people.map(({ _id, name }) => [_id, name]))
  return new Map(
    removed.map(({ _id: id, removedAt, removedFor, removedById }): [string, DwellingRemoval] => {
      const reason = removedFor
        ? sealing.open(removedFor, { collection: 'dwellings', id, field: 'removedFor' })
        : ''
      const by = names.get(removedById ?? '')
      return [id, { at: removedAt ?? 0, reason, ...(by !== undefined && { by }) }]
    }),
  )
}

/** What the register says of people who wait, by member id; undefined where the community has no register. */
export async function registerHints(
  { settings, community }: Context,
  all: readonly Member[],
): Promise<Map<string, RegisterHint> | undefined> {
  const waiting = all.filter(({ householdId }) => householdId !== '')
  if (waiting.length === 0) return new Map()
  const ids = [...new Set(waiting.map(({ householdId }) => householdId))]
  const found = await dwellings.getMany(ids)
  const communityId = community._id
  if (found.length === 0 && (await dwellings.find('byCommunity', { communityId }, { limit: 1 })).length === 0)
    return undefined
  const byId = new Map(found.map((dwelling) => [dwelling._id, dwelling]))
  const removals = await removalsOf(settings, found.filter(isRemoved))
  const hints = new Map(
    waiting.map((member): [string, RegisterHint] => {
      const dwelling = byId.get(member.householdId)
      const hint = matchRegister(dwelling, stated(settings, member))
      // the worker of another grid reads only that the register has no such dwelling
      const removed = dwelling?.gridId === member.gridId ? removals.get(dwelling._id) : undefined
      return [member._id, hint.match === 'no_dwelling' && removed ? { ...hint, removed } : hint]
    }),
  )
  const same = waiting.filter(({ _id }) => hints.get(_id)?.match === 'same')
  if (same.length === 0) return hints
  const living = await livingIn(communityId, [...new Set(same.map(({ householdId }) => householdId))])
  const more = { to: '', now: Date.now(), most: mostAccounts(community) }
  for (const { _id, name, householdId } of same) {
    const others = living.filter((other) => other.householdId === householdId && other.memberId !== _id)
    const names = others.map((other) => other.name)
    if (!hasRoom({ nameKeys: byId.get(householdId)?.nameKeys ?? [] }, name, names, more))
      hints.set(_id, { match: 'taken' })
  }
  return hints
}
