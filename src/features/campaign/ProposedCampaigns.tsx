import { useRead } from '#cloud/call/useRead'
import { campaignFrom } from '#routes'
import { campaignRunText as words } from '#text/campaign/campaign'
import { Button } from '#ui/button/Button'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** Where many have asked for the same, each with the way to write a campaign for it. */
export function ProposedCampaigns() {
  const [read, refresh] = useRead('campaign.proposed', {})
  const { title, text } = words.proposedEmpty
  return (
    <>
      <Box>{words.proposedLead}</Box>
      <StateView of={read} onRetry={refresh} empty={<Empty title={title} text={text} drawing='hill' />}>
        {({ items }) => (
          <Box className='stack'>
            {items.map((cluster) => (
              <Card key={`${cluster.category} ${cluster.estateId}`} title={words.cluster(cluster)}>
                <Box>{words.clusterDetail(cluster)}</Box>
                <Button look='quiet' to={campaignFrom(cluster.category)}>
                  {words.begin}
                </Button>
              </Card>
            ))}
          </Box>
        )}
      </StateView>
    </>
  )
}
