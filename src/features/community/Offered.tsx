import type { HomeShown } from '#contract/home'
import { homeText } from '#text/community/home'
import { useElder } from '#ui/elder/elder'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { Words } from '#ui/show/Words'
import { RequestTile, ServiceTile } from './ServiceTile'

/** What can be asked for, each as a large link, two beside each other. */
export function Offered({ community: { services, requestCategories } }: Pick<HomeShown, 'community'>) {
  const elder = useElder()
  return (
    <Box tag='section' className='stack-tight'>
      {elder ? (
        <Words className='only-heard'>{homeText.servicesTitle}</Words>
      ) : (
        <Heading>{homeText.servicesTitle}</Heading>
      )}
      {services.length === 0 && <Empty title={homeText.noServices} />}
      <Box className='tiles'>
        {services.map((service) => (
          <ServiceTile key={service.service} service={service} />
        ))}
        {requestCategories.length > 0 && <RequestTile categories={requestCategories} />}
      </Box>
    </Box>
  )
}
