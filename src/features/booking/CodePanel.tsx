import { useState } from 'react'
import type { MemberId } from '#contract/scalars'
import { codeText } from '../../text/booking'
import { uiText } from '../../text/ui'
import { Banner } from '../../ui/Banner'
import { Box } from '../../ui/Box'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { CodeFace } from '../../ui/CodeFace'
import { Skeleton } from '../../ui/Skeleton'
import { useAttendanceSecret } from './attendanceSecret'

export interface CodePanelProps {
  bookingId: string
  /** The member whose code it is, where the reader acts for them. */
  actingFor: MemberId | undefined
  /** It is time to show it: the code opens by itself. */
  due: boolean
}

/** The resident's side of attendance. The secret is fetched at once, so that the code opens without a network later. */
export function CodePanel({ bookingId, actingFor, due }: CodePanelProps) {
  const { secret, failure, retry } = useAttendanceSecret(bookingId, actingFor)
  const [opened, setOpened] = useState(false)

  if (!due && !opened) {
    return (
      <Card title={codeText.title} edge='cinnabar'>
        <Box>{codeText.later}</Box>
        <Button onPress={() => setOpened(true)}>{codeText.open}</Button>
      </Card>
    )
  }
  return (
    <Card title={codeText.title} edge='cinnabar'>
      <Box>{codeText.ask}</Box>
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
