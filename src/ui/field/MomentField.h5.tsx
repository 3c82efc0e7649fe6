import { useId } from 'react'
import { uiText } from '#text/shared/ui'
import type { MomentFieldProps } from './momentDraft'
import './Field.scss'
import './WindowField.scss'

const inputs = [
  { key: 'day', type: 'date', label: uiText.momentDay },
  { key: 'time', type: 'time', label: uiText.momentTime },
] as const

/** A field for a day and a time at +08:00. It uses the browser's own inputs. */
export function MomentField({ label, error, draft, onDraft }: MomentFieldProps) {
  const id = useId()
  return (
    <fieldset
      className={`field ${error ? 'field-wrong' : ''}`}
      aria-describedby={error ? `${id}error` : undefined}
    >
      <legend className='field-legend'>{label}</legend>
      <div className='window'>
        {inputs.map(({ key, type, label: part }) => (
          <div key={key} className='window-part'>
            <label className='window-label' htmlFor={`${id}${key}`}>
              {part}
            </label>
            <input
              id={`${id}${key}`}
              className='input'
              type={type}
              value={draft[key]}
              step={type === 'time' ? 900 : undefined}
              aria-invalid={error ? 'true' : undefined}
              onChange={(event) => onDraft({ ...draft, [key]: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
      {error && (
        <div className='field-error' id={`${id}error`} role='alert'>
          {error}
        </div>
      )}
    </fieldset>
  )
}
