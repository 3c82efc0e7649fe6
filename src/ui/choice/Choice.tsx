import { View } from '@tarojs/components'
import type { FieldProps } from '#ui/field/Field'
import { aria } from '#ui/show/aria'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import { chipsOf } from './chips'
import './Choice.scss'
import '../field/Field.scss'

export interface Option<Value extends string> {
  value: Value
  title: string
  /** A second line, where the title alone does not say enough. */
  detail?: string | undefined
}

export interface ChoiceProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[]
  chosen: Value | undefined
  onChoose: (value: Value) => void
  /** Puts the chips one below the other, for long titles. */
  tall?: boolean | undefined
  /** Draws the chips as the buildings of a plan, so many in a row. */
  plan?: number | undefined
}

/**
 * A choice of exactly one among a few, as large chips in a radio group. A chip is one element with its words: a
 * community has many estates, and WeChat is sent every element. The style sheet draws the radio.
 */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, hint, error, options, chosen, onChoose, tall, plan } = props
  return (
    <View className='field' {...aria({ role: 'radiogroup', label })}>
      <Box className='field-legend' silent>
        {label}
      </Box>
      {hint && <Box className='field-hint'>{hint}</Box>}
      <Box className={`chips ${plan ? `chips-plan chips-plan-${plan}` : chipsOf(options, tall)}`}>
        {options.map((option) => (
          <View
            key={option.value}
            className={`chip-radio ${option.value === chosen ? 'chip-chosen' : ''}`}
            onClick={() => onChoose(option.value)}
            {...aria({ role: 'radio', checked: option.value === chosen })}
          >
            {option.title}
            {option.detail && <Box className='chip-detail'>{option.detail}</Box>}
          </View>
        ))}
      </Box>
      <Maybe>
        {error && (
          <Box className='field-error' role='alert'>
            {error}
          </Box>
        )}
      </Maybe>
    </View>
  )
}
