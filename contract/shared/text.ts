/**
 * What nobody sees, as classes: format characters, marks that change the direction of the text after them, fillers,
 * tags. With them, two different names look the same, or a sentence reads differently from what was written. The
 * joiner and the two selectors belong to pictures.
 */
const hidden = /(?![\u200d\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu
/** A zero-width joiner; it is kept inside a picture that is composed of several. */
const joiner = /([\u2190-\u2bff\u{1f000}-\u{1faff}]|\ufe0f)?\u200d/gu
/** A selector of how a picture is drawn; it is kept behind one, and in a key with its cap. */
const selector =
  /([\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]|[0-9#*](?=\ufe0f\u20e3))?[\ufe0e\ufe0f]/gu
/** What no name holds: control, private and unassigned characters, halves of one, line and paragraph separators. */
const nameless = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u
/** The blocks of Han. An old phone does not know the latest of them and takes them for unassigned. */
const han =
  /[\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2a6df}\u{2a700}-\u{2b81d}\u{2b820}-\u{2cead}\u{2ceb0}-\u{2ebe0}\u{2ebf0}-\u{2ee5d}\u{30000}-\u{3134a}\u{31350}-\u{33479}]/gu
const picture = /[\u2190-\u2bff\u3030\u303d\u3297\u3299\u{1f000}-\u{1faff}]|\ufe0e|\ufe0f|\u20e3/u
/** Signs, markup, and what a spreadsheet takes for the beginning of a formula. */
const noPersons = /[\p{S}{}?？]|^[-－@＠]/u

/** Half of a pair that makes one character. Under `u` a whole pair is one character and does not match. */
const half = /[\ud800-\udfff]/gu

/**
 * The text without halves of characters. UTF-8 has no bytes for a half, so the database would give back another text
 * than it was given, and a hash over it would no longer hold.
 */
export const wellFormed = (text: string): string => text.replace(half, '')

/** Removes hidden characters instead of refusing them, since a person cannot delete what they do not see. */
export const withoutHidden = (text: string): string => {
  const besidePicture = (found: string, before?: string) => (before === undefined ? '' : found)
  return text.replace(hidden, '').replace(selector, besidePicture).replace(joiner, besidePicture)
}

export const hasHidden = (text: string): boolean => withoutHidden(text) !== text

/** The name of anything: it has a letter of any script, and every character of it can be seen. */
export function isName(text: string): boolean {
  const others = text.replace(han, '')
  return !nameless.test(others) && !hasHidden(text) && (others !== text || /\p{L}/u.test(others))
}

/**
 * A person's name: letters of any script including rare characters, digits, spaces, · and -. It has at least
 * one letter, no picture, no sign and no markup.
 */
export const isPersonName = (text: string): boolean =>
  isName(text) && !text.includes('\u200d') && !picture.test(text) && !noPersons.test(text)

/**
 * One character as people see it: with its marks, as a flag, or as a picture composed of several. Indic conjuncts and
 * signs before a letter count for themselves.
 */
const seen =
  /\r\n|(?:\p{RI}{2}|[\u1100-\u115f\ua960-\ua97c]+[\uac00-\ud7a3]?|[\s\S])(?:[\p{M}\p{Emoji_Modifier}\u0e33\u0eb3\u1160-\u11ff\ud7b0-\ud7fb\u200c\u{e0020}-\u{e007f}]|\u200d(?:[\u1100-\u115f\ua960-\ua97c]+[\uac00-\ud7a3]?|(?![\r\n\p{RI}])[\s\S])?)*/gu

/** The characters of a text as people see them. Phones without `Intl` have no other way to tell them. */
export const charactersOf = (text: string): string[] => text.match(seen) ?? []

/** The beginning of a text, whole characters, in at most so many UTF-16 units. */
export function startOf(text: string, most: number): string {
  if (text.length <= most) return text
  let start = ''
  for (const character of charactersOf(text)) {
    if (start.length + character.length > most) break
    start += character
  }
  return start
}

/** What ends in the middle: half a pair, a joiner without what it joins, half a flag. */
const torn = /(?:[\ud800-\udbff]|\u200d)$|^\p{RI}$/u

/** A text that was cut anywhere, without its last character where that was cut in two. */
export function wholeStart(cut: string): string {
  const characters = charactersOf(cut)
  const last = characters[characters.length - 1] ?? ''
  return torn.test(last) ? cut.slice(0, cut.length - last.length) : cut
}

/** At most so many units of UTF-16, with `…` where something was left out; characters stay whole. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${startOf(text, most - 1)}…`

/** Digits and signs in the width of Latin ones. `normalize` does nothing on a phone without `Intl`. */
export const narrow = (typed: string): string =>
  withoutHidden(typed).replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const dash = /[-\u2010-\u2015\u2212\u30fc\ufe63_]/g

/** A typed or pasted number whose hyphens count: one kind of hyphen, and no spaces. */
export const hyphenated = (typed: string): string => narrow(typed).replace(/\s/g, '').replace(dash, '-')

/** A typed or pasted number or code without what people write between its groups. */
export const plainNumber = (typed: string): string => hyphenated(typed).replace(/[-()]/g, '')
