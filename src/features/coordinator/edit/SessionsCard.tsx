import { useNow } from '#clock'
import { mostSessions } from '#contract/activity'
import { SessionSheet } from '#features/coordinator/roster/SessionSheet'
import { festivalRemark, editorText as words } from '#text/activity/activityEditor'
import { Box } from '#ui/show/Box'
import type { ActivityForm } from './activityFields'
import { DatedParts } from './DatedParts'
import { closeMoved, type DatesRemark, offTheFestival, oneMore } from './planDates'
import { sessionWords } from './sessionWords'

export interface SessionsCardProps {
  draft: ActivityForm
  mostPeople: number
  remark: DatesRemark | undefined
  error: string | undefined
  onChoose: (part: Partial<Pick<ActivityForm, 'sessions' | 'closes'>>) => void
}

const partWords = {
  title: words.sessions,
  hint: words.sessionsHint,
  add: words.addSession,
  series: words.series,
  full: words.sessionsFull,
}

/**
 * The sessions of a draft, each changed in a sheet of its own. A new one has the hours of the last, in the next
 * week that is free. The close of sign-up goes along with the first.
 */
export function SessionsCard({ draft, mostPeople, remark, error, onChoose }: SessionsCardProps) {
  const now = useNow()
  const { sessions, festival, festivalDay } = draft
  const off = offTheFestival(draft)
  return (
    <DatedParts
      words={partWords}
      parts={sessions}
      most={mostSessions}
      rowOf={(session) => ({
        title: sessionWords(session, now),
        detail: words.sessionDetail(session.capacity, session.shifts.length),
      })}
      {...{ remark, error }}
      another={() => oneMore(sessions, now)}
      onMend={onChoose}
      onPut={(next) => onChoose({ sessions: next, closes: closeMoved(draft, next, now) })}
      sheetOf={({ part, keep, remove, close }) => (
        <SessionSheet
          session={part}
          mostPeople={mostPeople}
          now={now}
          onKeep={keep}
          onRemove={remove}
          onClose={close}
        />
      )}
    >
      {off && festivalDay && <Box className='small'>{festivalRemark(festival, off, festivalDay)}</Box>}
    </DatedParts>
  )
}
