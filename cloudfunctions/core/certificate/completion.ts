import type { CertificateFault, CertificateState, Issuer } from '#contract/certificate'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import { canonicalJson } from '#core/change/canonicalJson'
import type { Effect } from '#core/change/effect'
import type { Marker, Vouched } from '#core/hours/marks'
import { type Completion, isSameCompletion } from '#core/training/completion'
import { type CertificateMarks, markOfName } from './words'

/** Everything that a certificate of completion says. */
export interface CompletionWords extends Completion {
  /** The certificate's number. */
  _id: string
  communityId: string
  /** Who has signed the trainee up; they hold the paper. */
  memberId: MemberId
  /** The trainee's name. */
  name: string
  activityId: string
  sessionId: string
  /** 1, 2, 3 … of this trainee's certificates of this course; at most the last stands. */
  edition: number
  title: string
  issuer: Issuer
  issuedAt: Instant
}

/** What the closed lists of a course said of a trainee when it was issued. */
export interface CompletionCertificate extends Aggregate, CompletionWords {
  kind: 'completion'
  state: CertificateState
  marks: CertificateMarks
  /**
   * Why the lists have ended it: other words hold now, or too few lessons are left. Absent where somebody has
   * revoked it: then nothing follows it.
   */
  ended?: 'replaced' | 'too_few'
  /** The day in the number of the edition that follows; kept, so that a repeat makes the same number. */
  followedOn?: Day
  events: Recorded<'issued' | 'revoked' | 'followed'>[]
}

export function marksOfCompletion(words: CompletionWords, mark: Marker): CertificateMarks {
  const { _id, communityId, memberId, activityId, sessionId, edition, title } = words
  const { attended, of, minutes, from, to, issuer, issuedAt } = words
  const said = { _id, communityId, memberId, activityId, sessionId, edition, title }
  return {
    words: mark(
      `completion:${canonicalJson({ ...said, attended, of, minutes, from, to, issuer, issuedAt })}`,
    ),
    name: markOfName(words, mark),
  }
}

/**
 * Why a certificate of completion is not valid; undefined while it says what was issued, and the lists agree.
 *
 * @param done what the lists say of its trainee now.
 * @param holderLeft the holder has closed the account, and the name has gone with it.
 */
export function completionFault(
  certificate: CompletionCertificate,
  done: Completion | undefined,
  { mark }: Pick<Vouched, 'mark'>,
  holderLeft = false,
): CertificateFault | undefined {
  if (certificate.state === 'revoked') return 'revoked'
  const own = marksOfCompletion(certificate, mark)
  const { words, name } = certificate.marks
  if (words !== own.words || !(holderLeft || name === own.name)) return 'words_changed'
  return done && isSameCompletion(certificate, done) ? undefined : 'attendance_changed'
}

/** What is said of a change. */
export interface FollowWords {
  replaced: string
  tooFew: string
}

/** Issues an edition, and tells its holder. */
export function decideIssueCompletion(
  start: CompletionCertificate,
  command: Command,
  note: string,
): Decision<CompletionCertificate> {
  const kind = start.edition === 1 ? 'completion_issued' : 'completion_anew'
  return withEffects(withEvent(start, command, 'issued'), command, [told(start, kind, note)])
}

/**
 * The last edition follows the lists: it is ended where they say other words, or too few lessons, and what was ended
 * by too few is followed by another once they are enough. What somebody has revoked stays revoked.
 *
 * @param today goes into the number of the edition that follows.
 */
export function decideFollow(
  held: CompletionCertificate,
  command: Command,
  done: Completion | undefined,
  today: Day,
  words: FollowWords,
): Decision<CompletionCertificate> {
  const { state, ended, followedOn } = held
  if (state === 'revoked' && ended === undefined) return { next: held }
  if (!done) {
    if (ended === 'too_few') return { next: held }
    const next = { ...endedBy(held, command, words.tooFew), ended: 'too_few' as const }
    return withEffects(next, command, [told(next, 'completion_revoked', words.tooFew)])
  }
  if (state === 'valid') {
    if (isSameCompletion(held, done)) return { next: held }
    // whoever holds it is told of the edition that follows
    const next = { ...endedBy(held, command, words.replaced), ended: 'replaced' as const, followedOn: today }
    return withEffects(next, command, [followingOf(next)])
  }
  if (followedOn !== undefined) return { next: held }
  const next = { ...withEvent(held, command, 'followed'), followedOn: today }
  return withEffects(next, command, [followingOf(next)])
}

const endedBy = (held: CompletionCertificate, command: Command, note: string): CompletionCertificate => ({
  ...withEvent(held, command, 'revoked', note),
  state: 'revoked',
})

/** The edition that follows is issued also where whoever decided it did not come to it. */
const followingOf = ({ _id, rev, sessionId, memberId }: CompletionCertificate): Effect => ({
  effect: 'courseAttendance',
  cause: `${_id}:${rev}`,
  sessionId,
  memberId,
})

const told = (
  { _id, rev, memberId, activityId, title }: CompletionCertificate,
  kind: 'completion_issued' | 'completion_anew' | 'completion_revoked',
  note: string,
): Effect => ({
  effect: 'notice',
  noticeId: `n_${_id}_${kind}_${rev}`,
  to: memberId,
  kind,
  activityId,
  title,
  note,
})
