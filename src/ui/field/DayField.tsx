import { Picker, View } from '@tarojs/components'
import type { Day } from '#contract/shared/scalars'
import { uiText } from '#text/shared/ui'
import { aria } from '#ui/show/aria'
import { Field } from './Field'
import './Field.scss'

export interface DayFieldProps {
  label: string
  hint?: string | undefined
  error?: string | undefined
  /** The chosen day. It is empty while none is chosen. */
  day: Day | ''
  onDay: (day: Day) => void
}

/** A field for a day. It uses WeChat's own wheels. */
export function DayField({ label, hint, error, day, onDay }: DayFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      <Picker
        mode='date'
        value={day}
        onChange={(event) => onDay(String(event.detail.value))}
        {...aria({ role: 'button', label: `${label} ${day || uiText.windowPick}` })}
      >
        <View className={`input ${day ? '' : 'soft'}`}>{day || uiText.windowPick}</View>
      </Picker>
    </Field>
  )
}
