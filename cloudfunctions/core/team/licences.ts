import type { Limits } from '#contract/community'
import type { FileId, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect, Licence, NoticeEffect } from '#core/change/effect'
import type { Membership } from './membership'
import { licencesWakeAt, photosOf, releaseEffects, type ShownLicence, warningDueAt } from './shownLicence'

/**
 * A warning about a licence. Its id derives from the person and the licence, so that a licence in two teams
 * is announced once.
 */
function warning(
  memberId: MemberId,
  { licence, validUntil }: Licence,
  which: 'ends' | 'ended',
): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${memberId}_${licence}_${validUntil}_${which}`,
    to: memberId,
    kind: which === 'ends' ? 'licence_ends' : 'licence_ended',
    title: licence,
    note: validUntil,
  }
}

/** Tells a member that a licence ends soon or has ended; the picture of an ended licence is released. */
export function decideLicencePassing(
  membership: Membership,
  command: Command,
  limits: Limits,
): Decision<Membership> | undefined {
  if (membership.wakesAt === null || membership.wakesAt > command.at) return undefined
  const effects: Effect[] = []
  const gone: FileId[] = []
  const licences = membership.licences.map((licence): ShownLicence => {
    if (membership.state !== 'accepted') return licence
    const { photoId, ...rest } = licence
    if (!licence.warned?.ended && warningDueAt(licence, 'ended', limits) <= command.at) {
      effects.push(warning(membership.memberId, licence, 'ended'))
      if (photoId !== undefined) gone.push(photoId)
      return { ...rest, warned: { ends: true, ended: true } }
    }
    if (!licence.warned?.ends && warningDueAt(licence, 'ends', limits) <= command.at) {
      effects.push(warning(membership.memberId, licence, 'ends'))
      return { ...licence, warned: { ends: true } }
    }
    return licence
  })
  const next: Membership = { ...withEvent(membership, command, 'licence_warned'), licences }
  return withEffects(next, command, [...effects, ...releaseEffects(gone)], licencesWakeAt(next, limits))
}

/**
 * A member of the team shows a new or renewed licence. It counts when the leader has accepted it; until then
 * the old one counts, as long as it is valid. Showing the same licence again replaces the one that waits.
 */
export function decideShowLicence(
  membership: Membership,
  command: Command,
  shown: ShownLicence,
  leaders: MemberId[],
): Decision<Membership> {
  if (membership.state !== 'accepted') return { refusal: 'not_in_team' }
  if (shown.validUntil < dayOf(command.at)) return { refusal: 'licence_past' }
  const waiting = membership.shown ?? []
  const replaced = waiting.filter(({ licence }) => licence === shown.licence)
  const others = waiting.filter(({ licence }) => licence !== shown.licence)
  if (others.length >= manyWaiting) return { refusal: 'licences_waiting' }
  const next: Membership = {
    ...withEvent(membership, command, 'licence_shown', shown.licence),
    shown: [...others, shown],
  }
  const told = leaders.map(
    (leader): Effect => ({
      effect: 'notice',
      noticeId: `n_${next._id}_${next.rev}_${leader}`,
      to: leader,
      kind: 'licence_shown',
      title: shown.licence,
      who: next.memberName,
      whoId: next.memberId,
    }),
  )
  const stale = photosOf(replaced).filter((photoId) => photoId !== shown.photoId)
  return withEffects(next, command, [...told, ...releaseEffects(stale)], membership.wakesAt)
}

/** The most licences that may wait for a leader at once. */
const manyWaiting = 5

/** The leader accepts a licence, or declines it with a reason, once. Nobody decides on their own. */
export function decideLicence(
  membership: Membership,
  command: Command,
  word: { by: MemberId; licence: string; accept: boolean; reason?: string | undefined },
  limits: Limits,
): Decision<Membership> {
  if (word.by === membership.memberId) return { refusal: 'own_licence' }
  const shown = (membership.shown ?? []).find(({ licence }) => licence === word.licence)
  if (!shown || membership.state !== 'accepted') return { refusal: 'already_decided' }
  const waiting = (membership.shown ?? []).filter((one) => one !== shown)
  const tell = (kind: 'licence_accepted' | 'licence_declined', note: string): NoticeEffect => ({
    effect: 'notice',
    noticeId: `n_${membership._id}_${membership.rev + 1}_${membership.memberId}`,
    to: membership.memberId,
    kind,
    title: shown.licence,
    note,
  })
  if (!word.accept) {
    const declined = withEvent(membership, command, 'licence_declined', shown.licence)
    return withEffects(
      { ...declined, shown: waiting },
      command,
      [tell('licence_declined', word.reason ?? ''), ...releaseEffects(photosOf([shown]))],
      membership.wakesAt,
    )
  }
  const before = membership.licences.filter(({ licence }) => licence === shown.licence)
  const next: Membership = {
    ...withEvent(membership, command, 'licence_accepted', shown.licence),
    shown: waiting,
    licences: [...membership.licences.filter((one) => !before.includes(one)), shown],
  }
  const { licence, validUntil } = shown
  const effects: Effect[] = [
    {
      effect: 'grant',
      cause: `${next._id}:${next.rev}`,
      memberId: next.memberId,
      grant: { role: 'volunteer', scope: { teamId: next.teamId } },
      licences: [{ licence, validUntil }],
    },
    tell('licence_accepted', validUntil),
    ...releaseEffects(photosOf(before)),
  ]
  return withEffects(next, command, effects, licencesWakeAt(next, limits))
}

/** What a leader takes back, and why the holder reads it. */
interface TakenBack {
  by: MemberId
  licence: string
  reason: string
}

/**
 * A leader takes an accepted licence back. It no longer counts in any team, and what was claimed on it returns
 * to the hall. Nobody does it for themselves.
 */
export function decideRevokeLicence(
  membership: Membership,
  command: Command,
  { by, licence, reason }: TakenBack,
  limits: Limits,
): Decision<Membership> {
  if (by === membership.memberId) return { refusal: 'own_licence' }
  const next = withoutLicence(membership, command, licence, limits)
  if (!next) return { refusal: 'already_decided' }
  const { _id, rev, memberId, memberName, teamId } = next
  const about = { title: licence, note: reason }
  return withEffects(
    next,
    command,
    [
      ...releaseEffects(photosOf(membership.licences.filter((held) => held.licence === licence))),
      { effect: 'takeLicence', cause: `${_id}:${rev}`, memberId, licence },
      {
        effect: 'notice',
        noticeId: `n_${_id}_${rev}_${memberId}`,
        to: memberId,
        kind: 'licence_revoked',
        ...about,
      },
      {
        effect: 'tellLeaders',
        noticeId: `n_${_id}_${rev}_leaders`,
        teamId,
        kind: 'licence_revoked_there',
        ...about,
        who: memberName,
        whoId: memberId,
      },
    ],
    licencesWakeAt(next, limits),
  )
}

/** The same licence in another team of its holder goes as well. */
export function decideDropLicence(
  membership: Membership,
  command: Command,
  licence: string,
  limits: Limits,
): Decision<Membership> {
  const next = withoutLicence(membership, command, licence, limits)
  if (!next) return { next: membership }
  const gone = photosOf(membership.licences.filter((held) => held.licence === licence))
  return withEffects(next, command, releaseEffects(gone), licencesWakeAt(next, limits))
}

/** Undefined where no leader has accepted it here. */
function withoutLicence(
  membership: Membership,
  command: Command,
  licence: string,
  limits: Limits,
): Membership | undefined {
  const licences = membership.licences.filter((held) => held.licence !== licence)
  if (membership.state !== 'accepted' || licences.length === membership.licences.length) return undefined
  const next: Membership = { ...withEvent(membership, command, 'licence_revoked', licence), licences }
  return { ...next, wakesAt: licencesWakeAt(next, limits) }
}
