import type { Instant, MemberId } from '#contract/shared/scalars'
import { membershipsJoined } from '#core/enrolment/joining'
import type { Membership } from '#core/team/membership'
import { goesWith, remains } from '#store/engine/fate'
import { apart, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

/**
 * A volunteer number that has been given; the id is the number. It is kept for good, so that no number is
 * given twice.
 */
export interface VolunteerNumber {
  _id: string
  communityId: string
  memberId: MemberId
  at: Instant
}

export const membershipsRow = row<Membership>()({
  indexes: {
    byTeam: ['teamId', '-since'],
    seats: ['teamId', 'state', '-since'],
    leaders: { exact: ['teamId', 'leads'] },
    byMember: ['memberId', '-since'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed(membershipsJoined),
  passes: true,
})

export const volunteerNumbersRow = row<VolunteerNumber>()({
  indexes: { member: { unique: ['memberId'] } },
  sealed: {},
  fate: remains('The number is what remains of a volunteer.'),
  joins: apart('A number stays what it is; the member takes it over where they have none.'),
  passes: false,
})
