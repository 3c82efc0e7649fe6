import type { RequestDetail } from '#contract/request'
import { publicationDetail } from '#routes'
import { campaignText as words } from '#text/campaign/campaign'
import { ListRow, ListRows } from '#ui/show/Row'

/** The campaign that a request came to; nothing where it came to none. */
export function InCampaign({ request: { campaignId } }: { request: Pick<RequestDetail, 'campaignId'> }) {
  if (campaignId === undefined) return null
  return (
    <ListRows>
      <ListRow
        icon='stamp'
        title={words.inCampaign}
        detail={words.inCampaignDetail}
        to={publicationDetail(campaignId)}
      />
    </ListRows>
  )
}
