import { invalid, type MemberContext, no, yes } from '#app/call/context'
import { unfitForAll } from '#app/publication/forAll'
import { rulesOf } from '#app/request/request'
import type {
  CampaignFigures,
  campaignGather,
  campaignResolve,
  campaignStage,
  Gathered,
} from '#contract/campaign'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import { decideCampaignResolve, decideStage, reachedOf } from '#core/campaign/course'
import { decideGather } from '#core/campaign/gather'
import type { Publication } from '#core/publication/publication'
import { publications, requests } from '#store/collections'
import { campaignFigures, openCount } from './figures'

/** A campaign of this community that everybody may read, or has read. */
export async function campaignOf(
  { community }: Pick<MemberContext, 'community'>,
  publicationId: string,
): Promise<Publication | undefined> {
  const campaign = await publications.get(publicationId)
  const own = campaign?.communityId === community._id && campaign.kind === 'campaign'
  return own && campaign.edition > 0 ? campaign : undefined
}

/** Brings requests to a campaign, each by itself. Those that cannot come stay where they are, and are named. */
export async function gatherRequests(
  context: MemberContext,
  { publicationId, requestIds }: Input<typeof campaignGather>,
): Promise<Answer<Gathered>> {
  const { community, command, changeAll } = context
  const campaign = await campaignOf(context, publicationId)
  if (!campaign) return no('not_found')
  if (campaign.state !== 'published') return no('publication_over')
  const ids = [...new Set(requestIds)]
  const found = await requests.getMany(ids)
  const { title, category } = campaign.content
  if (found.length < ids.length || found.some((request) => request.communityId !== community._id))
    return no('not_found')
  if (found.some((request) => request.category !== category)) return no('not_of_campaign')
  const changed = await changeAll(requests, found, command, (request) =>
    decideGather(request, command, { publicationId, title, category }, rulesOf(context)),
  )
  const left: Gathered['left'] = []
  for (const [index, { refusal }] of changed.entries()) {
    const requestId = found[index]?._id ?? ''
    if (refusal?.code === 'request_finished') left.push({ requestId, why: 'finished' })
    else if (refusal?.code === 'in_campaign') left.push({ requestId, why: 'in_campaign' })
    else if (refusal) return refusal
  }
  const [first] = changed
  if (left.length === found.length && first?.refusal) return first.refusal
  return yes({ ...(await campaignFigures(publicationId)), left })
}

/** Says how far a campaign has come. */
export async function move(
  context: MemberContext,
  { publicationId, stage, words }: Input<typeof campaignStage>,
): Promise<Answer<{ stage: number }>> {
  const { community, command, change } = context
  const unfit = words === undefined ? undefined : await unfitForAll(context, words)
  if (unfit) return unfit
  const moved = await change(publications, publicationId, command, (campaign) =>
    campaign.communityId === community._id
      ? decideStage(campaign, command, { stage, ...(words !== undefined && { words }) })
      : { refusal: 'not_found' },
  )
  if (moved.refusal?.code === 'invalid_input') return invalid('stage', 'is no stage of this campaign')
  if (moved.refusal) return moved.refusal
  return yes({ stage: reachedOf(moved.state).at(-1)?.stage ?? stage })
}

/** Resolves every gathered request that is open; what a cut leaves is done by the timer, or by the same command again. */
export async function resolve(
  context: MemberContext,
  { publicationId, words }: Input<typeof campaignResolve>,
): Promise<Answer<CampaignFigures>> {
  const { community, command, change, member } = context
  const unfit = await unfitForAll(context, words)
  if (unfit) return unfit
  const said = await change(publications, publicationId, command, async (campaign) => {
    if (campaign.communityId !== community._id) return { refusal: 'not_found' }
    const decision = decideCampaignResolve(campaign, command, words, member)
    if (decision.next && (await openCount(publicationId)) === 0) return { refusal: 'nothing_gathered' }
    return decision
  })
  if (said.refusal) return said.refusal
  return yes(await campaignFigures(publicationId))
}
