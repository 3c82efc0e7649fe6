import type { CampaignFigures } from '#contract/campaign'
import { requestStates } from '#contract/request'
import { finishedStates } from '#core/request/request'
import { campaignPeople, requests } from '#store/collections'
import { not, oneOf } from '#store/words/conditions'

export const openStates = requestStates.filter((state) => !finishedStates.has(state))

/** Counted by their indexes; what was withdrawn is not resolved. */
export async function campaignFigures(campaignId: string): Promise<CampaignFigures> {
  const [gathered, resolved, open, people] = await Promise.all([
    requests.count('ofCampaign', { campaignId }),
    requests.count('ofCampaign', {
      campaignId,
      state: oneOf(['resolved', 'closed']),
      withdrawn: not(true),
    }),
    openCount(campaignId),
    campaignPeople.count('ofCampaign', { publicationId: campaignId }),
  ])
  return { gathered, resolved, open, people }
}

export const openCount = (campaignId: string): Promise<number> =>
  requests.count('ofCampaign', { campaignId, state: oneOf(openStates) })
