import type { DayFieldProps } from './DayField'
import { Field } from './Field.h5'
import './Field.scss'

/** A field for a day. It uses the browser's own input. */
export function DayField({ label, hint, error, day, onDay }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(bound) => (
        <input
          className='input'
          type='date'
          value={day}
          onChange={(event) => onDay(event.currentTarget.value)}
          {...bound}
        />
      )}
    </Field>
  )
}
