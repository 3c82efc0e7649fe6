import { Field } from './Field.h5'
import type { TextFieldProps } from './TextField'
import { typedText } from './typedText'

const keyboards = {
  text: { type: 'text' },
  phone: { type: 'tel', autoComplete: 'tel' },
  digits: { type: 'text', inputMode: 'numeric', autoComplete: 'off' },
} as const

/** One line of text. Uncontrolled, as in WeChat. */
export function TextField({
  initial,
  onText,
  onEnter,
  keyboard = 'text',
  maxLength,
  placeholder,
  ...words
}: TextFieldProps) {
  return (
    <Field {...words}>
      {(bound) => (
        <input
          className='input'
          defaultValue={initial}
          placeholder={placeholder}
          maxLength={maxLength}
          onInput={(event) => onText(typedText(event.currentTarget.value, { maxLength, keyboard }))}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter?.()
          }}
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
