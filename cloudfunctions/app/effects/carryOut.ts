import { beginForgetting } from '#app/account/forgetting'
import { align, remind, tellParties } from '#app/activity/align'
import { offer } from '#app/booking/offering'
import { type Change, causedBy, insist } from '#app/change/change'
import { freeDiary, moveDiary } from '#app/diary/release'
import { releaseFiles } from '#app/file/files'
import { credit } from '#app/hours/credit'
import { carryName } from '#app/member/carryName'
import { decideNumberedGrant } from '#app/member/volunteerNo'
import { reversedNote } from '#app/notice/noticeText'
import { tellMember } from '#app/notice/tell'
import { recountRequests } from '#app/report/recount'
import { tellQueue, tellSupporters } from '#app/request/tellOthers'
import { noteNoShow } from '#app/session/noteNoShow'
import { relistSignups } from '#app/session/relist'
import { tellLeaders } from '#app/team/tellLeaders'
import type { Instant } from '#contract/shared/scalars'
import { decideNoted, newNoShow } from '#core/booking/noShow'
import { covers, decideRevokeCertificate, type StoredCertificate } from '#core/certificate/certificate'
import type { Effect, RevokeCertificatesEffect } from '#core/change/effect'
import { decidePost, newPost } from '#core/member/post'
import { decideSeat, newMembership } from '#core/team/membership'
import { certificates, members, memberships, noShows, posts, sessions } from '#store/collections'
import { freeSlot } from '#store/writes/shift'
import { callOff, giveBackClaims, leaveBookings } from './callOff'

/** Does one effect. It may have been done before; doing it again changes nothing. */
export async function carryOut(
  effect: Effect,
  communityId: string,
  now: Instant,
  change: Change,
): Promise<void> {
  switch (effect.effect) {
    case 'notice':
      await tellMember(effect, communityId, now)
      break
    case 'tellLeaders':
      await tellLeaders(effect, communityId, now)
      break
    case 'releaseFiles':
      await releaseFiles(effect.fileIds, now)
      break
    case 'align':
      await align(effect, communityId, now, (id, command, decide) => change(sessions, id, command, decide))
      break
    case 'tellParties':
      await tellParties(effect, communityId, now)
      break
    case 'remind':
      await remind(effect, communityId, now)
      break
    case 'credit':
      await credit(effect, communityId, now)
      break
    case 'freeDiary':
      await freeDiary(effect.memberId, effect.heldFor, effect.at)
      break
    case 'moveDiary':
      await moveDiary(effect.memberId, effect.heldFor)
      break
    case 'freeSlot':
      await freeSlot(effect.shiftId, effect.memberId, effect.at)
      break
    case 'signups':
      await relistSignups(effect, now)
      break
    case 'noShow':
      await noteNoShow(effect)
      break
    case 'noShowSaid': {
      const start = newNoShow(effect, communityId)
      const command = causedBy(effect.cause, now)
      insist(await change(noShows, start._id, command, (one) => decideNoted(one, command, effect), start))
      break
    }
    case 'tellQueue':
      await tellQueue(effect, communityId, now)
      break
    case 'tellSupporters':
      await tellSupporters(effect, communityId, now)
      break
    case 'recount':
      await recountRequests(effect.communityId, effect.day)
      break
    case 'revokeCertificates':
      await revokeCertificates(effect, now, change)
      break
    case 'post': {
      const command = causedBy(effect.cause, now)
      const start = newPost(effect, communityId)
      insist(await change(posts, start._id, command, (post) => decidePost(post, command, effect), start))
      break
    }
    case 'grant': {
      const command = causedBy(effect.cause, now)
      const granted = await change(members, effect.memberId, command, (member) =>
        decideNumberedGrant(member, command, effect.grant, effect.licences),
      )
      insist(granted)
      break
    }
    case 'seat': {
      const { memberId, memberName, teamId } = effect
      const command = causedBy(effect.cause, now)
      const start = newMembership({ _id: memberId, name: memberName, communityId }, teamId)
      const seated = await change(
        memberships,
        start._id,
        command,
        (membership) => decideSeat(membership, command, effect),
        start,
      )
      insist(seated)
      if (effect.role === 'volunteer' && !effect.seated) await leaveBookings(effect, command, change)
      break
    }
    case 'rename':
      await carryName(effect)
      break
    case 'callOff':
      await callOff(effect, now, change)
      break
    case 'forget':
      await beginForgetting(effect.memberId, communityId, now)
      break
    case 'offer':
      await offer(effect, now, change)
      break
    case 'giveBack':
      await giveBackClaims(effect, now, change)
      break
  }
}

/** Nobody holds more certificates. */
const manyCertificates = 500

/** What a reversal takes back may stand on paper: every certificate over that line holds no more. */
async function revokeCertificates(
  line: RevokeCertificatesEffect,
  now: Instant,
  change: Change,
): Promise<void> {
  const { memberId, seq } = line
  const held = await certificates.find('byMember', { memberId }, { limit: manyCertificates })
  for (const { _id } of held.filter((certificate) => covers(certificate, line))) {
    const command = causedBy(`${_id}:reversal:${seq}`, now)
    const rule = (certificate: StoredCertificate) =>
      decideRevokeCertificate(certificate, command, reversedNote)
    insist(await change(certificates, _id, command, rule))
  }
}
