import type { MemberId } from '#contract/shared/scalars'
import { Box } from '#ui/show/Box'
import { Words } from '#ui/show/Words'
import { proxyGroups } from './proxyCode'
import './Proxy.scss'

/** A proxy code in groups that can be read out and compared. */
export function ProxyDigits({ memberId }: { memberId: MemberId }) {
  return (
    <Box className='proxy-digits'>
      {proxyGroups(memberId).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group is its index
        <Words key={index} className='proxy-group' selectable>
          {`${group} `}
        </Words>
      ))}
    </Box>
  )
}
