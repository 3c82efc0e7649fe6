import { tries } from '#app/change/change'
import { dependentBirthSpot } from '#app/member/birth'
import type { MemberId } from '#contract/shared/scalars'
import { consentsTo, type Member, type Relative, type StoredDependent } from '#core/member/member'
import { dependents, members } from '#store/collections'
import { savingWithin } from '#store/saving'
import type { SealedSpot } from '#store/sealing/sealedFields'
import type { Sealing } from '#store/sealing/sealing'
import { plus } from '#store/words/changes'
import { oneOf } from '#store/words/conditions'

/** A relative with the spot that their birthday is sealed for: in the member, or in a document of its own. */
export interface Known extends Relative {
  spot: SealedSpot
}

export const manyDependents = 10
/** Several that are added at the same instant may be more than `manyDependents`; none of them is hidden. */
const manyShown = 3 * manyDependents

export const dependentsOf = (memberId: MemberId): Promise<StoredDependent[]> =>
  dependents.find('byMember', { memberId, removed: false }, { limit: manyShown })

const familySpot = (memberId: MemberId, dependentId: string): SealedSpot => ({
  collection: 'members',
  id: memberId,
  field: `family.${dependentId}`,
})

/** Finds relatives by id; undefined where one is not the member's. It costs a call only where the copy lacks one. */
export async function relativesOf(
  { _id: memberId, family }: Member,
  ids: readonly string[],
): Promise<Map<string, Known> | undefined> {
  const copied = ids.flatMap((id): [string, Known][] => {
    const held = family && Object.hasOwn(family, id) ? family[id] : undefined
    return held ? [[id, { ...held, spot: familySpot(memberId, id) }]] : []
  })
  if (copied.length === ids.length) return new Map(copied)
  const where = { memberId, removed: false, _id: oneOf(ids) }
  const found = await dependents.find('byMember', where, { limit: ids.length })
  if (found.length < ids.length) return undefined
  return new Map(
    found.map(({ _id, name, birthDay }) => [_id, { name, birthDay, spot: dependentBirthSpot(_id) }]),
  )
}

/**
 * Removes the copy before relatives change: if the change breaks off, they are read from their own documents.
 * Raises `rev`, so that nobody who has read the member before writes an old copy afterwards.
 */
export async function forgetFamily(memberId: MemberId): Promise<void> {
  await members.update({ _id: memberId }, { family: null, rev: plus(1) })
}

/**
 * Copies the relatives into the member after they have changed. Every change of a relative ends with this.
 * Where others are faster too often there is no copy, and relatives are read from their own documents.
 */
export async function copyFamily(memberId: MemberId, sealing: Sealing): Promise<void> {
  await savingWithin(tries, members, memberId, async (member) => {
    if (!member || member.state === 'closed') return {}
    const mayKeep = consentsTo(member, 'sensitive')
    const family: Record<string, Relative> = {}
    for (const { _id, name, birthDay } of await dependentsOf(memberId)) {
      const born = birthDay !== null && mayKeep ? sealing.open(birthDay, dependentBirthSpot(_id)) : null
      family[_id] = { name, birthDay: born === null ? null : sealing.seal(born, familySpot(memberId, _id)) }
    }
    return { next: { ...member, family } }
  })
}
