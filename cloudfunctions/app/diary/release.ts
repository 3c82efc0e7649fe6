import { tellMember } from '#app/notice/tell'
import { tellLeaders } from '#app/team/tellLeaders'
import type { Instant } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { FreeDiaryEffect, MoveDiaryEffect, NoteReleaseEffect } from '#core/change/effect'
import {
  clashesWith,
  manyReleases,
  withHoldMoved,
  withoutClaim,
  withoutHold,
  withRelease,
} from '#core/diary/diary'
import { shiftClashNotices } from '#core/shift/shiftPlace'
import { diaries, shiftPlaces } from '#store/collections'
import { saving } from '#store/saving'
import { promiseTitle } from './diary'

/** Gives windows of one volunteer's diary back, but what was taken again since. */
export async function freeDiary(windows: readonly FreeDiaryEffect[]): Promise<void> {
  const [any] = windows
  if (!any) return
  await saving(diaries, any.memberId, (diary) => {
    const freed = windows.reduce(
      (left, { heldFor, at }) => left && (withoutHold(left, heldFor, at) ?? left),
      diary,
    )
    return { next: freed === diary ? undefined : freed }
  })
}

/**
 * Moves the hold of a place at a shift to where the place's window is now. Where that is another promise of the
 * volunteer, they and whoever runs the shift are told, once.
 */
export async function moveDiary(
  { cause, memberId, heldFor }: MoveDiaryEffect,
  communityId: string,
  now: Instant,
): Promise<void> {
  const { place, diary } = await saving(diaries, memberId, async (stored) => {
    const found = await shiftPlaces.get(heldFor)
    const next = found && stored && withHoldMoved(stored, heldFor, found)
    return { next, place: found, diary: next ?? stored }
  })
  if (!place || !diary) return
  for (const clash of clashesWith(diary, heldFor)) {
    const title = await promiseTitle(clash.heldFor, memberId)
    if (title === undefined) continue
    const notices = shiftClashNotices(place, { cause, heldFor: clash.heldFor, title })
    for (const notice of notices)
      await (notice.effect === 'notice'
        ? tellMember(notice, communityId, now)
        : tellLeaders(notice, communityId, now))
  }
}

/** Gives back windows of claims that were not won; a claim that showed nothing does not count. */
export async function freeLostClaims(
  memberId: string,
  heldFor: readonly string[],
  { key, at }: { key: string; at: number },
  { counts = false } = {},
): Promise<void> {
  await saving(diaries, memberId, (diary) => {
    const freed = heldFor.reduce((left, one) => left && (withoutHold(left, one, at) ?? left), diary)
    return { next: freed && (counts ? freed : withoutClaim(freed, key)) }
  })
}

/** Counts a release. Whoever releases many on one day is named to the team's leaders, once for each team. */
export async function noteRelease(
  { cause, memberId, memberName, teamId, at }: NoteReleaseEffect,
  communityId: string,
  now: number,
): Promise<void> {
  const day = dayOf(at)
  const { next } = await saving(diaries, memberId, (diary) => ({
    next: diary && withRelease(diary, day, cause),
  }))
  if (next?.today?.day !== day || next.today.releases.length < manyReleases) return
  const noticeId = `releases_${memberId}_${teamId}_${day}`
  const who = { who: memberName, whoId: memberId }
  await tellLeaders(
    { effect: 'tellLeaders', noticeId, teamId, kind: 'many_releases', ...who },
    communityId,
    now,
  )
}
