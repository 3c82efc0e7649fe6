import { codeText } from '../../text/booking'
import { uiText } from '../../text/ui'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { CodeFace } from '../../ui/CodeFace'
import type { AttendanceSecret } from '../../ui/useCodeStep'

/** What stands there without a network: the code alone, which needs none. */
export function CodeOffline({ secret, onRetry }: { secret: AttendanceSecret; onRetry: () => void }) {
  return (
    <Box className='stack'>
      <Banner tone='plain'>{codeText.offline}</Banner>
      <Card title={codeText.title} edge='cinnabar'>
        <Box>{codeText.ask}</Box>
        <CodeFace secret={secret} />
      </Card>
      <Button look='quiet' onPress={onRetry}>
        {uiText.retry}
      </Button>
    </Box>
  )
}
