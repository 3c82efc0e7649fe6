import { handOver, useForm } from '#cloud/call/useForm'
import { useDraft } from '#cloud/kept/useDraft'
import type { SessionForm, ShiftForm } from '#features/coordinator/edit/activityFields'
import { sessionFault } from '#features/coordinator/edit/activityForm'
import { editorText as words } from '#text/activity/activityEditor'
import { Button } from '#ui/button/Button'
import { showFirstFault } from '#ui/field/showFirstFault'
import { TextField } from '#ui/field/TextField'
import { WindowField } from '#ui/field/WindowField'
import { FormFoot } from '#ui/form/FormFoot'
import { Sheet } from '#ui/sheet/Sheet'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'

/** As the contract has it. */
const manyShifts = 10

/** A shift keeps its number while others come and go, so that no field takes over another's text. */
type NumberedShift = ShiftForm & { number: number }

export interface SessionSheetProps {
  session: SessionForm
  /** So many people may come to it, and to a shift. */
  mostPeople: number
  now: number
  onKeep: (session: SessionForm) => void
  onRemove: (() => void) | undefined
  onClose: () => void
}

/** One session: when, how many people, which shifts for volunteers. */
export function SessionSheet({ session, mostPeople, now, onKeep, onRemove, onClose }: SessionSheetProps) {
  const numbered = session.shifts.map((shift, index): NumberedShift => ({ ...shift, number: index + 1 }))
  const form = useForm(useDraft({ ...session, shifts: numbered }), {
    check: (draft) => {
      const written = { ...draft, shifts: draft.shifts.map(({ number: _, ...shift }) => shift) }
      // A sheet is not scrolled to a field, so the sentence stands beside the button.
      const whole = sessionFault(written, mostPeople)
      return whole ? { faults: { whole } } : { input: written }
    },
    atFault: showFirstFault,
    by: handOver(onKeep),
  })
  const { draft, choose, write, written } = form
  const writeShift = (number: number, part: Partial<ShiftForm>) =>
    write({ shifts: written().shifts.map((each) => (each.number === number ? { ...each, ...part } : each)) })
  const addShift = () =>
    choose(({ shifts, ...rest }) => {
      const number = Math.max(0, ...shifts.map((each) => each.number)) + 1
      return { ...rest, shifts: [...shifts, { name: '', capacity: '2', number }] }
    })
  const removeShift = (number: number) =>
    choose(({ shifts, ...rest }) => ({ ...rest, shifts: shifts.filter((each) => each.number !== number) }))

  return (
    <Sheet title={words.sessionTitle} onClose={onClose}>
      <WindowField
        label={words.sessionWindow}
        now={now}
        draft={draft.window}
        onDraft={(window) => choose({ window })}
      />
      <TextField
        label={words.sessionCapacity}
        hint={words.capacityHint}
        initial={session.capacity}
        keyboard='digits'
        maxLength={3}
        onText={(capacity) => write({ capacity })}
      />
      <Maybe>
        {draft.shifts.map(({ number, name, capacity }) => (
          <Box key={number} className='stack-tight'>
            <TextField
              label={words.shiftName(number)}
              initial={name}
              maxLength={20}
              onText={(text) => writeShift(number, { name: text })}
            />
            <TextField
              label={words.shiftCapacity(number)}
              initial={capacity}
              keyboard='digits'
              maxLength={3}
              onText={(text) => writeShift(number, { capacity: text })}
            />
            <Button look='quiet' onPress={() => removeShift(number)}>
              {words.removeShift(number)}
            </Button>
          </Box>
        ))}
      </Maybe>
      <Maybe>
        {draft.shifts.length < manyShifts && (
          <Button look='quiet' onPress={addShift}>
            {words.addShift}
          </Button>
        )}
      </Maybe>
      <FormFoot form={form} action={words.keepSession}>
        {onRemove && (
          <Button look='quiet' onPress={onRemove}>
            {words.removeSession}
          </Button>
        )}
      </FormFoot>
    </Sheet>
  )
}
