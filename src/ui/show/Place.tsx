import type { ReactNode } from 'react'
import { Box } from './Box'
import './Place.scss'

/**
 * A place that stands whether it is filled or not, so that filling it sends WeChat only what is in it. Without it, a
 * block that comes or goes sends every block beside it again. Empty, it takes no room.
 */
export function Place({ children }: { children: ReactNode }) {
  return <Box className='place'>{children}</Box>
}
