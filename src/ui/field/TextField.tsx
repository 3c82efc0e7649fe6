import { Input, Textarea } from '@tarojs/components'
import { aria } from '#ui/show/aria'
import { Field, type FieldProps } from './Field'
import { typedText } from './typedText'

export interface TextFieldProps extends FieldProps {
  /** The text at the beginning. Afterwards the field keeps its own text. */
  initial?: string | undefined
  /**
   * Hears every change, without invisible characters. Keep the text in a ref: setting state here makes the cursor
   * jump.
   */
  onText: (text: string) => void
  keyboard?: 'text' | 'phone' | 'digits' | undefined
  maxLength: number
  /** Called by the keyboard's own key for going on. It works for one line only. */
  onEnter?: (() => void) | undefined
  placeholder?: string | undefined
  /** It is written in at once: the focus comes with it. */
  focus?: boolean | undefined
}

/**
 * One line of text. Uncontrolled: a controlled input flickers in WeChat. There the keyboard's own key also closes it, so
 * that it does nothing but what `onEnter` says.
 */
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
  return (
    <Field {...words}>
      <Input
        className='input'
        {...(initial !== undefined && { defaultValue: initial })}
        {...(placeholder && { placeholder })}
        {...(keyboard !== 'text' && { type: 'number' as const })}
        maxlength={maxLength}
        onInput={(event) => onText(typedText(event.detail.value, { maxLength, keyboard }))}
        {...(onEnter && { onConfirm: onEnter, confirmType: 'done' as const })}
        {...(focus && { focus })}
        {...aria({
          label: words.label,
          required: !words.optional || undefined,
          invalid: words.error ? true : undefined,
        })}
      />
    </Field>
  )
}

/** Several lines of text. */
export function ParagraphField({ initial, onText, maxLength, placeholder, ...words }: TextFieldProps) {
  return (
    <Field {...words}>
      <Textarea
        className='input input-paragraph'
        {...(initial !== undefined && { defaultValue: initial })}
        {...(placeholder && { placeholder })}
        maxlength={maxLength}
        onInput={(event) => onText(typedText(event.detail.value, { maxLength }))}
        {...aria({
          label: words.label,
          required: !words.optional || undefined,
          invalid: words.error ? true : undefined,
        })}
      />
    </Field>
  )
}
