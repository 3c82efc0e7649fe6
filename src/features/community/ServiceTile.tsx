import type { Service } from '#contract/community'
import { bookingRequest } from '../../routes'
import { homeText } from '../../text/home'
import { Box } from '../../ui/Box'
import { Icon, type IconName } from '../../ui/Icon'
import { Pressable } from '../../ui/Pressable'
import './ServiceTile.scss'

/** Services are data; those we know have a drawing, any other has the knot. */
const drawings: Record<string, IconName> = { repair: 'repair', disability_aid: 'care', elder_care: 'hands' }

/** A large way in to booking one service. */
export function ServiceTile({ service }: { service: Service }) {
  return (
    <Pressable className='tile' to={bookingRequest(service.service)}>
      <Box className='tile-window' silent>
        <Icon name={drawings[service.service] ?? 'knot'} className='tile-icon' />
      </Box>
      <Box className='tile-words'>
        <Box className='tile-title'>{homeText.book(service.title)}</Box>
        <Box className='tile-kinds'>{homeText.kinds(service.kinds.map(({ title }) => title))}</Box>
      </Box>
      <Icon name='chevron' className='tile-chevron' />
    </Pressable>
  )
}
