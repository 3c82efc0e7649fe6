import type { BookingRoom } from '#core/booking/room'
import type { Diary } from '#core/diary/diary'
import type { Member } from '#core/member/member'
import type { Proxyship } from '#core/proxy/proxyship'
import { isLive, type Party, type Session, type Signup } from '#core/session/session'
import type { Shift } from '#core/shift/shift'
import type { Membership } from '#core/team/membership'
import { along, type Joined } from './along'

/** The two themselves are put together as a whole, see `absorbed`. */
export const memberAlong = (member: Member, joined: Joined): Member =>
  member._id === joined.from || member._id === joined.to ? member : along(member, joined)

const isSeated = ({ state }: Party): boolean => state === 'confirmed' || state === 'offered'

/**
 * One party of the two at a session: the one that is live. Where both are, the member's stays and the place of the
 * other is given back.
 */
export function sessionAlong(session: Session, joined: Joined): Session {
  const { from, to } = joined
  const { [from]: theirs, ...others } = session.roster
  if (theirs === undefined) return along(session, joined)
  const own = others[to]
  if (own === undefined) return along(session, joined)
  const next = along({ ...session, roster: others, line: session.line.filter((id) => id !== from) }, joined)
  if (!isLive(theirs)) return next
  if (!isLive(own)) {
    const line = session.line.map((id) => (id === from ? to : id))
    return { ...next, line, roster: { ...next.roster, [to]: theirs } }
  }
  if (isSeated(theirs)) return { ...next, free: next.free + theirs.size }
  return { ...next, waiting: next.waiting - 1 }
}

/** The command is unique: the moved row must not collide with the one it comes from. */
export const signupAlong = (signup: Signup): Signup => ({ ...signup, command: `${signup.command}:joined` })

/** The row that is not over. */
export const signupsJoined = (moved: Signup, there: Signup): Signup =>
  there.over && !moved.over ? { ...moved, command: there.command, rev: there.rev ?? 0 } : there

/** One slot of the two. */
export function shiftAlong(shift: Shift, joined: Joined): Shift {
  const next = along(shift, joined)
  const twice = Object.keys(shift.holders).length - Object.keys(next.holders).length
  return twice === 0 ? next : { ...next, free: next.free + twice }
}

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((each) => [idOf(each), each])).values(),
]

/** Everything that either holds. */
export function diariesJoined(moved: Diary, there: Diary): Diary {
  const holds = byId([...moved.holds, ...there.holds], ({ heldFor }) => heldFor)
  const { today: theirs } = moved
  const { today = theirs } = there
  if (!theirs || !today || theirs.day !== today.day)
    return { ...there, holds, ...(theirs && (!today || theirs.day > today.day) ? { today: theirs } : {}) }
  return {
    ...there,
    holds,
    today: {
      day: today.day,
      claims: [...new Set([...theirs.claims, ...today.claims])],
      releases: [...new Set([...theirs.releases, ...today.releases])],
    },
  }
}

export function roomsJoined(moved: BookingRoom, there: BookingRoom): BookingRoom {
  const booked = byId([...moved.booked, ...there.booked], ({ bookingId }) => bookingId)
  const sameDay = moved.today.day === there.today.day
  const later = moved.today.day > there.today.day ? moved.today : there.today
  return {
    ...there,
    booked,
    today: sameDay ? { ...there.today, count: there.today.count + moved.today.count } : later,
  }
}

/** Nobody acts for themselves; of two words, the one that holds. */
export const proxyshipsJoined = (moved: Proxyship, there: Proxyship): Proxyship | 'remove' => {
  if (there.memberId === there.proxyId) return 'remove'
  return moved.active && !there.active ? { ...moved, rev: there.rev } : there
}

const rankOf = ({ state }: Membership): number => (state === 'accepted' ? 0 : state === 'applied' ? 1 : 2)

/** Of two ways through one team, the one that has come further. */
export const membershipsJoined = (moved: Membership, there: Membership): Membership =>
  rankOf(moved) < rankOf(there) ? { ...moved, rev: there.rev } : there
