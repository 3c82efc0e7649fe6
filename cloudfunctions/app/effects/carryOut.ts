import { beginForgetting } from '#app/account/forgetting'
import { align } from '#app/activity/align'
import { remind, tellParties, tellSession } from '#app/activity/telling'
import { otherHand } from '#app/booking/hands'
import { offer } from '#app/booking/offering'
import { relate } from '#app/booking/relate'
import { resolveGathered, tellGathered } from '#app/campaign/carryCampaign'
import { type Change, causedBy, insist } from '#app/change/change'
import { freeDiary, moveDiary, noteRelease } from '#app/diary/release'
import { beginJoining } from '#app/enrolment/joining'
import { releaseFiles } from '#app/file/files'
import { lineBefore } from '#app/hours/carry'
import { creditAll } from '#app/hours/credit'
import { creditWord } from '#app/hours/words'
import { carryName } from '#app/member/carryName'
import { decideNumberedGrant } from '#app/member/volunteerNo'
import { reversedNote } from '#app/notice/noticeText'
import { tellMembers } from '#app/notice/tell'
import { endVote } from '#app/pact/votes'
import { openPoll } from '#app/poll/polls'
import { keepEdition } from '#app/publication/editions'
import { beginMailing } from '#app/publication/mailing'
import { oweRecountOfRequests } from '#app/report/recount'
import { tellQueues, tellSupporters } from '#app/request/tellOthers'
import { noteNoShow } from '#app/session/noteNoShow'
import { relistSignups } from '#app/session/relist'
import { tellLeaders } from '#app/team/tellLeaders'
import { certifyAll } from '#app/training/certify'
import { followAttendance } from '#app/training/follow'
import { carryVacancy } from '#app/vacancy/carryVacancy'
import type { Instant } from '#contract/shared/scalars'
import { decideNoShowSaid, newNoShow } from '#core/booking/noShow'
import {
  certificateCovers,
  decideRevokeCertificate,
  isCompletion,
  type StoredCertificate,
} from '#core/certificate/certificate'
import type { Bundle, SingleEffect } from '#core/change/bundles'
import type {
  GrantEffect,
  NoShowSaidEffect,
  PostEffect,
  RevokeCertificatesEffect,
  SeatEffect,
} from '#core/change/effect'
import type { LedgerLine } from '#core/hours/ledger'
import { decidePost, newPost } from '#core/member/post'
import { decideSeat, newMembership } from '#core/team/membership'
import { certificates, members, memberships, noShows, posts, sessions } from '#store/collections'
import { freeSlot } from '#store/writes/shift'
import { callOff, giveBackClaims, leaveTeam, takeLicence } from './callOff'

/** Does one bundle of effects. It may have been done before; doing it again changes nothing. */
export function carryOut(bundle: Bundle, communityId: string, now: Instant, change: Change): Promise<void> {
  switch (bundle.of) {
    case 'notices':
      return tellMembers(bundle.effects, communityId, now)
    case 'queues':
      return tellQueues(bundle.effects, communityId, now)
    case 'credits':
      return creditAll(bundle.effects, communityId, now)
    case 'signups':
      return relistSignups(bundle.effects, now)
    case 'diary':
      return freeDiary(bundle.effects)
    case 'one':
      return carryOutOne(bundle.effects[0], communityId, now, change)
  }
}

/** A missing case does not compile. */
function carryOutOne(effect: SingleEffect, communityId: string, now: Instant, change: Change): Promise<void> {
  switch (effect.effect) {
    case 'tellLeaders':
      return tellLeaders(effect, communityId, now)
    case 'tellSupporters':
      return tellSupporters(effect, communityId, now)
    case 'tellParties':
      return tellParties(effect, communityId, now)
    case 'tellSession':
      return tellSession(effect, communityId, now)
    case 'remind':
      return remind(effect, communityId, now)
    case 'courseAttendance':
      return followAttendance(effect, communityId, now, change)
    case 'courseCompleted':
      return certifyAll(effect, communityId, now, change)
    case 'align':
      return align(effect, communityId, now, (id, command, decide) => change(sessions, id, command, decide))
    case 'moveDiary':
      return moveDiary(effect, communityId, now)
    case 'noteRelease':
      return noteRelease(effect, communityId, now)
    case 'freeSlot':
      return freeSlot(effect.shiftId, effect.memberId, effect.at)
    case 'offer':
      return offer(effect, now, change)
    case 'otherHand':
      return otherHand(effect, now, change)
    case 'word':
      return creditWord(effect, communityId, now, change)
    case 'relate':
      return relate(effect, communityId, now, change)
    case 'giveBack':
      return giveBackClaims(effect, now, change)
    case 'takeLicence':
      return takeLicence(effect, now, change)
    case 'noShow':
      return noteNoShow(effect)
    case 'noShowSaid':
      return noteWord(effect, communityId, now, change)
    case 'revokeCertificates':
      return revokeCertificates(effect, now, change)
    case 'recount':
      return oweRecountOfRequests(effect.communityId, effect.day)
    case 'post':
      return givePost(effect, communityId, now, change)
    case 'grant':
      return giveRole(effect, now, change)
    case 'seat':
      return giveSeat(effect, communityId, now, change)
    case 'rename':
      return carryName(effect)
    case 'releaseFiles':
      return releaseFiles(effect.fileIds, now)
    case 'mailing':
      return beginMailing(effect, communityId, now)
    case 'edition':
      return keepEdition(effect, communityId)
    case 'poll':
      return openPoll(effect, communityId)
    case 'pollCounted':
      return endVote(effect, now, change)
    case 'gathered':
      return tellGathered(effect, communityId, now)
    case 'resolveGathered':
      return resolveGathered(effect, communityId, now, change)
    case 'vacancy':
      return carryVacancy(effect, communityId, now, change)
    case 'callOff':
      return callOff(effect, now, change)
    case 'forget':
      return beginForgetting(effect.memberId, communityId, now)
    case 'join':
      return begun(beginJoining(effect, communityId, now))
  }
}

/** Whether it was noted before is nothing to the effect. */
const begun = async (noting: Promise<boolean>): Promise<void> => {
  await noting
}

/** A no-show keeps the word of whoever said it. */
async function noteWord(
  effect: NoShowSaidEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const start = newNoShow(effect, communityId)
  const command = causedBy(effect.cause, now)
  insist(await change(noShows, start._id, command, (one) => decideNoShowSaid(one, command, effect), start))
}

/** The post that a worker has for a grid or a tier follows their role. */
async function givePost(
  effect: PostEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const start = newPost(effect, communityId)
  const command = causedBy(effect.cause, now)
  insist(await change(posts, start._id, command, (post) => decidePost(post, command, effect), start))
}

/** An accepted application gives the role, and with the first one a volunteer number. */
async function giveRole(
  { cause, memberId, grant, licences }: GrantEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  const command = causedBy(cause, now)
  insist(
    await change(members, memberId, command, (member) =>
      decideNumberedGrant(member, command, grant, licences),
    ),
  )
}

/** The roster of a team follows a role that was given or taken; who has left the team gives back what was theirs there. */
async function giveSeat(
  effect: SeatEffect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  const { memberId, memberName, teamId } = effect
  const start = newMembership({ _id: memberId, name: memberName, communityId }, teamId)
  const command = causedBy(effect.cause, now)
  insist(
    await change(
      memberships,
      start._id,
      command,
      (membership) => decideSeat(membership, command, effect),
      start,
    ),
  )
  if (effect.role === 'volunteer' && !effect.seated) await leaveTeam(effect, command, change)
}

/** No member holds more certificates. */
const manyCertificates = 500

/** A reversal takes a line back: every certificate that counts the line is revoked. */
async function revokeCertificates(
  line: RevokeCertificatesEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  const { memberId, seq } = line
  const held = await certificates.find('byMember', { memberId }, { limit: manyCertificates })
  const before = await lineBefore(line)
  const older = before
    ? await certificates.find('byMember', { memberId: before.memberId }, { limit: manyCertificates })
    : []
  const counting = (papers: readonly StoredCertificate[], counted: Pick<LedgerLine, 'seq' | 'day'>) =>
    papers.filter((certificate) => !isCompletion(certificate) && certificateCovers(certificate, counted))
  const covering = [...counting(held, line), ...(before ? counting(older, before) : [])]
  for (const { _id } of covering) {
    const command = causedBy(`${_id}:reversal:${seq}`, now)
    const rule = (certificate: StoredCertificate) =>
      decideRevokeCertificate(certificate, command, reversedNote)
    insist(await change(certificates, _id, command, rule))
  }
}
