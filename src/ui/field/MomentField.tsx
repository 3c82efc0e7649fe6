import { Picker, View } from '@tarojs/components'
import { uiText } from '#text/shared/ui'
import { aria } from '#ui/show/aria'
import { Field } from './Field'
import type { MomentFieldProps } from './momentDraft'
import './WindowField.scss'

const pickers = [
  { key: 'day', mode: 'date', label: uiText.momentDay },
  { key: 'time', mode: 'time', label: uiText.momentTime },
] as const

/** A field for a day and a time at +08:00. It uses WeChat's own wheels. */
export function MomentField({ label, error, draft, onDraft }: MomentFieldProps) {
  return (
    <Field label={label} error={error}>
      <View className='window'>
        {pickers.map(({ key, mode, label: part }) => (
          <View key={key} className='window-part'>
            <View className='window-label' {...aria({ hidden: true })}>
              {part}
            </View>
            <Picker
              {...(mode === 'date' ? { mode, value: draft.day } : { mode, value: draft.time || '09:00' })}
              onChange={(event) => onDraft({ ...draft, [key]: String(event.detail.value) })}
              {...aria({ role: 'button', label: `${label} ${part} ${draft[key] || uiText.windowPick}` })}
            >
              <View className={`input ${draft[key] ? '' : 'soft'}`}>{draft[key] || uiText.windowPick}</View>
            </Picker>
          </View>
        ))}
      </View>
    </Field>
  )
}
