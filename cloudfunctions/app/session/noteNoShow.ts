import type { NoShowEffect } from '#core/change/effect'
import { doors, members } from '#store/collections'
import { appended, without } from '#store/words/changes'
import { not } from '#store/words/conditions'

/** Notes in the member that they missed a session, or removes the note. Each session counts once. */
export async function noteNoShow({ memberId, about, at }: NoShowEffect): Promise<void> {
  const missed = (await doors.get(about))?.missed?.[memberId] !== undefined
  if (missed)
    await members.update(
      { _id: memberId, 'noShows.about': not(about) },
      { noShows: appended([{ about, at }]) },
    )
  else await members.update({ _id: memberId }, { noShows: without({ about }) })
}
