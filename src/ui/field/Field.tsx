import type { ReactNode } from 'react'
import { uiText } from '#text/shared/ui'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { Words } from '#ui/show/Words'
import './Field.scss'

export interface FieldProps {
  label: string
  hint?: string | undefined
  /** What is wrong and how to mend it. A screen reader reads it when it appears. */
  error?: string | undefined
  optional?: boolean | undefined
}

/** The label, hint and error around a control of WeChat; the control is named by `label` itself. */
export function Field({ label, hint, error, optional, children }: FieldProps & { children: ReactNode }) {
  return (
    <Box className={`field ${error ? 'field-wrong' : ''}`}>
      <Box className='field-label' silent>
        {label}
        {optional && <Words className='field-optional'>{uiText.optional}</Words>}
      </Box>
      {hint && <Box className='field-hint'>{hint}</Box>}
      {children}
      <Maybe>
        {error && (
          <Box className='field-error' role='alert'>
            {error}
          </Box>
        )}
      </Maybe>
    </Box>
  )
}
