import type { HomeShown } from '#contract/home'
import { homeText } from '#text/community/home'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Heading } from '#ui/show/Heading'
import { RequestTile, ServiceTile } from './ServiceTile'

/** What can be asked for, each as a large link, two beside each other. */
export function Offered({ community: { services, requestCategories } }: Pick<HomeShown, 'community'>) {
  return (
    <Box tag='section' className='stack-tight'>
      <Heading>{homeText.servicesTitle}</Heading>
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
