import { useRouter } from '@tarojs/taro'
import { useRead } from '#cloud/call/useRead'
import { CampaignBoard } from '#features/campaign/CampaignBoard'
import { ProposedCampaigns } from '#features/campaign/ProposedCampaigns'
import { ForWriters } from '#features/publication/ForWriters'
import { routes } from '#routes'
import { publicationText } from '#text/publication/publication'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { useNews } from '#ui/page/useNews'
import { Maybe } from '#ui/show/Maybe'

/** One campaign for those who run it; without an id, where many have asked for the same. */
export default function Campaign() {
  const { id } = useRouter().params
  return (
    <Screen title={titles.campaign}>
      <ForWriters>{id ? <OpenCampaign publicationId={id} /> : <ProposedCampaigns />}</ForWriters>
    </Screen>
  )
}

function OpenCampaign({ publicationId }: { publicationId: string }) {
  const [read, refresh] = useRead('publication.get', { publicationId })
  const [community] = useRead('community.get', {}, { visitor: true })
  const [news, tell] = useNews()
  const estates = community.state === 'ready' ? community.data.estates : []
  const none = publicationText.none
  const nothing = (
    <Empty title={none.title} text={none.text} drawing='gate'>
      <Button to={routes.publicationBoard}>{titles.publicationBoard}</Button>
    </Empty>
  )
  if (read.state === 'failed' && read.code === 'not_found') return nothing
  return (
    <>
      <Maybe>{news && <Banner tone={news.tone}>{news.text}</Banner>}</Maybe>
      <StateView of={read} onRetry={refresh}>
        {(campaign) =>
          campaign.kind === 'campaign' && campaign.edition > 0 ? (
            <CampaignBoard campaign={campaign} estates={estates} course={{ refresh, tell }} />
          ) : (
            nothing
          )
        }
      </StateView>
    </>
  )
}
