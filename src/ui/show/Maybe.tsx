import type { ReactNode } from 'react'
import { Box } from './Box'
import './Maybe.scss'

/**
 * Holds what a page may show or leave out. It stays in the page when it is empty, so that filling it sends WeChat only
 * what is in it: without it, a block that comes or goes sends every block beside it again. Empty, it takes no room.
 * What was drawn and may come again can stay in it `unseen`.
 */
export function Maybe({ unseen, children }: { unseen?: boolean; children: ReactNode }) {
  return (
    <Box className='maybe' style={unseen ? { display: 'none' } : undefined}>
      {children}
    </Box>
  )
}
