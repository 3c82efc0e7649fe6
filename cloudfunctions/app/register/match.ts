import type { Context } from '#app/call/context'
import type { Settings } from '#app/call/settings'
import type { RegisterHint } from '#contract/register'
import { nameSpelling } from '#contract/shared/nameSpelling'
import type { Home, Member, Voucher } from '#core/member/member'
import { matchRegister, registerConfirms } from '#core/register/match'
import { dwellings } from '#store/collections'

/** A key of a name in a dwelling. It differs from dwelling to dwelling, so nobody can be traced by their name. */
export const nameKeyOf = ({ sealing }: Settings, householdId: string, name: string): string =>
  sealing.indexKey(JSON.stringify(['name', householdId, nameSpelling(name)]))

type Stated = Pick<Member, 'householdId' | 'gridId' | 'name'>

/** Puts what a person states about their home into the form that the register is asked in. */
export const stated = (settings: Settings, { householdId, gridId, name }: Stated) => ({
  gridId,
  nameKey: nameKeyOf(settings, householdId, name),
})

/**
 * Whether the register verifies what somebody states about their home. It does where it says the same and the
 * community lets it decide.
 *
 * @param renamed they had another name before.
 */
export async function registerVouches(
  { settings, community }: Context,
  said: Home,
  renamed = false,
): Promise<Voucher | undefined> {
  if (community.limits.registerVerifies === false) return undefined
  const dwelling = await dwellings.get(said.householdId)
  return registerConfirms(dwelling, stated(settings, said), renamed) ? 'register' : undefined
}

/** What the register says of people who wait, by member id; undefined where the community has no register. */
export async function registerHints(
  { settings, community }: Context,
  waiting: readonly Member[],
): Promise<Map<string, RegisterHint> | undefined> {
  if (waiting.length === 0) return new Map()
  const ids = [...new Set(waiting.map(({ householdId }) => householdId))]
  const found = await dwellings.getMany(ids)
  const communityId = community._id
  if (found.length === 0 && (await dwellings.find('byCommunity', { communityId }, { limit: 1 })).length === 0)
    return undefined
  const byId = new Map(found.map((dwelling) => [dwelling._id, dwelling]))
  return new Map(
    waiting.map((member) => [
      member._id,
      matchRegister(byId.get(member.householdId), stated(settings, member)),
    ]),
  )
}
