import { type ReactNode, useId } from 'react'
import { uiText } from '#text/shared/ui'
import type { FieldProps } from './Field'
import './Field.scss'

/** What binds a control to its words. */
interface Bound {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: 'true'
  'aria-required'?: 'true'
}

/** The label, hint and error around one native control, bound to it by id. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (bound: Bound) => ReactNode }) {
  const id = useId()
  const described = [hint && `${id}hint`, error && `${id}error`].filter(Boolean).join(' ')
  return (
    <div className={`field ${error ? 'field-wrong' : ''}`}>
      <label className='field-label' htmlFor={id}>
        {label}
        {optional && <span className='field-optional'>{uiText.optional}</span>}
      </label>
      {hint && (
        <div className='field-hint' id={`${id}hint`}>
          {hint}
        </div>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': 'true' as const }),
        ...(!optional && { 'aria-required': 'true' as const }),
      })}
      {error && (
        <div className='field-error' id={`${id}error`} role='alert'>
          {error}
        </div>
      )}
    </div>
  )
}
