import { routes } from '#routes'
import { homeText } from '#text/community/home'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { SealChip } from '#ui/show/SealChip'
import type { RegistrationState } from './registrationState'

const ways = {
  visitor: routes.enter,
  unregistered: routes.register,
  pending: routes.register,
  rejected: routes.register,
  moving: routes.register,
} as const

/** Says what a person still has to do before booking help, and leads to it. */
export function RegistrationStateCard({
  registration,
}: {
  registration: Exclude<RegistrationState, 'verified'>
}) {
  const words = homeText.registrationState[registration]
  const waiting = 'seal' in words
  return (
    <Card title={words.title} edge={waiting ? 'ochre' : 'cinnabar'}>
      {waiting && <SealChip tone={registration === 'rejected' ? 'off' : 'waits'}>{words.seal}</SealChip>}
      <Box>{words.text}</Box>
      <Button look={waiting ? 'quiet' : 'primary'} to={ways[registration]}>
        {words.action}
      </Button>
    </Card>
  )
}
