import { useMemo } from 'react'
import type { MemberId } from '#contract/shared/scalars'
import { proxyText as words } from '#text/member/proxy'
import { codePicture } from '#ui/code/codePicture'
import { Picture } from '#ui/picture/Picture'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { ProxyDigits } from './ProxyDigits'
import { proxyCodeOf } from './proxyCode'
import './Proxy.scss'

/** Shows the viewer's proxy code, which a member scans or copies to appoint them. */
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
