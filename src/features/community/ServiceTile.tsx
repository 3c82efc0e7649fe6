import type { HomeCategory, HomeService } from '#contract/home'
import { bookingRequestAt, routes } from '#routes'
import { homeText } from '#text/community/home'
import { titles } from '#text/shared/titles'
import { Pressable } from '#ui/button/Pressable'
import { useElder } from '#ui/elder/elder'
import { Box } from '#ui/show/Box'
import { Icon, type IconName } from '#ui/show/Icon'
import './ServiceTile.scss'

/** Services are data. These ones have a drawing; any other shows the knot. */
const drawings: Record<string, IconName> = { repair: 'repair', disability_aid: 'care', elder_care: 'hands' }

/** A large link to book one service. */
export function ServiceTile({ service }: { service: HomeService }) {
  return (
    <Tile
      to={bookingRequestAt(service.service)}
      drawing={drawings[service.service] ?? 'knot'}
      title={service.title}
      kinds={service.kinds}
    />
  )
}

/** A large link to file a request. */
export function RequestTile({ categories }: { categories: readonly HomeCategory[] }) {
  return <Tile to={routes.requestFile} drawing='stamp' title={titles.requestFile} kinds={categories} />
}

interface TileProps {
  to: string
  drawing: IconName
  title: string
  kinds: readonly { title: string }[]
}

/** Elder mode leaves out the kinds: its words are few and large. */
function Tile({ to, drawing, title, kinds }: TileProps) {
  const elder = useElder()
  return (
    <Pressable className='tile' to={to}>
      <Box className='tile-window' silent>
        <Icon name={drawing} className='tile-icon' />
      </Box>
      <Box className='tile-title'>{title}</Box>
      {!elder && <Box className='tile-kinds'>{homeText.kinds(kinds.map((kind) => kind.title))}</Box>}
    </Pressable>
  )
}
