import { View } from '@tarojs/components'
import type { FieldProps } from '#ui/field/Field'
import { aria } from '#ui/show/aria'
import { Box } from '#ui/show/Box'
import { Maybe } from '#ui/show/Maybe'
import type { Option } from './Choice'
import { chipsOf } from './chips'
import './Choice.scss'
import '../field/Field.scss'

export interface ManyChoiceProps extends FieldProps {
  options: readonly Option<string>[]
  chosen: readonly string[]
  onToggle: (value: string) => void
}

/**
 * A choice of any number among a few, as large chips. They are checkboxes that the style sheet draws, as in `Choice`.
 */
export function ManyChoice({ label, hint, error, options, chosen, onToggle }: ManyChoiceProps) {
  return (
    <View className='field' {...aria({ role: 'group', label })}>
      <Box className='field-legend' silent>
        {label}
      </Box>
      {hint && <Box className='field-hint'>{hint}</Box>}
      <Box className={`chips ${chipsOf(options)}`}>
        {options.map(({ value, title }) => (
          <View
            key={value}
            className={`chip-check ${chosen.includes(value) ? 'chip-chosen' : ''}`}
            onClick={() => onToggle(value)}
            {...aria({ role: 'checkbox', checked: chosen.includes(value) })}
          >
            {title}
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
