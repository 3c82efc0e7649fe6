import { shiftAlong } from '#core/enrolment/joining'
import type { Shift } from '#core/shift/shift'
import type { ShiftPlace } from '#core/shift/shiftPlace'
import { losesName, remains } from '#store/engine/fate'
import { joinedBy, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const shiftsRow = row<Shift>()({
  indexes: {
    byActivity: ['activityId'],
    bySession: ['sessionId'],
    ofTeam: ['teamId', 'state', 'to'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: remains('It counts who holds a slot, by id.'),
  joins: joinedBy(shiftAlong),
  passes: true,
})

export const shiftPlacesRow = row<ShiftPlace>()({
  indexes: {
    byShift: ['shiftId'],
    byMember: ['memberId', '-from'],
    byMemberState: ['memberId', 'state', '-from'],
    byTeam: ['teamId', 'state'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  joins: rekeyed(),
  passes: true,
})
