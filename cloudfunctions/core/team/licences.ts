import type { Limits } from '#contract/community'
import type { FileId, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { Effect, Licence, NoticeEffect } from '#core/change/effect'
import type { Membership } from './membership'
import { licencesWakeAt, photosOf, releasing, type ShownLicence, warnedAt } from './shownLicence'

/** The same licence in two teams is announced once: the notice is named after the person and the licence. */
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

/** Tells a member that a licence ends soon, or has ended; what has ended needs no picture any more. */
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
    if (!licence.warned?.ended && warnedAt(licence, 'ended', limits) <= command.at) {
      effects.push(warning(membership.memberId, licence, 'ended'))
      if (photoId !== undefined) gone.push(photoId)
      return { ...rest, warned: { ends: true, ended: true } }
    }
    if (!licence.warned?.ends && warnedAt(licence, 'ends', limits) <= command.at) {
      effects.push(warning(membership.memberId, licence, 'ends'))
      return { ...licence, warned: { ends: true } }
    }
    return licence
  })
  const next: Membership = { ...record(membership, command, 'licence_warned'), licences }
  return owing(next, command, [...effects, ...releasing(gone)], licencesWakeAt(next, limits))
}

/**
 * A member of the team shows a licence anew, or another one. It counts when the leader has seen it; until then the old
 * one does, as long as it lasts. Showing the same again replaces what still waits.
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
    ...record(membership, command, 'licence_shown', shown.licence),
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
  return owing(next, command, [...told, ...releasing(stale)], membership.wakesAt)
}

/** More licences do not wait for a leader at once. */
const manyWaiting = 5

/** The leader has seen it, or says why it does not count; once. Nobody decides their own. */
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
    const declined = record(membership, command, 'licence_declined', shown.licence)
    return owing(
      { ...declined, shown: waiting },
      command,
      [tell('licence_declined', word.reason ?? ''), ...releasing(photosOf([shown]))],
      membership.wakesAt,
    )
  }
  const before = membership.licences.filter(({ licence }) => licence === shown.licence)
  const next: Membership = {
    ...record(membership, command, 'licence_accepted', shown.licence),
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
    ...releasing(photosOf(before)),
  ]
  return owing(next, command, effects, licencesWakeAt(next, limits))
}
