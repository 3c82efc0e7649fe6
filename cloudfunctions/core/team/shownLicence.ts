import type { Limits } from '#contract/community'
import type { FileId, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { instantOf } from '#contract/shared/wallClock'
import type { TeamMemberState } from '#contract/team'
import type { Effect, Licence } from '#core/change/effect'

/** Warnings are sent in the morning, not at midnight. */
const toldFrom = '09:00'

/** A licence as it was shown to the leader of a team. */
export interface ShownLicence extends Licence {
  /** A picture of the licence, for the leader only; removed once the licence has ended or was declined. */
  photoId?: FileId | undefined
  /** Which of the two warnings have been sent. */
  warned?: { ends?: true; ended?: true }
}

export const photosOf = (licences: readonly ShownLicence[]): FileId[] =>
  licences.flatMap(({ photoId }) => photoId ?? [])

export const withoutPhotos = (licences: readonly ShownLicence[]): ShownLicence[] =>
  licences.map(({ photoId: _, ...licence }) => licence)

export const releaseEffects = (fileIds: FileId[]): Effect[] =>
  fileIds.length > 0 ? [{ effect: 'releaseFiles', fileIds }] : []

/** The morning on which a warning is due: some days before the last day, or on the day after it. */
export function warningDueAt({ validUntil }: Licence, which: 'ends' | 'ended', limits: Limits): Instant {
  const last = instantOf(validUntil, toldFrom) ?? 0
  return which === 'ends' ? last - limits.licenceWarnDays * dayMs : last + dayMs
}

const owedWarning = (licence: ShownLicence): 'ends' | 'ended' | undefined =>
  licence.warned?.ended ? undefined : licence.warned?.ends ? 'ended' : 'ends'

/** When the next warning of a member's licences is due; null where none is. */
export function licencesWakeAt(
  { state, licences }: { state: TeamMemberState; licences: readonly ShownLicence[] },
  limits: Limits,
): Instant | null {
  if (state !== 'accepted') return null
  const times = licences.flatMap((licence) => {
    const owed = owedWarning(licence)
    return owed ? [warningDueAt(licence, owed, limits)] : []
  })
  return times.length > 0 ? Math.min(...times) : null
}
