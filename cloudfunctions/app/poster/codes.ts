import { type Context, no, yes } from '#app/call/context'
import { derivedId, sha256 } from '#app/call/ids'
import { hasId } from '#app/team/byId'
import type { PosterCode, PosterSubject, posterCode } from '#contract/poster'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { isAskedAgain, sceneOf, shortId } from '#core/poster/code'
import { activities, codes, publications } from '#store/collections'
import { miniProgramCode } from '#store/platform/wechat'

/** The pages that codes lead to, without the slash in front, as WeChat asks for them. */
const pages: Readonly<Record<PosterSubject, string>> = {
  activity: 'packages/activity/detail',
  team: 'packages/team/detail',
  publication: 'packages/publication/detail',
}
/** Wide enough for a third of a sheet of A4. */
const codePixels = 430

/**
 * The mini-program code for a poster, of what everybody may see. Each scene is asked for once and then kept, so that
 * WeChat's limits are spent by what a community publishes and by nobody who asks.
 */
export async function code(
  context: Context,
  { of, id }: Input<typeof posterCode>,
): Promise<Answer<PosterCode>> {
  if (!(await isPublic(context, of, id))) return no('not_found')
  const { community, command } = context
  const scene = sceneOf(of, shortId(id, sha256))
  const _id = derivedId('c', community._id, scene)
  const kept = await codes.get(_id)
  if (kept?.picture) return yes({ picture: kept.picture })
  if (kept?.lacking && !isAskedAgain(kept.askedAt, command.at)) return yes({ lacking: kept.lacking })
  const { picture = null, lacking = null } = await miniProgramCode(scene, pages[of], codePixels)
  await codes.put({ _id, communityId: community._id, picture, lacking, askedAt: command.at })
  return yes(picture === null ? { lacking: lacking ?? 'unreached' } : { picture })
}

async function isPublic({ community }: Context, of: PosterSubject, id: string): Promise<boolean> {
  if (of === 'team') return community.teams.some(hasId(id))
  if (of === 'publication') {
    const publication = await publications.get(id)
    return publication?.state === 'published' && publication.communityId === community._id
  }
  const activity = await activities.get(id)
  return activity?.published === true && activity.communityId === community._id
}
