import { volunteerTeams } from '#app/call/context'
import { ageOf } from '#app/member/birth'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import { isClosing } from '#core/account/closing'
import type { Booking } from '#core/booking/booking'
import type { Volunteer } from '#core/booking/decide'
import { type Candidate, recentWeeks, type Wanted } from '#core/booking/match'
import type { Member } from '#core/member/member'
import { isMinor } from '#core/member/volunteering'
import { bookings, diaries, guardianships, members, memberships } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import type { Sealing } from '#store/sealing/sealing'
import { above, oneOf } from '#store/words/conditions'

/** No team has more volunteers. */
const manySeats = 200
/** No volunteer claims more in these weeks. */
const manyClaims = 200
const weekMs = 7 * dayMs
/** The recent weeks are counted back from the beginning of the booking's week, hence one week more. */
const lookBackMs = (recentWeeks + 1) * weekMs

/** A volunteer of a booking's team, with what decides whether they may go and how well they fit. */
export interface Seated {
  candidate: Candidate
  volunteer: Volunteer
}

/** Adds the skills that its kind asks for to a booking that is matched. */
export const wantedOf = (
  booking: Omit<Wanted, 'skills'> & Pick<Booking, 'service' | 'kind'>,
  { services }: CommunityDocument,
): Wanted => {
  const { service, kind } = booking
  const kinds = services.find((offered) => offered.service === service)?.kinds
  return { ...booking, skills: kinds?.find((offered) => offered.kind === kind)?.skills ?? [] }
}

export const validLicences = (member: Member, now: Instant): string[] =>
  member.licences.filter(({ validUntil }) => validUntil >= dayOf(now)).map(({ licence }) => licence)

type Claimed = Pick<Booking, '_id' | 'claimerId' | 'state' | 'windowFrom' | 'windowTo'>
const claimedFields = ['_id', 'claimerId', 'state', 'windowFrom', 'windowTo'] as const

/**
 * Reads, in one query, what these volunteers have claimed since some weeks ago, without what expired or was
 * cancelled.
 */
export async function claimsOf(memberIds: readonly string[], now: Instant): Promise<Claimed[]> {
  const [only] = memberIds
  const claimerId = memberIds.length === 1 && only !== undefined ? only : oneOf(memberIds)
  const most = Math.min(memberIds.length * manyClaims, 1000)
  const since = { claimerId, windowFrom: above(now - lookBackMs) }
  const found = await bookings.find('claimed', since, { limit: most, fields: claimedFields })
  return found.filter(({ state }) => state !== 'expired' && state !== 'cancelled')
}

export const promiseOf = ({ _id, windowFrom, windowTo }: Claimed) => ({
  heldFor: _id,
  from: windowFrom,
  to: windowTo,
})

/** Reads everybody who volunteers in a team now. */
export async function seatedIn(teamId: string, now: Instant, sealing: Sealing): Promise<Seated[]> {
  const seats = await memberships.find('seats', { teamId, state: 'accepted' }, { limit: manySeats })
  const ids = seats.map(({ memberId }) => memberId)
  if (ids.length === 0) return []
  const [people, books, claims] = await Promise.all([
    members.getMany(ids),
    diaries.getMany(ids),
    claimsOf(ids, now),
  ])
  const present = people.filter(
    (member) => member.state === 'verified' && !isClosing(member) && volunteerTeams(member).includes(teamId),
  )
  const ages = new Map(present.map((member) => [member._id, ageOf(member, now, sealing)]))
  const minors = present.filter(({ _id }) => isMinor(ages.get(_id))).map(({ _id }) => _id)
  const given = await guardianships.getMany(minors, { where: { state: 'given' } })
  const agreed = new Set(given.map(({ _id }) => _id))
  return present.map((member): Seated => {
    const { _id: memberId, name, estateId, licences } = member
    const age = ages.get(memberId)
    return {
      candidate: {
        memberId,
        estateId,
        age,
        skills: seats.find((seat) => seat.memberId === memberId)?.skills ?? [],
        licences: validLicences(member, now),
        holds: books.find(({ _id }) => _id === memberId)?.holds ?? [],
        claims: claims.filter(({ claimerId }) => claimerId === memberId).map(promiseOf),
      },
      volunteer: {
        memberId,
        name,
        age,
        teamIds: volunteerTeams(member),
        licences,
        ...(isMinor(age) ? { guardianConsents: agreed.has(memberId) } : {}),
      },
    }
  })
}
