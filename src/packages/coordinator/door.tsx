import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { DoorCode } from '#features/coordinator/door/DoorCode'
import { DoorRows } from '#features/coordinator/door/DoorRows'
import { countsOf, rowsOf, tapOn } from '#features/coordinator/door/doorBook'
import { useDoor } from '#features/coordinator/door/useDoor'
import { WalkInSheet } from '#features/coordinator/door/WalkInSheet'
import { ShiftVolunteers } from '#features/coordinator/roster/ShiftVolunteers'
import { coordinatorText as words } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Skeleton } from '#ui/page/Skeleton'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

type View = 'code' | 'list' | 'shifts'
const views = (['code', 'list', 'shifts'] as const).map((value) => ({ value, title: words.doorViews[value] }))
/** A course has no shifts. */
const lessonViews = views.filter(({ value }) => value !== 'shifts')

/** The door of a session, or of a lesson: the code to scan, the list to mark, and the volunteers. Only these need a network. */
export default function DoorPage() {
  const { id: sessionId = '', lesson } = useRouter().params
  const { book, secret, failure, offline, waits, say, refresh } = useDoor(sessionId, lesson)
  const [view, setView] = useState<View>('code')
  const [walking, setWalking] = useState(false)
  const rows = rowsOf(book, waits)
  const { session } = book
  const { length: unsent } = book.words
  const unread = !book.read && rows.length === 0

  return (
    <Screen title={words.titleOf(titles.door, session?.title)}>
      <Box>{session && words.sessionLine(session)}</Box>
      <Choice
        label={words.doorView}
        options={lesson ? lessonViews : views}
        chosen={view}
        onChoose={setView}
      />
      <Box className='strong' live='polite'>
        {!unread && words.counts(countsOf(rows))}
      </Box>
      <Maybe>
        {offline && <Banner tone='plain'>{words.offline(unsent)}</Banner>}
        {!offline && failure && <Banner tone='bad'>{failure}</Banner>}
      </Maybe>
      <Maybe>
        {waits && (
          <Button look='quiet' onPress={refresh}>
            {`${words.unsent(unsent)}${words.sendNow}`}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {view === 'code' && <DoorCode session={session} secret={secret} offline={offline} />}
        {view === 'list' && (
          <Box className='stack'>
            <Button look='pine' onPress={() => setWalking(true)}>
              {words.walkIn}
            </Button>
            {!unread ? (
              <DoorRows
                rows={rows}
                begin='absent'
                above={`${offline} ${failure ?? ''} ${waits}`}
                empty={<Empty title={words.rosterEmpty.title} text={words.rosterEmpty.door} />}
                onMark={(row, present) => say(tapOn(row, present))}
              />
            ) : offline || failure ? (
              <Empty title={words.doorFailed} text={offline ? words.doorListMissing : undefined}>
                <Button look='quiet' onPress={refresh}>
                  {uiText.retry}
                </Button>
              </Empty>
            ) : (
              <Skeleton />
            )}
          </Box>
        )}
        {view === 'shifts' && <ShiftVolunteers sessionId={sessionId} />}
      </Maybe>
      <Maybe>
        {walking && (
          <WalkInSheet
            count={rows.filter(({ walkIn }) => walkIn).length}
            onWalkIn={(name, size) => say({ say: 'walkIn', name, size })}
            onClose={() => setWalking(false)}
          />
        )}
      </Maybe>
    </Screen>
  )
}
