import type { Limits } from '#contract/community'
import type { Grant } from '#contract/member'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import type { TeamMemberState } from '#contract/team'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { NoticeEffect, SeatEffect } from '#core/change/effect'
import { type Standing, volunteeringFault } from '#core/member/volunteering'
import { licencesWakeAt, photosOf, releaseEffects, type ShownLicence, withoutPhotos } from './shownLicence'

export type MembershipEvent =
  | 'applied'
  | 'accepted'
  | 'declined'
  | 'left'
  | 'leads'
  | 'leads_no_more'
  | 'licence_shown'
  | 'licence_accepted'
  | 'licence_declined'
  | 'licence_revoked'
  | 'licence_warned'
  | 'probation_ended'

/** What a member is in a team, from application to leaving. */
export interface Membership extends Aggregate {
  /** `<memberId>_<teamId>`. */
  _id: string
  memberId: MemberId
  memberName: string
  teamId: TeamId
  state: TeamMemberState
  /** Leads the team; a leader need not be a volunteer of it. */
  leads: boolean
  skills: string[]
  licences: ShownLicence[]
  /** Licences that were shown after acceptance and wait for the leader. */
  shown?: ShownLicence[]
  /** When probation began, see probation.ts; null when the leader ended it. */
  probationFrom?: Instant | null
  since: Instant
  events: Recorded<MembershipEvent>[]
}

export const membershipId = (memberId: MemberId, teamId: TeamId): string => `${memberId}_${teamId}`

/** A membership before its first application. */
export function newMembership(
  member: { _id: MemberId; name: string; communityId: string },
  teamId: TeamId,
): Membership {
  return {
    _id: membershipId(member._id, teamId),
    communityId: member.communityId,
    ...unwritten(),
    memberId: member._id,
    memberName: member.name,
    teamId,
    state: 'left',
    leads: false,
    skills: [],
    licences: [],
    since: 0,
  }
}

function tell(next: Membership, to: MemberId, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${next._id}_${next.rev}_${to}`,
    to,
    kind,
    title: next.teamId,
    who: next.memberName,
    whoId: next.memberId,
    ...(note === undefined ? {} : { note }),
  }
}

const volunteerIn = (teamId: TeamId): Grant => ({ role: 'volunteer', scope: { teamId } })

/**
 * Applying again after a refusal or after leaving is possible; while applied or accepted it changes nothing.
 */
export function decideApply(
  membership: Membership,
  command: Command,
  words: { skills: string[]; licences: ShownLicence[] },
  leaders: MemberId[],
): Decision<Membership> {
  if (membership.state === 'applied' || membership.state === 'accepted') return { next: membership }
  const next: Membership = {
    ...withEvent(membership, command, 'applied'),
    state: 'applied',
    since: command.at,
    ...words,
  }
  return withEffects(
    next,
    command,
    leaders.map((leader) => tell(next, leader, 'team_applied')),
  )
}

/**
 * The leader's decision on an application, once, and never on one's own: the licences in it count from then
 * on. A known minor needs a guardian's consent first; where no
 * birthday was given, accepting says that the leader has seen an adult.
 */
export function decideApplication(
  membership: Membership,
  command: Command,
  word: { accept: boolean; reason?: string | undefined; standing?: Standing },
  limits: Limits,
): Decision<Membership> {
  if (membership.state !== 'applied') return { refusal: 'already_decided' }
  if (command.whoId === membership.memberId) return { refusal: 'own_licence' }
  if (!word.accept) {
    const next: Membership = {
      ...withEvent(membership, command, 'declined', word.reason),
      state: 'declined',
      since: command.at,
      licences: withoutPhotos(membership.licences),
    }
    return withEffects(next, command, [
      tell(next, next.memberId, 'team_declined', word.reason),
      ...releaseEffects(photosOf(membership.licences)),
    ])
  }
  const { standing = {} } = word
  const fault = volunteeringFault(standing)
  if (fault) return { refusal: fault }
  const next: Membership = {
    ...withEvent(membership, command, 'accepted', standing.age === undefined ? 'adult_seen' : undefined),
    state: 'accepted',
    since: command.at,
    ...(limits.probationServices > 0 && { probationFrom: command.at }),
  }
  return withEffects(
    next,
    command,
    [
      {
        effect: 'grant',
        cause: `${next._id}:${next.rev}`,
        memberId: next.memberId,
        grant: volunteerIn(next.teamId),
        licences: next.licences.map(({ licence, validUntil }) => ({ licence, validUntil })),
      },
      tell(next, next.memberId, 'team_accepted'),
    ],
    licencesWakeAt(next, limits),
  )
}

/** Withdraws an application that nobody has decided yet. */
export function decideWithdraw(membership: Membership, command: Command): Decision<Membership> {
  if (membership.state !== 'applied') return { refusal: 'already_decided' }
  const next: Membership = { ...withEvent(membership, command, 'left'), state: 'left', since: command.at }
  return withEffects(
    { ...next, licences: withoutPhotos(next.licences) },
    command,
    releaseEffects(photosOf(next.licences)),
  )
}

/**
 * What a role given or taken elsewhere means for the roster. It is recorded even where nothing changes:
 * without the record a late repeat would undo what came after it.
 */
export function decideSeat(membership: Membership, command: Command, seat: SeatEffect): Decision<Membership> {
  if (seat.role === 'team_leader') {
    const event = seat.seated ? 'leads' : 'leads_no_more'
    return { next: { ...withEvent(membership, command, event), leads: seat.seated } }
  }
  const state: TeamMemberState = seat.seated ? 'accepted' : 'left'
  const since = membership.state === state ? membership.since : command.at
  const next: Membership = { ...withEvent(membership, command, state), state, since }
  // a role that was given accepts no licence: those of an open application wait for a leader
  if (seat.seated)
    return {
      next: membership.state === 'applied' ? { ...next, licences: [], shown: membership.licences } : next,
    }
  // a member who has left needs no pictures, warnings or decisions
  const { shown = [], probationFrom: _, ...rest } = next
  const fileIds = photosOf([...rest.licences, ...shown])
  return withEffects({ ...rest, licences: withoutPhotos(rest.licences) }, command, releaseEffects(fileIds))
}
