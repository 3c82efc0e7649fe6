import { sessionAlong, signupAlong, signupsJoined } from '#core/enrolment/joining'
import type { DoorList } from '#core/session/door'
import type { Feedback } from '#core/session/feedback'
import { doorWithout, feedbackWithout, sessionWithout } from '#core/session/forgetting'
import type { Session, Signup } from '#core/session/session'
import { by, goesWith } from '#store/engine/fate'
import { goesAlong, joinedBy, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const sessionsRow = row<Session>()({
  indexes: {
    ofActivities: ['activityId'],
    due: ['dueAt'],
  },
  sealed: { seed: 'seed.sealed', 'roster.*.names': 'roster.*.names' },
  fate: by(sessionWithout),
  joins: joinedBy(sessionAlong),
  passes: true,
})

export const signupsRow = row<Signup>()({
  indexes: {
    mine: ['memberId', 'over', '-at'],
    bySession: ['sessionId'],
    due: ['dueAt'],
    command: { unique: ['command'] },
  },
  sealed: { names: 'names' },
  fate: goesWith('memberId'),
  joins: rekeyed(signupsJoined, signupAlong),
  passes: true,
})

export const doorsRow = row<DoorList>()({
  indexes: { due: ['dueAt'] },
  sealed: { 'walkIns.*': 'walkIns.*.name' },
  fate: by(doorWithout),
  joins: goesAlong,
  passes: true,
})

export const feedbacksRow = row<Feedback>()({
  indexes: { bySession: ['sessionId', '-at'] },
  sealed: {},
  fate: by(feedbackWithout),
  joins: rekeyed(),
  passes: false,
})
