import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { SealChip } from '#ui/show/SealChip'
import type { Standing } from './standing'

const ways = {
  visitor: routes.enter,
  unregistered: routes.register,
  pending: routes.register,
  rejected: routes.register,
  moving: routes.register,
} as const

/** Says what stands between a person and booking help, and leads to the next step. */
export function StandingCard({ standing }: { standing: Exclude<Standing, 'verified'> }) {
  const words = homeText.standing[standing]
  const waiting = 'seal' in words
  return (
    <Card title={words.title} edge={waiting ? 'ochre' : 'cinnabar'}>
      {waiting && (
        <Box>
          <SealChip tone={standing === 'rejected' ? 'over' : 'waits'}>{words.seal}</SealChip>
        </Box>
      )}
      <Box>{words.text}</Box>
      <Button look={waiting ? 'quiet' : 'primary'} to={ways[standing]}>
        {words.action}
      </Button>
    </Card>
  )
}
