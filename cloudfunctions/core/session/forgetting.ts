import { type Gone, unnamed } from '#core/account/unnamed'
import type { DoorList } from './door'
import type { Feedback } from './feedback'
import type { Session } from './session'

/** The places a party had stay counted; who they were goes. */
export function sessionWithout(session: Session, { memberId, name }: Gone): Session {
  const next = unnamed(session, memberId, name)
  const party = next.roster[memberId]
  if (!party || (party.names === '' && party.name === name)) return next
  return { ...next, roster: { ...next.roster, [memberId]: { ...party, name, names: '' } } }
}

/** Who came is counted by id; only what they have said goes. */
export function doorWithout(door: DoorList, { memberId }: Gone): DoorList {
  const { [memberId]: said, ...appeals } = door.appeals
  return said ? { ...door, appeals } : door
}

/** The stars stay counted; the words go. */
export const feedbackWithout = (feedback: Feedback, { memberId }: Gone): Feedback =>
  feedback.memberId === memberId && feedback.comment !== null ? { ...feedback, comment: null } : feedback
