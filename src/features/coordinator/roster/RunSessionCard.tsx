import { useNow } from '#clock'
import type { SessionView } from '#contract/session'
import { coordinatorDoor, coordinatorFeedbacks, coordinatorRoster, coordinatorTell } from '#routes'
import { coordinatorText as words } from '#text/activity/coordinator'
import { feedbacksText } from '#text/session/feedback'
import { windowWords } from '#text/shared/time'
import { titles } from '#text/shared/titles'
import { courseText } from '#text/training/course'
import { Button } from '#ui/button/Button'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { RunLessons } from '../course/RunLessons'

export interface RunSessionCardProps {
  session: SessionView
  /** Lots decide, and have not been drawn yet. */
  draw: boolean
  activityId: string
  draft: boolean
}

/** A session in numbers, with links to its door and its roster. */
export function RunSessionCard({ session, draw, activityId, draft }: RunSessionCardProps) {
  const { sessionId, capacity, free, waiting, shifts, state, came, lessons } = session
  const now = useNow()
  const when = lessons ? courseText.span(session, now) : windowWords(session, now)
  return (
    <Card title={when} edge='pine'>
      <Box>
        {capacity > 0 && <Cell name={words.capacity}>{words.people(capacity)}</Cell>}
        {!draft && capacity > 0 && <Cell name={words.confirmed}>{words.people(capacity - free)}</Cell>}
        {came !== undefined && capacity > 0 && <Cell name={words.attended}>{words.people(came)}</Cell>}
        {waiting > 0 && <Cell name={draw ? words.inDraw : words.waiting}>{words.parties(waiting)}</Cell>}
        {shifts.length > 0 && (
          <Cell name={words.shifts}>
            {shifts
              .map((shift) => words.shiftSeats(shift.name, shift.capacity - shift.free, shift.capacity))
              .join('、')}
          </Cell>
        )}
      </Box>
      {!draft && state !== 'cancelled' && now >= session.to && (
        <Button look='quiet' to={coordinatorFeedbacks(sessionId)} label={`${feedbacksText.entry}：${when}`}>
          {feedbacksText.entry}
        </Button>
      )}
      {!draft && state !== 'cancelled' && now < session.to && (
        <Button look='quiet' to={coordinatorTell(sessionId)} label={`${titles.tell}：${when}`}>
          {titles.tell}
        </Button>
      )}
      {!draft && lessons && state !== 'cancelled' && (
        <RunLessons sessionId={sessionId} activityId={activityId} lessons={lessons} />
      )}
      {!draft && !lessons && (
        <Box className={state === 'cancelled' ? '' : 'pair'}>
          {state !== 'cancelled' && (
            <Button look='pine' to={coordinatorDoor(sessionId)} label={`${words.door}：${when}`}>
              {words.door}
            </Button>
          )}
          <Button
            look='quiet'
            to={coordinatorRoster(sessionId, activityId)}
            label={`${words.roster}：${when}`}
          >
            {words.roster}
          </Button>
        </Box>
      )}
    </Card>
  )
}
