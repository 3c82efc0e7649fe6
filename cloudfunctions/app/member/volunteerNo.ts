import { randomInt } from 'node:crypto'
import { loadCommunity, prefixOf } from '#app/community/community'
import type { Grant } from '#contract/member'
import type { Command, Decision } from '#core/change/aggregate'
import type { Licence } from '#core/change/effect'
import { decideGrant, type Member } from '#core/member/member'
import { lacksVolunteerNo, volunteerDigits, volunteerNoOf } from '#core/member/volunteerNo'
import { volunteerNumbers } from '#store/collections'

/** Gives a role, and with the first membership a volunteer number, in the same write. */
export async function decideNumberedGrant(
  member: Member,
  command: Command,
  grant: Grant,
  licences?: Licence[],
): Promise<Decision<Member>> {
  const decision = decideGrant(member, command, grant, licences)
  const { next } = decision
  if (!next || next === member || !lacksVolunteerNo(next)) return decision
  return { ...decision, next: { ...next, volunteerNo: await reserved(next, command.at) } }
}

/**
 * Finds or reserves the number of a member. Two unique keys decide, the number and the member: whoever comes
 * again, after a crash or at the same time, finds the one that is there.
 */
async function reserved({ _id: memberId, communityId }: Member, at: number): Promise<string> {
  const prefix = prefixOf((await loadCommunity(communityId)) ?? {})
  for (;;) {
    const [held] = await volunteerNumbers.find('member', { memberId }, { limit: 1 })
    if (held) return held._id
    const digits = String(randomInt(10 ** volunteerDigits)).padStart(volunteerDigits, '0')
    const volunteerNo = volunteerNoOf(prefix, digits)
    if (await volunteerNumbers.insert({ _id: volunteerNo, communityId, memberId, at })) return volunteerNo
  }
}
