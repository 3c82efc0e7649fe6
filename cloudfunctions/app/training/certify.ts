import { environmentSettings } from '#app/call/settings'
import { doneIn, traineeIds } from '#app/certificate/completions'
import { numberOn, numberTries } from '#app/certificate/number'
import { type Change, insist, tries } from '#app/change/change'
import { issuerOf, loadCommunity } from '#app/community/community'
import { environmentMark } from '#app/hours/mark'
import { openNames } from '#app/session/company'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { isCompletion, type StoredCertificate } from '#core/certificate/certificate'
import {
  type CompletionCertificate,
  decideFollow,
  decideIssueCompletion,
  marksOfCompletion,
} from '#core/certificate/completion'
import { type Command, type Decision, unwritten } from '#core/change/aggregate'
import type { CourseCompletedEffect } from '#core/change/effect'
import { type Session, signupId } from '#core/session/session'
import { type Completion, completionBy } from '#core/training/completion'
import { certificates, members, sessions, signups } from '#store/collections'
import type { CommunityDocument } from '#store/rows/community'
import { oneOf } from '#store/words/conditions'
import { doorsOfCourse } from './attendance'
import { attendedNote, followNotes } from './completionNotices'

/** So many certificates are issued at once. */
const atOnce = 20
/** A course has no more places, and a correction of each brings an edition or two. */
const manyEditions = 1000

/** All certificates of a course, or of these of its trainees, the first editions first. */
export async function editionsOf(
  activityId: string,
  memberIds?: readonly MemberId[],
): Promise<CompletionCertificate[]> {
  const of = { activityId, ...(memberIds && { memberId: oneOf(memberIds) }) }
  return (await certificates.find('ofCourse', of, { limit: manyEditions })).filter(isCompletion)
}

/** What the lists ask of a certificate; what was decided before is told from its `rev`, and nothing need be noted. */
const asking = (key: string, now: Instant): Command => ({ key, fingerprint: key, at: now })

/** A course was completed: everybody who was at enough lessons gets a certificate, and whoever has one keeps, changes or loses it. */
export async function certifyAll(
  { sessionId }: CourseCompletedEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const [session, community] = await Promise.all([sessions.get(sessionId), loadCommunity(communityId)])
  if (!session?.completed || !community) return
  const { course } = session.completed
  const [doors, issued] = await Promise.all([doorsOfCourse(course), editionsOf(session.activityId)])
  const held = issued.map(({ memberId }) => memberId)
  const enough = Object.keys(session.roster).filter((memberId) => completionBy(course, doors, [memberId]))
  const concerned = [...new Set([...enough, ...held])]
  for (let begin = 0; begin < concerned.length; begin += atOnce)
    await Promise.all(
      concerned
        .slice(begin, begin + atOnce)
        .map((memberId) => certify(session, memberId, now, community, change)),
    )
}

/**
 * The certificates of one trainee follow the lists of a completed course. Each step decides on the last edition, and
 * reads the lists after it; it ends when a look finds that they agree. So whoever writes last has seen the lists as
 * they are, whatever others did at once.
 */
export async function certify(
  session: Session,
  memberId: MemberId,
  now: Instant,
  community: CommunityDocument,
  change: Change,
): Promise<void> {
  if (!session.completed) return
  const holder = await members.get(memberId)
  const adopter = holder?.joinedTo ? await members.get(holder.joinedTo.memberId) : holder
  const ids = traineeIds(memberId, adopter)
  const concerning: Concerning = { session, ids, now, community, change }
  for (let attempt = 0; attempt < tries; attempt++) {
    const last = (await editionsOf(session.activityId, ids)).at(-1)
    const step =
      last && !isFollowed(last) ? await follow(concerning, last) : await issueNext(concerning, last)
    if (step === 'agrees') return
  }
  throw new Error('too many writers at once')
}

interface Concerning {
  session: Session
  /** The trainee's; see `traineeIds`. */
  ids: readonly MemberId[]
  now: Instant
  community: CommunityDocument
  change: Change
}
type Step = 'agrees' | 'changed'

/** Whether another edition is due after it. */
const isFollowed = ({ state, followedOn }: CompletionCertificate): boolean =>
  state === 'revoked' && followedOn !== undefined

async function follow({ session, ids, now, change }: Concerning, last: CompletionCertificate): Promise<Step> {
  const command = asking(`${last._id}:${last.rev}:lists`, now)
  const followed = await change(
    certificates,
    last._id,
    command,
    async (held): Promise<Decision<StoredCertificate>> =>
      isCompletion(held)
        ? decideFollow(held, command, await doneIn(session, ids), dayOf(now), followNotes)
        : { next: held },
  )
  insist(followed)
  return followed.state && followed.state.rev === last.rev ? 'agrees' : 'changed'
}

/** The first edition, or the one that follows. Nothing is issued to whose name is not known any more. */
async function issueNext(concerning: Concerning, last: CompletionCertificate | undefined): Promise<Step> {
  const { session, ids, now, community, change } = concerning
  const done = await doneIn(session, ids)
  if (!done) return last?.ended === 'replaced' ? follow(concerning, last) : 'agrees'
  const name = await nameOf(session, ids)
  if (name === undefined) return 'agrees'
  const start = newEdition(concerning, last, done, name)
  const day = last?.followedOn ?? dayOf(session.completed?.at ?? now)
  const of = `${session._id}:${start.memberId}:${start.edition}`
  for (let attempt = 0; attempt < numberTries; attempt++) {
    const _id = numberOn(day, of, attempt, community)
    const words = { ...start, _id }
    const edition = { ...words, marks: marksOfCompletion(words, environmentMark()) }
    const command = asking(`${_id}:issued`, now)
    const issued = await change<StoredCertificate>(
      certificates,
      _id,
      command,
      (held) => {
        if (held === edition) return decideIssueCompletion(edition, command, attendedNote(done))
        return isEdition(held, start) ? { next: held } : { refusal: 'conflict' }
      },
      edition,
    )
    if (issued.state && isEdition(issued.state, start)) return 'changed'
  }
  throw new Error('no number is free')
}

type Edition = Pick<CompletionCertificate, 'sessionId' | 'memberId' | 'edition'>

const isEdition = (held: StoredCertificate, { sessionId, memberId, edition }: Edition): boolean =>
  isCompletion(held) && held.sessionId === sessionId && held.memberId === memberId && held.edition === edition

function newEdition(
  { session, ids, now, community }: Concerning,
  last: CompletionCertificate | undefined,
  done: Completion,
  name: string,
): Omit<CompletionCertificate, '_id' | 'marks'> {
  const { _id: sessionId, communityId, activityId, title } = session
  return {
    communityId,
    ...unwritten(),
    kind: 'completion',
    state: 'valid',
    memberId: last?.memberId ?? ids.find((id) => session.roster[id] !== undefined) ?? (ids[0] as MemberId),
    edition: (last?.edition ?? 0) + 1,
    ...{ name, activityId, sessionId, title },
    ...done,
    issuer: issuerOf(community),
    issuedAt: now,
  }
}

/** The trainee's name: that of the sign-up. */
async function nameOf(session: Session, ids: readonly MemberId[]): Promise<string | undefined> {
  const settings = environmentSettings()
  for (const memberId of ids) {
    const signup = await signups.get(signupId(session._id, memberId))
    if (!signup) continue
    const [trainee] = openNames(session._id, memberId, signup, session.roster[memberId], settings)
    return trainee ?? signup.name
  }
  return undefined
}
