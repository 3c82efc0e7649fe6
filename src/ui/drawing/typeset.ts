import { charactersOf } from '#contract/shared/text'

/** Signs that begin no line. */
const closers = new Set('，。、：；！？）》」』”’…,.!?:;)')

/**
 * How wide a character is, of the font's size: never less than in any sans-serif, since what is laid by it is drawn
 * elsewhere and must not be cut off.
 */
function widthOfOne(character: string): number {
  if (character.length > 1) return 1.4
  if (character > '\u02ff') return 1
  if (/[mwMW@%]/.test(character)) return 1.1
  if (/[A-Z&+=<>~#]/.test(character)) return 0.84
  return /[\s.,:;'!|ijl()[\]-]/.test(character) ? 0.46 : 0.7
}

/** How wide a text is at most, in the size of its font. */
export const widthOf = (text: string): number =>
  charactersOf(text).reduce((sum, character) => sum + widthOfOne(character), 0)

const wordy = /^[\w.:–+-]+$/

/** What stays together on a line: a number with its signs, a Latin word; every other character stands for itself. */
function piecesOf(text: string, width: number): string[] {
  const pieces: string[] = []
  for (const character of charactersOf(text)) {
    const last = pieces[pieces.length - 1] ?? ''
    if (wordy.test(last) && wordy.test(character) && widthOf(last + character) <= width)
      pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

/** Breaks a text into lines of this width, in the size of its font. No line begins with a closing sign. */
export function broken(text: string, width: number): string[] {
  const lines: string[][] = [[]]
  let filled = 0
  for (const piece of piecesOf(text, width)) {
    const wide = widthOf(piece)
    const line = lines[lines.length - 1] ?? []
    if (line.length > 0 && filled + wide > width) {
      const carried = closers.has(piece) && line.length > 1 ? [line.pop() ?? ''] : []
      const begun = [...carried, piece].filter((each) => each.trim() !== '')
      lines.push(begun)
      filled = widthOf(begun.join(''))
    } else {
      line.push(piece)
      filled += wide
    }
  }
  return lines.map((line) => line.join('').trim()).filter((line) => line !== '')
}

/** Where a title may be parted best. */
const pauses = /[：:，、。！？ 　·—]/

/**
 * In as few lines, broken at a pause if there is one for it, else as even as they can be: a title does not end in one
 * character on a line of its own.
 */
export function evenly(text: string, width: number): string[] {
  const lines = broken(text, width)
  if (lines.length < 2) return lines
  const characters = charactersOf(text)
  const parted = characters.flatMap((character, at) => {
    if (!pauses.test(character) || at === characters.length - 1) return []
    const parts = [characters.slice(0, at + 1), characters.slice(at + 1)].map((part) => part.join('').trim())
    const whole = parts.flatMap((part) => (part === '' ? [] : broken(part, width)))
    return whole.length === lines.length ? [whole] : []
  })
  if (lines.length === 2 && parted[0]) return parted[0]
  for (let narrower = width - 0.5; narrower > 2; narrower -= 0.5) {
    if (broken(text, narrower).length > lines.length) return broken(text, narrower + 0.5)
  }
  return lines
}
