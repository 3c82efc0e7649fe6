import { useId } from 'react'
import { dayOf } from '#contract/shared/wallClock'
import { uiText } from '#text/shared/ui'
import { endsNextDay, type WindowDraft, type WindowFieldProps } from './windowDraft'
import './Field.scss'
import './WindowField.scss'

const inputs = [
  { key: 'day', type: 'date', label: uiText.windowDay },
  { key: 'from', type: 'time', label: uiText.windowFrom },
  { key: 'to', type: 'time', label: uiText.windowTo },
] as const

/** A field for a day, a start and an end at +08:00. It uses the browser's own inputs. */
export function WindowField({ label, hint, error, now, draft, onDraft }: WindowFieldProps) {
  const id = useId()
  const choose = (part: Partial<WindowDraft>) => onDraft({ ...draft, ...part })
  return (
    <fieldset
      className={`field ${error ? 'field-wrong' : ''}`}
      aria-describedby={error ? `${id}error` : undefined}
    >
      <legend className='field-legend'>{label}</legend>
      {hint && <div className='field-hint'>{hint}</div>}
      <div className='window'>
        {inputs.map(({ key, type, label: part }) => (
          <div key={key} className={`window-part window-${key}`}>
            <label className='window-label' htmlFor={`${id}${key}`}>
              {key === 'to' && endsNextDay(draft) ? uiText.windowToNextDay : part}
            </label>
            <input
              id={`${id}${key}`}
              className='input'
              type={type}
              value={draft[key]}
              min={type === 'date' ? dayOf(now) : undefined}
              step={type === 'time' ? 900 : undefined}
              aria-invalid={error ? 'true' : undefined}
              onChange={(event) => choose({ [key]: event.currentTarget.value })}
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
