import { useState } from 'react'
import type { MemberId } from '#contract/shared/scalars'
import { attendanceCodeText } from '#text/booking/attendance'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { CodeFace } from '#ui/code/CodeFace'
import { Banner } from '#ui/page/Banner'
import { Skeleton } from '#ui/page/Skeleton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { useAttendanceSecret } from './attendanceSecret'
import { useLookAgain } from './useLookAgain'

export interface CodePanelProps {
  bookingId: string
  /** The member whose code it is, when the reader acts for somebody. */
  actingFor: MemberId | undefined
  /** Whether the code opens by itself, because check-in or check-out is possible. */
  due: boolean
  /** Looks whether the volunteer has used the code. */
  onLook: () => unknown
}

/** Shows the attendance code to the resident. The secret is read at once, so that the code needs no network later. */
export function CodePanel({ bookingId, actingFor, due, onLook }: CodePanelProps) {
  const { secret, failure, retry } = useAttendanceSecret(bookingId, actingFor)
  const [opened, setOpened] = useState(false)
  useLookAgain(onLook, due || opened)

  if (!due && !opened) {
    return (
      <Card title={attendanceCodeText.title} edge='cinnabar'>
        <Box>{attendanceCodeText.later}</Box>
        <Button onPress={() => setOpened(true)}>{attendanceCodeText.open}</Button>
      </Card>
    )
  }
  return (
    <Card title={attendanceCodeText.title} edge='cinnabar'>
      <Box>{attendanceCodeText.ask}</Box>
      {secret && <CodeFace secret={secret} />}
      {!secret && !failure && <Skeleton />}
      {!secret && failure && (
        <Box className='stack-tight'>
          <Banner tone='bad'>{failure}</Banner>
          <Button look='quiet' onPress={retry}>
            {uiText.retry}
          </Button>
        </Box>
      )}
    </Card>
  )
}
