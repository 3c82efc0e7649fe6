import { useState } from 'react'
import { useNow } from '#clock'
import { mostSessions } from '#contract/activity'
import { SessionSheet } from '#features/coordinator/roster/SessionSheet'
import { festivalRemark, editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { readWindow } from '#ui/field/windowDraft'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { ActivityForm, SessionForm } from './activityFields'
import { DatesNote, faultShown } from './DatesNote'
import { closeMoved, type DatesRemark, lastOf, offTheFestival, oneMore } from './planDates'
import { SeriesSheet } from './SeriesSheet'
import { keyedSessions, sessionWords } from './sessionWords'

export interface SessionsCardProps {
  draft: ActivityForm
  mostPeople: number
  remark: DatesRemark | undefined
  error: string | undefined
  onChoose: (part: Partial<Pick<ActivityForm, 'sessions' | 'closes'>>) => void
}

/**
 * The sessions of a draft, each changed in a sheet of its own. A new one has the hours of the last, in the next
 * week that is free. The close of sign-up goes along with the first.
 */
export function SessionsCard({ draft, mostPeople, remark, error, onChoose }: SessionsCardProps) {
  const [open, setOpen] = useState<number | 'new' | 'series'>()
  const now = useNow()
  const { sessions } = draft
  const put = (next: readonly SessionForm[]) => {
    setOpen(undefined)
    onChoose({ sessions: next, closes: closeMoved(draft, next, now) })
  }
  const last = lastOf(sessions)
  const off = offTheFestival(draft)
  const fault = faultShown(remark, now) ?? error
  return (
    <Card title={words.sessions}>
      <Box className='soft small'>{words.sessionsHint}</Box>
      <Maybe>
        {sessions.length > 0 && (
          <ListRows>
            {keyedSessions(sessions).map(({ key, session, index }) => (
              <ListRow
                key={key}
                title={sessionWords(session, now)}
                detail={words.sessionDetail(session.capacity, session.shifts.length)}
                onPress={() => setOpen(index)}
              />
            ))}
          </ListRows>
        )}
      </Maybe>
      <Maybe>
        {fault && (
          <Box className='field-error' role='alert'>
            {fault}
          </Box>
        )}
      </Maybe>
      <Maybe>{remark && <DatesNote remark={remark} now={now} onMend={onChoose} />}</Maybe>
      <Maybe>
        {off && draft.festivalDay && (
          <Box className='small'>{festivalRemark(draft.festival, off, draft.festivalDay)}</Box>
        )}
      </Maybe>
      {sessions.length < mostSessions ? (
        <Box className='stack-tight'>
          <Button look='quiet' onPress={() => setOpen('new')}>
            {words.addSession}
          </Button>
          <Maybe>
            {last && readWindow(last.window) && (
              <Button look='quiet' onPress={() => setOpen('series')}>
                {words.series}
              </Button>
            )}
          </Maybe>
        </Box>
      ) : (
        <Box className='soft small'>{words.sessionsFull(mostSessions)}</Box>
      )}
      <Maybe>
        {open === 'series' && (
          <SeriesSheet
            sessions={sessions}
            mostInAll={mostSessions}
            now={now}
            onAdd={(added) => put([...sessions, ...added])}
            onClose={() => setOpen(undefined)}
          />
        )}
        <SessionOpen
          {...{ sessions, now, open, mostPeople }}
          onPut={put}
          onClose={() => setOpen(undefined)}
        />
      </Maybe>
    </Card>
  )
}

interface SessionOpenProps {
  mostPeople: number
  sessions: readonly SessionForm[]
  now: number
  open: number | 'new' | 'series' | undefined
  onPut: (next: readonly SessionForm[]) => void
  onClose: () => void
}

/** The sheet of the session that is being changed or added. */
function SessionOpen({ sessions, now, open, mostPeople, onPut, onClose }: SessionOpenProps) {
  const session = open === 'new' ? oneMore(sessions, now) : typeof open === 'number' && sessions[open]
  if (!session) return null
  return (
    <SessionSheet
      session={session}
      mostPeople={mostPeople}
      now={now}
      onKeep={(kept) =>
        onPut(
          open === 'new'
            ? [...sessions, kept]
            : sessions.map((each, index) => (index === open ? kept : each)),
        )
      }
      onRemove={open === 'new' ? undefined : () => onPut(sessions.filter((_, index) => index !== open))}
      onClose={onClose}
    />
  )
}
