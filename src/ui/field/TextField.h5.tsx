import { type KeyboardEvent, useContext } from 'react'
import { SheetEnter } from '#ui/sheet/SheetFoot'
import { Field } from './Field.h5'
import type { TextFieldProps } from './TextField'
import { typedText } from './typedText'

const keyboards = {
  text: { type: 'text' },
  phone: { type: 'tel', autoComplete: 'tel' },
  digits: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
} as const

/** One line of text. Uncontrolled, as in WeChat. Enter does what `onEnter` says, or the first step of the sheet around it. */
export function TextField({
  initial,
  onText,
  onEnter,
  keyboard = 'text',
  maxLength,
  placeholder,
  focus,
  ...words
}: TextFieldProps) {
  const sheet = useContext(SheetEnter)
  const press = (event: KeyboardEvent) => {
    // While characters are being composed Enter takes the words, and a key that is held down presses once.
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.repeat) return
    if (onEnter) onEnter()
    else sheet?.current?.()
  }
  return (
    <Field {...words}>
      {(bound) => (
        <input
          // biome-ignore lint/a11y/noAutofocus: a field asks for it only where the person has just written in it
          autoFocus={focus}
          className='input'
          defaultValue={initial}
          placeholder={placeholder}
          maxLength={maxLength}
          onInput={(event) => onText(typedText(event.currentTarget.value, { maxLength, keyboard }))}
          onKeyDown={press}
          {...keyboards[keyboard]}
          {...bound}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function ParagraphField({ initial, onText, maxLength, placeholder, ...words }: TextFieldProps) {
  return (
    <Field {...words}>
      {(bound) => (
        <textarea
          className='input input-paragraph'
          defaultValue={initial}
          placeholder={placeholder}
          maxLength={maxLength}
          rows={4}
          onInput={(event) => onText(typedText(event.currentTarget.value, { maxLength }))}
          {...bound}
        />
      )}
    </Field>
  )
}
