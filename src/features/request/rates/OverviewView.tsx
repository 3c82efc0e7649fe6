import type { Overview } from '#contract/report'
import type { Team } from '#contract/team'
import { ratesText as words } from '#text/request/requestOffice'
import { durationWords } from '#text/shared/time'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Cell } from '#ui/show/Row'
import { ReportBar } from './ReportBar'

export interface OverviewViewProps {
  overview: Overview
  /** The teams' names. Empty while they are being read. */
  teams: readonly Pick<Team, 'teamId' | 'name'>[]
}

/** The figures of a span: registrations, bookings, and the hours of each team. */
export function OverviewView({ overview, teams }: OverviewViewProps) {
  const { members, bookings, hours } = overview
  const byTeam = hours.byTeam
    .map((team) => ({ ...team, minutes: team.recordedMinutes + team.honourMinutes }))
    .sort((a, b) => b.minutes - a.minutes)
  const most = byTeam[0]?.minutes ?? 0
  return (
    <Box className='stack'>
      <Card title={words.overviewTitle}>
        <Box>
          <Cell name={words.members}>{words.membersOf(members.registered, members.verified)}</Cell>
          <Cell name={words.bookings}>
            {words.bookingsOf(bookings.requested, bookings.confirmed, bookings.cancelled, bookings.expired)}
          </Cell>
          <Cell name={words.volunteers}>{words.volunteersOf(hours.volunteers)}</Cell>
          <Cell name={words.hours}>{durationWords(hours.recordedMinutes)}</Cell>
          {hours.honourMinutes !== 0 && <Cell name={words.honour}>{durationWords(hours.honourMinutes)}</Cell>}
        </Box>
      </Card>
      <Card title={words.byTeam}>
        {byTeam.length === 0 && <Box className='soft'>{words.noHours}</Box>}
        {byTeam.map(({ teamId, minutes }) => (
          <ReportBar
            key={teamId}
            title={teams.find((team) => team.teamId === teamId)?.name ?? words.unknown}
            value={durationWords(Math.max(0, minutes))}
            share={most > 0 ? Math.max(0, minutes) / most : undefined}
          />
        ))}
      </Card>
    </Box>
  )
}
