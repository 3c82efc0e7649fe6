import { useState } from 'react'
import { useNow } from '#clock'
import { SessionSheet } from '#features/coordinator/roster/SessionSheet'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import type { SessionForm } from './activityForm'
import { keyOfSession, sessionWords } from './sessionWords'

export interface SessionsCardProps {
  sessions: readonly SessionForm[]
  error: string | undefined
  onChoose: (part: { sessions: readonly SessionForm[] }) => void
}

/** The sessions of a draft, each changed in a sheet of its own. A new session begins with the values of the last. */
export function SessionsCard({ sessions, error, onChoose }: SessionsCardProps) {
  const [open, setOpen] = useState<number | 'new'>()
  const now = useNow()
  const last = sessions[sessions.length - 1]
  const fresh: SessionForm = {
    window: last?.window ?? { day: '', from: '', to: '' },
    capacity: last?.capacity ?? '30',
    shifts: [],
  }
  const session = open === 'new' ? fresh : open === undefined ? undefined : sessions[open]
  const put = (next: readonly SessionForm[]) => {
    setOpen(undefined)
    onChoose({ sessions: next })
  }
  return (
    <Card title={words.sessions}>
      <Box className='soft small'>{words.sessionsHint}</Box>
      <Maybe>
        {sessions.length > 0 && (
          <ListRows>
            {sessions.map((each, index) => (
              <ListRow
                key={keyOfSession(each)}
                title={sessionWords(each, now)}
                detail={words.sessionDetail(each.capacity, each.shifts.length)}
                onPress={() => setOpen(index)}
              />
            ))}
          </ListRows>
        )}
      </Maybe>
      <Maybe>
        {error && (
          <Box className='field-error' role='alert'>
            {error}
          </Box>
        )}
      </Maybe>
      <Button look='quiet' onPress={() => setOpen('new')}>
        {words.addSession}
      </Button>
      <Maybe>
        {session && open !== undefined && (
          <SessionSheet
            session={session}
            now={now}
            onKeep={(kept) =>
              put(
                open === 'new'
                  ? [...sessions, kept]
                  : sessions.map((each, index) => (index === open ? kept : each)),
              )
            }
            onRemove={open === 'new' ? undefined : () => put(sessions.filter((_, index) => index !== open))}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Maybe>
    </Card>
  )
}
