import { type Context, invalid, no, yes } from '#app/call/context'
import { householdIdOf } from '#app/member/household'
import type { DwellingRemoved, memberRemoveDwelling } from '#contract/register'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideRemoval } from '#core/register/removal'
import { buildingIn } from '#core/register/rows'
import { dwellings } from '#store/collections'
import { firstSentAt } from './firstSent'

/**
 * Takes a dwelling out of the register. Nothing is taken from those who live there: from now on a worker decides about
 * whoever states it. Its residents' names go; the door and the reason stay as the record.
 */
export async function removeDwelling(
  context: Context,
  { estateId, building: said, unit, reason }: Input<typeof memberRemoveDwelling>,
): Promise<Answer<DwellingRemoved>> {
  const { settings, community, command, member } = context
  const estate = community.estates.find((known) => known.estateId === estateId)
  if (!estate) return invalid('estateId', 'is not an estate of this community')
  const building = buildingIn(estate, said)
  if (building === undefined) return invalid('building', 'is not a building of this estate')
  const _id = householdIdOf(context, { estateId, building, unit })
  const [dwelling, sentAt] = await Promise.all([dwellings.get(_id), firstSentAt(command)])
  const decided = decideRemoval(dwelling, sentAt)
  if (typeof decided === 'object') return no(decided.refusal)
  if (!dwelling) return no('dwelling_unknown')
  if (decided === 'nothing') return yes({ removedAt: dwelling.removedAt ?? sentAt })
  const removed = await dwellings.update(
    // an import that is faster changes it
    { _id, importedAt: dwelling.importedAt },
    {
      nameKeys: [],
      removedAt: command.at,
      removedFor: settings.sealing.seal(reason, { collection: 'dwellings', id: _id, field: 'removedFor' }),
      removedById: member?._id ?? null,
    },
  )
  return removed ? yes({ removedAt: command.at }) : no('conflict')
}
