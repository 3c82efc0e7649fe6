import { useState } from 'react'
import { mostSessions } from '#contract/activity'
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
  now: number
  onAdd: (added: readonly SessionForm[]) => void
  onClose: () => void
}

const paces = (['1', '2'] as const).map((value) => ({ value, title: words.seriesWeeks[value] }))
const usualCount = 10

/** Repeats the last session week by week. Every session that would be added stands there before the tap. */
export function SeriesSheet({ sessions, now, onAdd, onClose }: SeriesSheetProps) {
  const most = mostSessions - sessions.length + 1
  const [weeks, setWeeks] = useState<'1' | '2'>('1')
  const [count, setCount] = useState(String(Math.min(usualCount, most)))
  const [begun] = useState(count)
  const last = lastOf(sessions)
  const wanted = /^\d+$/.test(count.trim()) ? Number(count) : 0
  const right = wanted >= 2 && wanted <= most
  const added = right ? seriesAfter(sessions, Number(weeks), wanted) : []
  return (
    <Sheet title={words.seriesTitle} onClose={onClose}>
      <Box>{words.seriesFrom(last ? sessionWords(last, now) : '')}</Box>
      <Choice label={words.seriesEvery} options={paces} chosen={weeks} onChoose={setWeeks} />
      <TextField
        label={words.seriesCount}
        initial={begun}
        keyboard='digits'
        maxLength={2}
        error={right ? undefined : words.seriesWrong(most, mostSessions)}
        onText={setCount}
      />
      <Maybe>{added.length > 0 && <Box>{words.seriesAdded(daysWords(beginsOf(added), now))}</Box>}</Maybe>
      <Maybe>
        {added.length > 0 && <Button onPress={() => onAdd(added)}>{words.seriesAdd(added.length)}</Button>}
      </Maybe>
    </Sheet>
  )
}
