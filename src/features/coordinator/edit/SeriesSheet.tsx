import { useState } from 'react'
import { editorText as words } from '#text/activity/activityEditor'
import { daysWords } from '#text/shared/time'
import { Button } from '#ui/button/Button'
import { Choice } from '#ui/choice/Choice'
import { TextField } from '#ui/field/TextField'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { SessionForm } from './activityFields'
import { beginsOf, lastOf, seriesAfter } from './planDates'
import { sessionWords } from './sessionWords'

export interface SeriesSheetProps {
  sessions: readonly SessionForm[]
  /** They are lessons: mostly on the days that follow. */
  daily?: boolean | undefined
  /** How many there may be. */
  mostInAll: number
  now: number
  onAdd: (added: readonly SessionForm[]) => void
  onClose: () => void
}

const everyDays = ['1', '7', '14'] as const
type Pace = (typeof everyDays)[number]
const paces = everyDays.map((value) => ({ value, title: words.seriesPaces[value] }))
const usualCount = 10
const usualLessons = 5

/** Repeats the last session week by week. Every session that would be added stands there before the tap. */
export function SeriesSheet({ sessions, daily, mostInAll, now, onAdd, onClose }: SeriesSheetProps) {
  const most = mostInAll - sessions.length + 1
  const [pace, setPace] = useState<Pace>(daily ? '1' : '7')
  const [count, setCount] = useState(String(Math.min(daily ? usualLessons : usualCount, most)))
  const [begun] = useState(count)
  const last = lastOf(sessions)
  const wanted = /^\d+$/.test(count.trim()) ? Number(count) : 0
  const right = wanted >= 2 && wanted <= most
  const added = right ? seriesAfter(sessions, Number(pace), wanted) : []
  return (
    <Sheet title={words.seriesTitle} onClose={onClose}>
      <Box>{words.seriesFrom(last ? sessionWords(last, now) : '')}</Box>
      <Choice
        label={words.seriesEvery}
        options={daily ? paces : paces.slice(1)}
        chosen={pace}
        onChoose={setPace}
      />
      <TextField
        label={words.seriesCount}
        initial={begun}
        keyboard='digits'
        maxLength={2}
        error={right ? undefined : words.seriesWrong(most, mostInAll)}
        onText={setCount}
      />
      <Maybe>{added.length > 0 && <Box>{words.seriesAdded(daysWords(beginsOf(added), now))}</Box>}</Maybe>
      <Maybe>
        {added.length > 0 && <Button onPress={() => onAdd(added)}>{words.seriesAdd(added.length)}</Button>}
      </Maybe>
    </Sheet>
  )
}
