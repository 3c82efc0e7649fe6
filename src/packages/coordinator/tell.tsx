import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useNow } from '#clock'
import { useRead } from '#cloud/call/useRead'
import type { Tellings } from '#contract/session'
import { TellForm } from '#features/coordinator/tell/TellForm'
import { coordinatorActivity } from '#routes'
import { coordinatorText } from '#text/activity/coordinator'
import { tellText as words } from '#text/session/tell'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Empty, StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'

/** A coordinator writes to those who have signed up for a session, and sees what was written before. */
export default function TellPage() {
  const { id: sessionId = '' } = useRouter().params
  const [read, refresh] = useRead('session.tellings', { sessionId })
  const [told, setTold] = useState<number>()
  return (
    <Screen title={titles.tell}>
      <StateView of={read} onRetry={refresh}>
        {(shown) => (
          <Box className='stack'>
            <Box className='strong'>{coordinatorText.sessionLine(shown.session)}</Box>
            {told !== undefined && <Banner tone='good'>{words.sent(told)}</Banner>}
            <Way
              sessionId={sessionId}
              shown={shown}
              onTold={async (families) => {
                setTold(families)
                await refresh()
              }}
            />
            <Past tellings={shown.tellings} />
          </Box>
        )}
      </StateView>
    </Screen>
  )
}

interface WayProps {
  sessionId: string
  shown: Tellings
  onTold: (families: number) => void
}

/** The form, or why nothing can be written now. */
function Way({ sessionId, shown, onTold }: WayProps) {
  const { over, nextAt, placed, waiting, session } = shown
  if (nextAt !== undefined && !over) return <Banner tone='plain'>{words.nextAt(nextAt)}</Banner>
  if (!over && placed + waiting > 0) return <TellForm sessionId={sessionId} to={shown} onTold={onTold} />
  const { title, text } = over ? words.over : words.nobody
  return (
    <Empty title={title} text={text}>
      <Button look='quiet' to={coordinatorActivity(session.activityId)}>
        {words.activity}
      </Button>
    </Empty>
  )
}

function Past({ tellings }: Pick<Tellings, 'tellings'>) {
  const now = useNow()
  return (
    <Card title={words.past}>
      {tellings.length === 0 && <Box className='soft'>{words.none}</Box>}
      <Box>
        {tellings.map((said) => (
          <Cell key={said.at} name={words.pastLine(said, now)}>
            {said.words}
          </Cell>
        ))}
      </Box>
    </Card>
  )
}
