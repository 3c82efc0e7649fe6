import { useId } from 'react'
import type { ChoiceProps } from './Choice'
import '../field/Field.scss'
import { chipsOf } from './chips'
import './Choice.scss'

/**
 * A choice of exactly one among a few, as large chips. They are native radios, so that arrows and Tab work as
 * everywhere.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, options, chosen, onChoose, tall, plan } = props
  const name = useId()
  return (
    <fieldset className='field' aria-describedby={error ? `${name}error` : undefined}>
      <legend className='field-legend'>{label}</legend>
      {hint && <div className='field-hint'>{hint}</div>}
      <div className={`chips ${plan ? `chips-plan chips-plan-${plan}` : chipsOf(options, tall)}`}>
        {options.map((option) => (
          <label key={option.value} className={`chip ${option.value === chosen ? 'chip-chosen' : ''}`}>
            <input
              className='chip-dot'
              type='radio'
              name={name}
              checked={option.value === chosen}
              onChange={() => onChoose(option.value)}
            />
            <span className='chip-words'>
              <span className='chip-title'>{option.title}</span>
              {option.detail && <span className='chip-detail'>{option.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <div className='field-error' id={`${name}error`} role='alert'>
          {error}
        </div>
      )}
    </fieldset>
  )
}
