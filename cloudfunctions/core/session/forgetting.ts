import type { MemberId } from '#contract/shared/scalars'
import { type Gone, withoutName } from '#core/account/withoutName'
import type { DoorList } from './door'
import type { Feedback } from './feedback'
import type { Session } from './session'

/**
 * A session without a forgotten person: the party still counts. Its names go where an earlier edition has put
 * them there; otherwise they stand in the sign-up, which is removed.
 */
export function sessionWithout(session: Session, { memberId, name, words }: Gone): Session {
  const next = withoutSaid(withoutName(session, memberId, name), memberId, words)
  const party = next.roster[memberId]
  if (party?.names === undefined || (party.names === '' && party.name === name)) return next
  return { ...next, roster: { ...next.roster, [memberId]: { ...party, name, names: '' } } }
}

/** What a coordinator said stands there without their words. */
function withoutSaid(session: Session, memberId: MemberId, words: string): Session {
  const { tellings = [] } = session
  if (!tellings.some((said) => said.whoId === memberId && said.words !== words)) return session
  return {
    ...session,
    tellings: tellings.map((said) => (said.whoId === memberId ? { ...said, words } : said)),
  }
}

/** A door list without a forgotten person: the marks count by id and stay, the appeal goes. */
export function doorWithout(door: DoorList, { memberId }: Gone): DoorList {
  const { [memberId]: said, ...appeals } = door.appeals
  return said ? { ...door, appeals } : door
}

/** The stars still count; the comment goes. */
export const feedbackWithout = (feedback: Feedback, { memberId }: Gone): Feedback =>
  feedback.memberId === memberId && feedback.comment !== null ? { ...feedback, comment: null } : feedback
