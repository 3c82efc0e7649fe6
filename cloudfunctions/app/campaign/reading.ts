import { type Context, type MemberContext, no, yes } from '#app/call/context'
import { requestViewerOf } from '#app/call/viewer'
import {
  type CampaignShown,
  type Cluster,
  type campaignGet,
  type campaignProposed,
  type campaignRequests,
  clusterDays,
} from '#contract/campaign'
import { type RequestCard, requestStates } from '#contract/request'
import type { Input } from '#contract/shared/operation'
import type { Answer } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { clustersOf } from '#core/campaign/clusters'
import { reachedOf } from '#core/campaign/course'
import { requestCardOf } from '#core/request/view'
import { requests } from '#store/collections'
import { atLeast, missing, oneOf } from '#store/words/conditions'
import { campaignOf } from './campaign'
import { campaignFigures } from './figures'

/** So many requests of a campaign are named on its page. */
const shownRequests = 20
/** So many open requests, the latest, are looked at for clusters. */
const lookedAt = 1000

/** Shows to anybody how far a campaign has come, in numbers, and those of its requests that the board shows. */
export async function get(
  context: Context,
  { publicationId }: Input<typeof campaignGet>,
): Promise<Answer<CampaignShown>> {
  const [campaign, figures, found] = await Promise.all([
    campaignOf(context, publicationId),
    campaignFigures(publicationId),
    requests.find(
      'ofCampaign',
      { campaignId: publicationId, state: oneOf(requestStates), onBoard: true },
      { limit: shownRequests, fields: ['published', 'categoryTitle', 'state'] },
    ),
  ])
  if (!campaign) return no('not_found')
  return yes({
    ...figures,
    stages: campaign.content.stages ?? [],
    reached: reachedOf(campaign),
    requests: found.map(({ _id: requestId, published, categoryTitle, state }) => ({
      ...{ requestId, state },
      title: published?.title ?? categoryTitle,
    })),
  })
}

/** Lists the requests of a campaign, or those that could come to it, as far as the caller may read each. */
export async function list(
  context: MemberContext,
  { publicationId, which, cursor, limit = 20 }: Input<typeof campaignRequests>,
): Promise<Answer<Page<RequestCard>>> {
  const { community } = context
  const campaign = await campaignOf(context, publicationId)
  if (!campaign) return no('not_found')
  const { category = '' } = campaign.content
  const listing = { cursor, limit }
  const page =
    which === 'gathered'
      ? await requests.page('ofCampaign', { campaignId: publicationId, state: oneOf(requestStates) }, listing)
      : await requests.page(
          'alike',
          {
            ...{ communityId: community._id, category, unfinished: true },
            gridId: oneOf(community.grids.map(({ gridId }) => gridId)),
            campaignId: missing,
          },
          listing,
        )
  const viewer = requestViewerOf(context)
  return yes({ ...page, items: page.items.map((request) => requestCardOf(request, viewer)) })
}

/** Lists where many have asked for the same lately. */
export async function proposed(
  { community, command }: Context,
  _: Input<typeof campaignProposed>,
): Promise<Answer<Page<Cluster>>> {
  const { requestCategories, estates, grids, _id: communityId } = community
  const open = await requests.find(
    'alike',
    {
      ...{ communityId, unfinished: true, campaignId: missing },
      category: oneOf(requestCategories.map(({ category }) => category)),
      gridId: oneOf(grids.map(({ gridId }) => gridId)),
      filedAt: atLeast(command.at - clusterDays * dayMs),
    },
    { limit: lookedAt, fields: ['category', 'estateId', 'campaignId', 'filedAt'] },
  )
  const items = clustersOf(open).flatMap((cluster): Cluster[] => {
    const category = requestCategories.find((each) => each.category === cluster.category)
    const estate = estates.find(({ estateId }) => estateId === cluster.estateId)
    if (!category || !estate) return []
    return [{ ...cluster, categoryTitle: category.title, estateName: estate.name }]
  })
  return yes({ items })
}
