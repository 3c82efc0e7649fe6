import { type ReactNode, useState } from 'react'
import { useCommand } from '#cloud/call/useCommand'
import { useRead } from '#cloud/call/useRead'
import type { ShiftLines, ShiftVolunteer } from '#contract/shift'
import { coordinatorText as words } from '#text/activity/coordinator'
import { overlapText } from '#text/hours/overlap'
import { wordText } from '#text/hours/word'
import { Button } from '#ui/button/Button'
import { LineButton } from '#ui/button/LineButton'
import { Failure } from '#ui/form/Failure'
import { Banner } from '#ui/page/Banner'
import { StateView } from '#ui/page/StateView'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Card } from '#ui/show/Card'
import { Maybe } from '#ui/show/Maybe'
import { ListRow, ListRows } from '#ui/show/Row'
import { useStillRows } from '#ui/still/useStillRows'
import '../door/PartyRow.scss'

export interface ShiftVolunteersProps {
  sessionId: string
  /** Draws the sheet that proposes to credit somebody by word. */
  wordSheet?: (asked: WordAsked) => ReactNode
}

/** Whose service at a shift is to be credited by word. */
export interface WordAsked {
  shift: ShiftLines
  volunteer: ShiftVolunteer
  onSent: (name: string) => void
  onClose: () => void
}

/** The volunteers of a session's shifts, and the confirmation that credits their minutes. */
export function ShiftVolunteers({ sessionId, wordSheet }: ShiftVolunteersProps) {
  const [read, refresh] = useRead('shift.roster', { sessionId })
  const [me] = useRead('member.me', {})
  const confirm = useCommand('shift.confirm')
  const [done, setDone] = useState<string>()
  const [asked, setAsked] = useState<{ shift: ShiftLines; volunteer?: ShiftVolunteer }>()
  const still = useStillRows(
    (read.state === 'ready' ? read.data.shifts : []).flatMap(({ shiftId, volunteers }) =>
      volunteers.map(({ memberId, state }) => ({ key: `${shiftId} ${memberId}`, face: state })),
    ),
    { above: `${done} ${confirm.failure ?? ''}` },
  )
  const ownId = me.state === 'ready' ? me.data.member?.memberId : undefined

  async function credit(shiftId: string, { memberId }: ShiftVolunteer) {
    setDone(undefined)
    if (!(await confirm.run({ shiftId, memberIds: [memberId] }))) return
    setDone(words.minutesConfirmed)
    await refresh()
  }
  async function finish(sentence: string) {
    setAsked(undefined)
    setDone(sentence)
    await refresh()
  }
  const close = () => setAsked(undefined)

  return (
    <Box className='stack'>
      <Maybe>{done && <Banner tone='good'>{done}</Banner>}</Maybe>
      <Failure>{confirm.failure}</Failure>
      <StateView of={read} onRetry={refresh}>
        {({ shifts }) => (
          <Box className='stack'>
            {shifts.length === 0 && <Box>{words.noShifts}</Box>}
            {shifts.map((shift) => {
              const { shiftId, name, capacity, free, volunteers } = shift
              return (
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
                        onWord={
                          wordSheet && volunteer.mayWord ? () => setAsked({ shift, volunteer }) : undefined
                        }
                      />
                    ))}
                  </Box>
                  {shift.mayAdd && (
                    <Button look='quiet' label={wordText.addTitle(name)} onPress={() => setAsked({ shift })}>
                      {wordText.addOne}
                    </Button>
                  )}
                </Card>
              )
            })}
          </Box>
        )}
      </StateView>
      <Maybe>
        {asked && !asked.volunteer && (
          <AddSheet shift={asked.shift} onAdded={(name) => finish(wordText.added(name))} onClose={close} />
        )}
        {asked?.volunteer &&
          wordSheet?.({
            shift: asked.shift,
            volunteer: asked.volunteer,
            onSent: (name) => finish(wordText.sent(name)),
            onClose: close,
          })}
      </Maybe>
    </Box>
  )
}

interface AddSheetProps {
  shift: ShiftLines
  onAdded: (name: string) => void
  onClose: () => void
}

/** The members of the shift's team who are not on it, each with the tap that adds them. */
function AddSheet({ shift: { shiftId, name: shift }, onAdded, onClose }: AddSheetProps) {
  const [read, refresh] = useRead('shift.candidates', { shiftId })
  const add = useCommand('shift.add')
  return (
    <Sheet title={wordText.addTitle(shift)} onClose={onClose}>
      <Box>{wordText.addLead}</Box>
      <Failure>{add.failure}</Failure>
      <StateView of={read} onRetry={refresh} empty={<Box className='soft'>{wordText.noCandidates}</Box>}>
        {({ items }) => (
          <ListRows>
            {items.map(({ memberId, name }) => (
              <ListRow
                key={memberId}
                title={name}
                end={wordText.add}
                onPress={async () => {
                  if (await add.run({ shiftId, memberId })) onAdded(name)
                }}
              />
            ))}
          </ListRows>
        )}
      </StateView>
    </Sheet>
  )
}

interface VolunteerRowProps {
  volunteer: ShiftVolunteer
  /** It is the viewer, who does not confirm it. */
  own: boolean
  onConfirm: () => void
  /** Proposes to credit them by word. */
  onWord: (() => void) | undefined
}

function VolunteerRow({ volunteer, own, onConfirm, onWord }: VolunteerRowProps) {
  const { name, state, minutes, overlap, late, waits, word } = volunteer
  const done = state === 'done'
  const note = own && done ? words.ownNote : waits ? words.waits[waits] : late ? words.late : undefined
  const said = own && done ? words.ownWaits : words.shiftState[state]
  return (
    <Box tag='li' className='party'>
      <Box className='party-words'>
        <Box className='party-name'>{name}</Box>
        <Box className='soft small'>
          {[said, minutes === undefined ? undefined : words.minutes(minutes), word && wordText.word]
            .filter(Boolean)
            .join(' · ')}
        </Box>
        {note && <Box className='small'>{note}</Box>}
        {overlap && (
          <Box className='small'>{overlapText.counts(overlap, (minutes ?? 0) - overlap.minutes)}</Box>
        )}
      </Box>
      {onWord && (
        <LineButton label={wordText.openOf(name)} onPress={onWord}>
          {wordText.open}
        </LineButton>
      )}
      {done && !own && (
        <LineButton look='pine' label={words.confirmMinutesOf(name)} onPress={onConfirm}>
          {words.confirmMinutes}
        </LineButton>
      )}
    </Box>
  )
}
