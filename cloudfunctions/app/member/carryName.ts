import type { RenameEffect } from '#core/change/effect'
import {
  bookings,
  guardianships,
  members,
  memberships,
  posts,
  proxyships,
  shiftPlaces,
} from '#store/collections'
import { oneOf } from '#store/words/conditions'

/** Bookings that are not over, or still wait for a word. */
const running = { state: oneOf(['open', 'claimed', 'in_service', 'done']) }

/** Writes a member's present name to where others read it today. What is over, and every history, keeps the old one. */
export async function carryName({ memberId }: RenameEffect): Promise<void> {
  const name = (await members.get(memberId))?.name
  if (name === undefined) return
  await Promise.all([
    memberships.updateAll('byMember', { memberId }, { memberName: name }),
    posts.updateAll('byMember', { memberId }, { memberName: name }),
    proxyships.updateAll('byMember', { memberId }, { memberName: name }),
    proxyships.updateAll('byProxy', { proxyId: memberId }, { proxyName: name }),
    guardianships.update({ _id: memberId }, { minorName: name }),
    guardianships.updateAll('byGuardian', { guardianId: memberId }, { guardianName: name }),
    bookings.updateAll('mine', { requesterId: memberId, ...running }, { requesterName: name }),
    bookings.updateAll('claimed', { claimerId: memberId, ...running }, { claimerName: name }),
    shiftPlaces.updateAll(
      'byMemberState',
      { memberId, state: oneOf(['confirmed', 'in_service', 'done']) },
      { memberName: name },
    ),
  ])
}
