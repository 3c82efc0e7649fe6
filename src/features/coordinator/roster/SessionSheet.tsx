import { useRef, useState } from 'react'
import { type SessionForm, type ShiftForm, sessionFault } from '#features/coordinator/edit/activityForm'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { TextField } from '#ui/field/TextField'
import { WindowField } from '#ui/field/WindowField'
import { Failure } from '#ui/form/Failure'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** As the contract has it. */
const manyShifts = 10

export interface SessionSheetProps {
  session: SessionForm
  now: number
  onKeep: (session: SessionForm) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

/** One session: when, how many people, which places for volunteers. */
export function SessionSheet({ session, now, onKeep, onRemove, onClose }: SessionSheetProps) {
  const [window, setWindow] = useState(session.window)
  const [fault, setFault] = useState<string>()
  // A seat keeps its number while others come and go, so that no field takes over another's text.
  const [seats, setSeats] = useState<readonly number[]>(session.shifts.map((_, seat) => seat + 1))
  const shifts = useRef(new Map<number, ShiftForm>(session.shifts.map((shift, seat) => [seat + 1, shift])))
  const capacity = useRef(session.capacity)
  const emptyShift: ShiftForm = { name: '', capacity: '2' }
  const shiftAt = (seat: number) => shifts.current.get(seat) ?? emptyShift
  const write = (seat: number, part: Partial<ShiftForm>) => {
    shifts.current.set(seat, { ...shiftAt(seat), ...part })
  }

  const keep = () => {
    const written = { ...session, window, capacity: capacity.current, shifts: seats.map(shiftAt) }
    const wrong = sessionFault(written)
    setFault(wrong)
    if (!wrong) onKeep(written)
  }

  return (
    <Sheet title={words.sessionTitle} onClose={onClose}>
      <WindowField label={words.sessionWindow} now={now} draft={window} onDraft={setWindow} />
      <TextField
        label={words.sessionCapacity}
        initial={session.capacity}
        keyboard='digits'
        maxLength={3}
        onText={(text) => {
          capacity.current = text
        }}
      />
      <Maybe>
        {seats.map((seat) => (
          <Box key={seat} className='stack-tight'>
            <TextField
              label={words.shiftName(seat)}
              initial={shiftAt(seat).name}
              maxLength={20}
              onText={(name) => write(seat, { name })}
            />
            <TextField
              label={words.shiftCapacity(seat)}
              initial={shiftAt(seat).capacity}
              keyboard='digits'
              maxLength={3}
              onText={(text) => write(seat, { capacity: text })}
            />
            <Button look='quiet' onPress={() => setSeats(seats.filter((each) => each !== seat))}>
              {words.removeShift(seat)}
            </Button>
          </Box>
        ))}
      </Maybe>
      <Maybe>
        {seats.length < manyShifts && (
          <Button look='quiet' onPress={() => setSeats([...seats, Math.max(0, ...seats) + 1])}>
            {words.addShift}
          </Button>
        )}
      </Maybe>
      <Failure>{fault}</Failure>
      <Button onPress={keep}>{words.keepSession}</Button>
      {onRemove && (
        <Button look='quiet' onPress={onRemove}>
          {words.removeSession}
        </Button>
      )}
    </Sheet>
  )
}
