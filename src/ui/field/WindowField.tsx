import { Picker, View } from '@tarojs/components'
import { dayOf } from '#contract/shared/wallClock'
import { uiText } from '#text/shared/ui'
import { aria } from '#ui/show/aria'
import { Field } from './Field'
import { endsNextDay, type WindowDraft, type WindowFieldProps } from './windowDraft'
import './WindowField.scss'

const pickers = [
  { key: 'day', mode: 'date', label: uiText.windowDay },
  { key: 'from', mode: 'time', label: uiText.windowFrom },
  { key: 'to', mode: 'time', label: uiText.windowTo },
] as const

/** A field for a day, a start and an end at +08:00. It uses WeChat's own wheels. */
export function WindowField({ label, hint, error, now, draft, onDraft }: WindowFieldProps) {
  const choose = (part: Partial<WindowDraft>) => onDraft({ ...draft, ...part })
  const shown = { ...draft, to: endsNextDay(draft) ? uiText.nextDay(draft.to) : draft.to }
  return (
    <Field label={label} hint={hint} error={error}>
      <View className='window'>
        {pickers.map(({ key, mode, label: part }) => (
          <View key={key} className={`window-part window-${key}`}>
            <View className='window-label' {...aria({ hidden: true })}>
              {part}
            </View>
            <Picker
              {...(mode === 'date'
                ? { mode, value: draft.day, start: dayOf(now) }
                : { mode, value: draft[key] || '09:00' })}
              onChange={(event) => choose({ [key]: String(event.detail.value) })}
              {...aria({ role: 'button', label: `${part} ${shown[key] || uiText.windowPick}` })}
            >
              <View className={`input ${draft[key] ? '' : 'soft'}`}>{shown[key] || uiText.windowPick}</View>
            </Picker>
          </View>
        ))}
      </View>
    </Field>
  )
}
