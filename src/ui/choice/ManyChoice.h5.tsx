import { useId } from 'react'
import type { ManyChoiceProps } from './ManyChoice'
import '../field/Field.scss'
import { chipsOf } from './chips'
import './Choice.scss'

/** A choice of any number among a few, as large chips. They are native checkboxes. */
export function ManyChoice({ label, hint, error, options, chosen, onToggle }: ManyChoiceProps) {
  const id = useId()
  return (
    <fieldset className='field' aria-describedby={error ? `${id}error` : undefined}>
      <legend className='field-legend'>{label}</legend>
      {hint && <div className='field-hint'>{hint}</div>}
      <div className={`chips ${chipsOf(options)}`}>
        {options.map(({ value, title }) => (
          <label key={value} className={`chip ${chosen.includes(value) ? 'chip-chosen' : ''}`}>
            <input
              className='chip-dot chip-box'
              type='checkbox'
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span className='chip-words'>{title}</span>
          </label>
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
