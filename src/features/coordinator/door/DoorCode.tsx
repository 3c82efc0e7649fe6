import { useState } from 'react'
import type { RosterHead } from '#contract/session'
import { coordinatorText as words } from '#text/activity/coordinator'
import { Button } from '#ui/button/Button'
import { CodeFace } from '#ui/code/CodeFace'
import { CodeStage } from '#ui/code/CodeStage'
import type { AttendanceSecret } from '#ui/code/useCodeStep'
import { Skeleton } from '#ui/page/Skeleton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'

export interface DoorCodeProps {
  /** Absent until it was read once. */
  session: RosterHead | undefined
  secret: AttendanceSecret | undefined
  offline: boolean
}

/** The code that the people who come scan or type, on the page or over the whole screen. */
export function DoorCode({ session, secret, offline }: DoorCodeProps) {
  const [full, setFull] = useState(false)
  if (!secret)
    return <Card edge='cinnabar'>{offline ? <Box>{words.doorCodeMissing}</Box> : <Skeleton />}</Card>
  return (
    <Card edge='cinnabar'>
      <Box>{words.doorAsk}</Box>
      <CodeStage
        full={full}
        title={words.codeFullOf(session?.title)}
        line={session ? words.sessionWhen(session) : ''}
        leave={words.codeFullLeave}
        onLeave={() => setFull(false)}
      >
        <CodeFace secret={secret} />
      </CodeStage>
      <Button look='quiet' onPress={() => setFull(true)}>
        {words.codeFull}
      </Button>
    </Card>
  )
}
