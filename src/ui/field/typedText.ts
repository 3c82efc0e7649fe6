import { narrow, wholeStart, withoutHidden } from '#contract/shared/text'

/**
 * What was typed or pasted, without what nobody sees; a number in narrow digits. A field that is full may have cut its
 * last character in two: that one is left out.
 */
export function typedText(
  text: string,
  { maxLength, keyboard = 'text' }: { maxLength: number; keyboard?: 'text' | 'phone' | 'digits' | undefined },
): string {
  const whole = text.length < maxLength ? text : wholeStart(text)
  return keyboard === 'text' ? withoutHidden(whole) : narrow(whole)
}
