import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { DoorRows } from '#features/coordinator/door/DoorRows'
import { countsOf, rowsOf } from '#features/coordinator/door/doorBook'
import { useDoor } from '#features/coordinator/door/useDoor'
import { WalkInSheet } from '#features/coordinator/door/WalkInSheet'
import { ShiftVolunteers } from '#features/coordinator/roster/ShiftVolunteers'
import { coordinatorText as words } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { CodeFace } from '#ui/code/CodeFace'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Skeleton } from '#ui/page/Skeleton'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'

type View = 'code' | 'list' | 'shifts'
const views = (['code', 'list', 'shifts'] as const).map((value) => ({ value, title: words.doorViews[value] }))

/** The door of a session: the code to scan, the list to mark, and the volunteers. Only these need a network. */
export default function DoorPage() {
  const { id: sessionId = '' } = useRouter().params
  const { book, secret, failure, offline, say, refresh } = useDoor(sessionId)
  const [view, setView] = useState<View>('code')
  const [walking, setWalking] = useState(false)
  const rows = rowsOf(book)
  const { length: unsent } = book.words

  return (
    <Screen title={titles.door}>
      <Choice label={words.doorView} options={views} chosen={view} onChoose={setView} />
      <Box className='strong' live='polite'>
        {words.counts(countsOf(rows))}
      </Box>
      <Maybe>
        {offline && <Banner tone='plain'>{words.offline(unsent)}</Banner>}
        {!offline && failure && <Banner tone='bad'>{failure}</Banner>}
      </Maybe>
      <Maybe>
        {unsent > 0 && (
          <Button look='quiet' onPress={refresh}>
            {`${words.unsent(unsent)}${words.sendNow}`}
          </Button>
        )}
      </Maybe>
      <Maybe>
        {view === 'code' && (
          <Card edge='cinnabar'>
            <Box>{words.doorAsk}</Box>
            {secret ? (
              <CodeFace secret={secret} />
            ) : offline ? (
              <Box>{words.doorCodeMissing}</Box>
            ) : (
              <Skeleton />
            )}
          </Card>
        )}
        {view === 'list' && (
          <Box className='stack'>
            <Button look='pine' onPress={() => setWalking(true)}>
              {words.walkIn}
            </Button>
            {!book.read && rows.length === 0 ? (
              offline ? (
                <Box>{words.doorListMissing}</Box>
              ) : (
                !failure && <Skeleton />
              )
            ) : (
              <DoorRows
                rows={rows}
                begin='absent'
                onMark={({ memberId, walkIn }, present) =>
                  say(walkIn ? { say: 'undoWalkIn', walkInId: memberId } : { say: 'mark', memberId, present })
                }
              />
            )}
          </Box>
        )}
        {view === 'shifts' && <ShiftVolunteers sessionId={sessionId} />}
      </Maybe>
      <Maybe>
        {walking && (
          <WalkInSheet
            onWalkIn={(name, size) => {
              setWalking(false)
              say({ say: 'walkIn', name, size })
            }}
            onClose={() => setWalking(false)}
          />
        )}
      </Maybe>
    </Screen>
  )
}
