import { useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { ShiftVolunteer } from '#contract/shift'
import { coordinatorText as words } from '#text/activity/coordinator'
import { overlapText } from '#text/hours/overlap'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { StateView } from '#ui/page/StateView'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { useStillRows } from '#ui/still/useStillRows'
import '../door/PartyRow.scss'

/** The volunteers of a session's shifts, and the confirmation that credits their minutes. */
export function ShiftVolunteers({ sessionId }: { sessionId: string }) {
  const [read, refresh] = useRead('shift.roster', { sessionId })
  const [me] = useRead('member.me', {})
  const confirm = useCommand('shift.confirm')
  const [done, setDone] = useState(false)
  const still = useStillRows(
    (read.state === 'ready' ? read.data.shifts : []).flatMap(({ shiftId, volunteers }) =>
      volunteers.map(({ memberId, state }) => ({ key: `${shiftId} ${memberId}`, face: state })),
    ),
    { above: `${done} ${confirm.failure ?? ''}` },
  )
  const ownId = me.state === 'ready' ? me.data.member?.memberId : undefined

  async function credit(shiftId: string, { memberId }: ShiftVolunteer) {
    setDone(false)
    if (!(await confirm.run({ shiftId, memberIds: [memberId] }))) return
    setDone(true)
    await refresh()
  }

  return (
    <Box className='stack'>
      <Maybe>{done && <Banner tone='good'>{words.minutesConfirmed}</Banner>}</Maybe>
      <Failure>{confirm.failure}</Failure>
      <StateView of={read} onRetry={refresh}>
        {({ shifts }) => (
          <Box className='stack'>
            {shifts.length === 0 && <Box>{words.noShifts}</Box>}
            {shifts.map(({ shiftId, name, capacity, free, volunteers }) => (
              <Card key={shiftId} title={words.shiftSeats(name, capacity - free, capacity)} edge='pine'>
                {volunteers.length === 0 && <Box className='soft'>{words.noVolunteers}</Box>}
                <Box tag='ul' className='stack-tight'>
                  {volunteers.map((volunteer) => (
                    <VolunteerRow
                      key={volunteer.memberId}
                      volunteer={volunteer}
                      own={volunteer.memberId === ownId}
                      onConfirm={() =>
                        still(`${shiftId} ${volunteer.memberId}`, () => credit(shiftId, volunteer))
                      }
                    />
                  ))}
                </Box>
              </Card>
            ))}
          </Box>
        )}
      </StateView>
    </Box>
  )
}

interface VolunteerRowProps {
  volunteer: ShiftVolunteer
  /** It is the viewer, who does not confirm it. */
  own: boolean
  onConfirm: () => void
}

function VolunteerRow({ volunteer, own, onConfirm }: VolunteerRowProps) {
  const { name, state, minutes, overlap, late, waits } = volunteer
  const done = state === 'done'
  const note = own && done ? words.ownNote : waits ? words.waits[waits] : late ? words.late : undefined
  const said = own && done ? words.ownWaits : words.shiftState[state]
  return (
    <Box tag='li' className='party'>
      <Box className='party-words'>
        <Box className='party-name'>{name}</Box>
        <Box className='soft small'>
          {[said, minutes === undefined ? undefined : words.minutes(minutes)].filter(Boolean).join(' · ')}
        </Box>
        {note && <Box className='small'>{note}</Box>}
        {overlap && (
          <Box className='small'>{overlapText.counts(overlap, (minutes ?? 0) - overlap.minutes)}</Box>
        )}
      </Box>
      {done && !own && (
        <LineButton look='pine' label={words.confirmMinutesOf(name)} onPress={onConfirm}>
          {words.confirmMinutes}
        </LineButton>
      )}
    </Box>
  )
}
