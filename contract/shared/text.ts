/**
 * Characters nobody sees: zero-width ones, marks that change the direction of the text after them, fillers,
 * tags. With them, two different names look the same, or a sentence reads differently from what was written.
 */
const hidden =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu
/** A zero-width joiner; it is kept inside a picture that is composed of several. */
const joiner = /([\u2190-\u2bff\u{1f000}-\u{1faff}]|\ufe0f)?\u200d/gu
const picture = /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]|\ufe0e|\ufe0f|\u20e3/u
const markup = /[<>{}$]/
const letter = /[^\s\d·•.\-_'’()（）]/u

/** Half of a pair that makes one character. Under `u` a whole pair is one character and does not match. */
const half = /[\ud800-\udfff]/gu

/**
 * The text without halves of characters. UTF-8 has no bytes for a half, so the database would give back another text
 * than it was given, and a hash over it would no longer hold.
 */
export const wellFormed = (text: string): string => text.replace(half, '')

/** At most so many units of UTF-16, with `…` where something was left out; never half a character. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${wellFormed(text.slice(0, most - 1))}…`

/** Removes hidden characters instead of refusing them, since a person cannot delete what they do not see. */
export const withoutHidden = (text: string): string =>
  text.replace(hidden, '').replace(joiner, (found, before) => (before === undefined ? '' : found))

export const hasHidden = (text: string): boolean => withoutHidden(text) !== text

/**
 * A person's name: letters of any script including rare characters, digits, spaces, · and -. It has at least
 * one letter, no picture and no markup.
 */
export const isPersonName = (text: string): boolean =>
  letter.test(text) && !text.includes('\u200d') && !picture.test(text) && !markup.test(text)
