import { useMemo } from 'react'
import type { MemberId } from '#contract/scalars'
import { proxiesText as words } from '../../text/proxies'
import { Box } from '../../ui/Box'
import { Card } from '../../ui/Card'
import { codePicture } from '../../ui/codePicture'
import { Picture } from '../../ui/Picture'
import { ProxyDigits } from './ProxyDigits'
import { proxyCodeOf } from './proxyCode'
import './Proxy.scss'

/** My proxy code, to be scanned or copied by whoever wants me to act for them. */
export function ProxyCodeCard({ memberId }: { memberId: MemberId }) {
  const picture = useMemo(() => codePicture(proxyCodeOf(memberId)), [memberId])
  return (
    <Card title={words.ownTitle}>
      <Box>{words.ownText}</Box>
      <Box className='proxy-own'>
        <Box className='proxy-plate'>
          <Picture className='proxy-picture' src={picture} alt={words.picture} />
        </Box>
        <ProxyDigits memberId={memberId} />
      </Box>
    </Card>
  )
}
