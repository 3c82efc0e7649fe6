import { attendanceCodeText } from '#text/booking/attendance'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { CodeFace } from '#ui/code/CodeFace'
import type { AttendanceSecret } from '#ui/code/useCodeStep'
import { Banner } from '#ui/page/Banner'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

/** The booking's page without a network. It shows only the attendance code, which needs none. */
export function CodeOffline({ secret, onRetry }: { secret: AttendanceSecret; onRetry: () => void }) {
  return (
    <Box className='stack'>
      <Banner tone='plain'>{attendanceCodeText.offline}</Banner>
      <Card title={attendanceCodeText.title} edge='cinnabar'>
        <Box>{attendanceCodeText.ask}</Box>
        <CodeFace secret={secret} />
      </Card>
      <Button look='quiet' onPress={onRetry}>
        {uiText.retry}
      </Button>
    </Box>
  )
}
