import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '#cloud/call/useRead'
import { DoorRows } from '#features/coordinator/door/DoorRows'
import { countsOf, rowsOf, tapOn } from '#features/coordinator/door/doorBook'
import { useDoor } from '#features/coordinator/door/useDoor'
import { ExportSheet } from '#features/coordinator/roster/ExportSheet'
import { RosterPaper } from '#features/coordinator/roster/RosterPaper'
import { coordinatorActivity } from '#routes'
import { coordinatorText as words } from '#text/activity/coordinator'
import { titles } from '#text/shared/titles'
import { uiText } from '#text/shared/ui'
import { Button } from '#ui/button/Button'
import { canPrint, printPage } from '#ui/device/print'
import { TakeAlong } from '#ui/device/TakeAlong'
import { Banner } from '#ui/page/Banner'
import { Screen } from '#ui/page/Screen'
import { Skeleton } from '#ui/page/Skeleton'
import { Empty } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** The roster of a session with the states of its parties. It can be exported, printed, and corrected afterwards. */
export default function RosterPage() {
  const { id: sessionId = '', of: activityId = '', lesson } = useRouter().params
  const { book, failure, offline, waits, say, refresh } = useDoor(sessionId, lesson)
  const [activity] = useRead('activity.get', { activityId })
  const [exporting, setExporting] = useState(false)
  const [done, setDone] = useState(false)
  const [phones, setPhones] = useState<ReadonlyMap<string, string>>()
  const rows = rowsOf(book, waits)
  const head = book.session
  const session =
    activity.state === 'ready'
      ? activity.data.sessions.find((each) => each.sessionId === sessionId)
      : undefined

  return (
    <Screen title={words.titleOf(titles.coordinatorRoster, head?.title)}>
      <Box className='stack not-printed'>
        <Box>{head && words.sessionLine(head)}</Box>
        <Maybe>
          {offline && <Banner tone='plain'>{words.offline(book.words.length)}</Banner>}
          {!offline && failure && <Banner tone='bad'>{failure}</Banner>}
          {done && (
            <Banner tone='good'>{phones && canPrint ? words.exportedWithPhones : words.exported}</Banner>
          )}
        </Maybe>
        <Box className='strong'>{words.counts(countsOf(rows))}</Box>
        <TakeAlong words={words} onExport={() => setExporting(true)} onPrint={printPage} />
        {canPrint && <Box className='soft small'>{words.printHint}</Box>}
        {!book.read && rows.length === 0 ? (
          failure ? (
            <Empty title={words.doorFailed}>
              <Button look='quiet' onPress={refresh}>
                {uiText.retry}
              </Button>
            </Empty>
          ) : (
            <Skeleton />
          )
        ) : (
          <DoorRows
            rows={rows}
            begin='all'
            above={`${offline} ${failure ?? ''} ${done}`}
            empty={
              <Empty title={words.rosterEmpty.title} text={words.rosterEmpty.roster}>
                <Button look='quiet' to={coordinatorActivity(head?.activityId ?? activityId)}>
                  {words.rosterEmpty.activity}
                </Button>
              </Empty>
            }
            onMark={(row, present) => say(tapOn(row, present))}
          />
        )}
      </Box>
      {canPrint && activity.state === 'ready' && session && (
        <RosterPaper
          title={activity.data.title}
          place={activity.data.place}
          session={head ?? session}
          rows={rows}
          phones={phones}
        />
      )}
      <Maybe>
        {exporting && (
          <ExportSheet
            sessionId={sessionId}
            lessonId={lesson}
            onPhones={(opened) => setPhones(new Map(opened.map(({ memberId, phone }) => [memberId, phone])))}
            onExported={() => {
              setExporting(false)
              setDone(true)
            }}
            onClose={() => setExporting(false)}
          />
        )}
      </Maybe>
    </Screen>
  )
}
