import { type Change, causedBy, insist } from '#app/change/change'
import { loadCommunity } from '#app/community/community'
import { doorOf } from '#app/session/door'
import { offerFree } from '#app/session/offers'
import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import type { Command } from '#core/change/aggregate'
import type { CourseAttendanceEffect } from '#core/change/effect'
import { decideMissedAnew } from '#core/session/door'
import { offerEndsAt, type Session } from '#core/session/session'
import { cameToCourse } from '#core/training/attendance'
import { isCourse } from '#core/training/course'
import { neverSeen } from '#core/training/neverCame'
import { doors, sessions } from '#store/collections'
import { passPlaceOn } from '#store/writes/session'
import { doorsOfCourse } from './attendance'
import { certify } from './certify'

/**
 * Who was at the lessons of a course has changed. After a lesson was closed, whoever never came gives the place to the
 * line; after a correction it is looked at anew whether this trainee never came, and what their certificate says.
 */
export async function followAttendance(
  effect: CourseAttendanceEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const { sessionId, memberId, cause } = effect
  const [session, community] = await Promise.all([sessions.get(sessionId), loadCommunity(communityId)])
  if (!session || !isCourse(session) || !community) return
  const { limits } = community
  const command = causedBy(cause, now)
  if (memberId === undefined) {
    // the list of the whole course is closed by the timer in its time
    await doorOf(session, limits)
    await passPlacesOn(session, command, limits)
    return
  }
  await certify(session, memberId, now, community, change)
  const door = await doors.get(sessionId)
  if (!door || door.missed === null) return
  const present = cameToCourse(await doorsOfCourse(session.course)).has(memberId)
  insist(
    await change(doors, sessionId, command, (list) =>
      decideMissedAnew(list, session, command, memberId, present),
    ),
  )
}

/** Gives the places of whoever never came to the line, as long as somebody waits who can still complete the course. */
async function passPlacesOn(session: Session, command: Command, limits: Limits): Promise<void> {
  if (!isCourse(session) || session.waiting === 0) return
  if (offerEndsAt(session, command.at, limits) === undefined) return
  const gone = neverSeen(
    session,
    session.course,
    await doorsOfCourse(session.course),
    limits.courseAbsentLessons,
  )
  for (const memberId of gone.slice(0, session.waiting)) {
    const party = session.roster[memberId]
    if (party) await passPlaceOn(session, memberId, party, command)
  }
  if (gone.length > 0) await offerFree(session._id, command, limits)
}
