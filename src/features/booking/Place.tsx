import type { ReactNode } from 'react'
import { Box } from '../../ui/Box'
import './Place.scss'

/**
 * A place on a page that stands whether it is filled or not, so that filling it sends WeChat only what is in it.
 * Without it, a block that comes or goes sends every block beside it again.
 */
export function Place({ children }: { children: ReactNode }) {
  return <Box>{children ? <Box className='place'>{children}</Box> : null}</Box>
}
