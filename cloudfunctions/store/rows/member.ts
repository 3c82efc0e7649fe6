import type { Instant, MemberId } from '#contract/shared/scalars'
import { memberAlong } from '#core/enrolment/joining'
import type { Household, Member, StoredDependent } from '#core/member/member'
import { goesWith, losesName, remains } from '#store/engine/fate'
import { apart, goesAlong, joinedBy } from '#store/engine/join'
import { row } from '#store/engine/row'

/** One opening of sealed fields, as 谁看过我的信息 lists it. */
export interface Opening {
  _id: string
  communityId: string
  subjectId: MemberId
  viewerId: MemberId
  viewerName: string
  fields: string[]
  /** Why it was opened: a key for which the client has a sentence. */
  reason: string
  /** The id of what it was opened for, for example of a booking. */
  about: string
  at: Instant
}

export const membersRow = row<Member>()({
  indexes: {
    byBirthMonth: ['communityId', 'birthMonthKey'],
    byState: ['communityId', 'state', 'registeredAt'],
    byStateOfGrid: ['communityId', 'state', 'gridId', 'registeredAt'],
    byAsked: ['communityId', 'askedAt'],
    byNameKey: ['communityId', 'nameKey', 'registeredAt'],
    byHours: ['communityId', 'hoursLines'],
    byHousehold: { exact: ['householdId'] },
    phoneKey: { exact: ['phoneKey'] },
    byAdoptKey: { exact: ['adoptKey'] },
    due: ['dueAt'],
  },
  sealed: { phone: 'phone', birth: 'birth', 'family.*': 'family.*.birthDay' },
  fate: losesName,
  joins: joinedBy(memberAlong),
  passes: true,
})

export const householdsRow = row<Household>()({
  indexes: { byEstate: ['communityId', 'estateId'] },
  sealed: { door: 'door' },
  fate: remains('A dwelling is not a person; nothing leads from it to who has left.'),
  joins: apart('It names no member.'),
  passes: false,
})

export const dependentsRow = row<StoredDependent>()({
  indexes: {
    byBirthMonth: ['communityId', 'birthMonthKey'],
    byMember: ['memberId', 'addedAt'],
  },
  sealed: { birthDay: 'birthDay', needs: 'needs' },
  fate: goesWith('memberId'),
  joins: goesAlong,
  passes: false,
})

export const openingsRow = row<Opening>()({
  indexes: {
    subject: ['subjectId', '-at'],
    at: ['at'],
  },
  sealed: {},
  fate: goesWith('subjectId'),
  joins: goesAlong,
  passes: false,
  term: { index: 'at', afterDays: 'openingsKeptDays' },
})
