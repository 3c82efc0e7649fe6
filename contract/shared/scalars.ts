import * as v from 'valibot'
import { hasHidden, hyphenated, isName, isPersonName, plainNumber, wellFormed } from './text'

/** Epoch milliseconds. */
export type Instant = number
/** `YYYY-MM-DD`, a calendar day at +08:00. */
export type Day = string

type Id<Kind extends string> = string & { readonly __id?: Kind }
export type MemberId = Id<'member'>
export type DependentId = Id<'dependent'>
export type BookingId = Id<'booking'>
export type TeamId = Id<'team'>
export type GridId = Id<'grid'>
export type EstateId = Id<'estate'>
export type FileId = Id<'file'>
export type NoticeId = Id<'notice'>
export type DeskId = Id<'desk'>

/** An id as a client may send it: never a path, an operator or a prototype's name. */
export const id = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(64),
  v.regex(/^[A-Za-z][A-Za-z0-9_-]*$/),
  v.check((name) => !(name in {}), 'is the name of a prototype'),
)
/** At most the year 2100; a larger number is probably in another unit. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_102_444_800_000))
export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((written) => {
    const at = Date.parse(`${written}T00:00:00.000Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(written)
  }),
)
/**
 * Any text from a client. Every field that keeps what a person typed begins with it: half a character, as a cut
 * may leave one, is left out before anything is checked or stored.
 */
export const text = v.pipe(v.string(), v.transform(wellFormed))
const visible = v.check((typed: string) => !hasHidden(typed), 'holds characters nobody sees')

/** One line of text a person typed: trimmed, no control or hidden characters, no line or paragraph separator. */
export const line = (min: number, max: number) =>
  v.pipe(
    text,
    v.trim(),
    v.minLength(min),
    v.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    v.regex(/^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$/),
    visible,
  )
/** A paragraph a person typed: trimmed, no hidden characters, line breaks allowed. */
export const paragraph = (min: number, max: number) =>
  v.pipe(
    text,
    v.trim(),
    v.minLength(min),
    v.maxLength(max),
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
    v.regex(/^[^\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]*$/),
    visible,
  )
/** The name of a thing, see `isName`. */
export const properName = (max: number) => v.pipe(line(1, max), v.check(isName, 'is not a name'))
/** A person's name, see `isPersonName`. */
export const personName = v.pipe(line(1, 20), v.check(isPersonName, 'is not a name'))
/** A number or a code as people type or paste it, without spaces and hyphens, in capitals. */
export const groupedCode = v.pipe(v.string(), v.maxLength(128), v.transform(plainNumber), v.toUpperCase())
/** A number whose hyphens count, in capitals. */
export const hyphenatedCode = v.pipe(v.string(), v.maxLength(128), v.transform(hyphenated), v.toUpperCase())
/** A mainland number of eleven digits as it is kept, with the country's number. */
export const mainlandNumber = (number: string): string => `+86${number.slice(-11)}`
/** A mainland mobile number however it is typed: in groups, in full width, with or without the country's number. */
export const phone = v.pipe(
  groupedCode,
  v.transform((number) => number.replace(/[^\p{L}\p{N}+]/gu, '')),
  v.regex(/^(?:(?:\+|00)?86)?1[3-9]\d{9}$/),
  v.transform(mainlandNumber),
)
export const cursor = v.pipe(text, v.minLength(1), v.maxLength(256))
export const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))
/** Added to every list's input. */
export const paging = { cursor: v.optional(cursor), limit: v.optional(limit) }

/** One page of a list; without `nextCursor` it is the last. */
export interface Page<Item> {
  items: Item[]
  nextCursor?: string
}

export const wholeNumber = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))

export const few = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.maxLength(most))
/** The id of one of WeChat's message templates. */
export const templateId = v.pipe(v.string(), v.minLength(1), v.maxLength(64), v.regex(/^[A-Za-z0-9_-]+$/))
