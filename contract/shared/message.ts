import * as v from 'valibot'
import { type Purpose, purposes } from '../notice'
import { type Instant, templateId } from './scalars'
import { clipped, wellFormed } from './text'
import { wallClock } from './wallClock'

/**
 * What a message can say, in WeChat's fields: the matter, what happened and that in five characters, the time of
 * the matter and that until which an answer counts, who writes and their number, what to do, and the matter's id.
 */
export const messageWords = [
  'matter',
  'what',
  'short',
  'when',
  'until',
  'from',
  'phone',
  'tip',
  'reference',
] as const
export type MessageWord = (typeof messageWords)[number]

/** The facts of one message; `until` is the time of the matter where no answer is waited for. */
export interface MessageFacts {
  matter: string
  what: string
  short: string
  when: Instant
  until: Instant
  from: string
  phone: string
  tip: string
  reference: string
}

/** Of what nature a word is, which decides the types of field that it fits. */
export const natureOf: Record<MessageWord, 'text' | 'time' | 'number' | 'code'> = {
  matter: 'text',
  what: 'text',
  short: 'text',
  when: 'time',
  until: 'time',
  from: 'text',
  phone: 'number',
  tip: 'text',
  reference: 'code',
}

interface FieldType {
  /** The natures it takes; none: nothing that a message says fits it. */
  takes: readonly ('text' | 'time' | 'number' | 'code')[]
  /** The most UTF-16 units that WeChat takes. */
  most: number
  /** The text as WeChat takes it. It changes nothing of a text that WeChat takes. */
  shaped: (text: string, most: number) => string
}

const han = /[\u3400-\u4dbf\u4e00-\u9fff]/g
const hanOrLetter = /[\u3400-\u4dbf\u4e00-\u9fffA-Za-z]/g
/** WeChat refuses line breaks and other control characters. */
const oneLine = (text: string, most: number) =>
  clipped(
    wellFormed(text)
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    most,
  )
const only = (kept: RegExp) => (text: string, most: number) =>
  (text.match(kept) ?? []).join('').slice(0, most)
const printable = only(/[ -~]/g)
const dialled = only(/[\d+-]/g)
const day = /\d{4}年\d{1,2}月\d{1,2}日|\d{4}([-/.])\d{1,2}\1\d{1,2}/
const clock = new RegExp(`^(?=.)(?:${day.source})?(?:(?:^| )\\d{1,2}:\\d{2}(?::\\d{2})?)?$`)
/** A point of time, or two with `~` between; anything else is nothing to WeChat. */
const moment = (text: string) => (text.split('~').every((each) => clock.test(each)) ? text : '')
const none: FieldType['takes'] = []

/**
 * WeChat's types of field, from the table 订阅消息参数值内容限制说明 of `subscribeMessage.send`. `short_thing` is
 * newer than that table; five characters are what it takes at least.
 */
export const fieldTypes = {
  thing: { takes: ['text', 'number', 'code', 'time'], most: 20, shaped: oneLine },
  short_thing: { takes: ['text'], most: 5, shaped: oneLine },
  phrase: { takes: ['text'], most: 5, shaped: only(han) },
  name: { takes: ['text'], most: 10, shaped: only(hanOrLetter) },
  time: { takes: ['time'], most: 40, shaped: moment },
  date: { takes: ['time'], most: 40, shaped: moment },
  character_string: { takes: ['code', 'number'], most: 32, shaped: printable },
  phone_number: { takes: ['number'], most: 17, shaped: dialled },
  number: { takes: none, most: 32, shaped: only(/[\d.]/g) },
  letter: { takes: none, most: 32, shaped: only(/[A-Za-z]/g) },
  symbol: { takes: none, most: 5, shaped: oneLine },
  amount: { takes: none, most: 14, shaped: oneLine },
  car_number: { takes: none, most: 8, shaped: oneLine },
  enum: { takes: none, most: 20, shaped: oneLine },
} as const satisfies Record<string, FieldType>
export type FieldTypeName = keyof typeof fieldTypes

const fieldTypeNames = Object.keys(fieldTypes) as FieldTypeName[]

/** `thing4` is a field of the type `thing`; undefined where WeChat has no such type. */
export function typeOfKey(key: string): FieldTypeName | undefined {
  const said = /^([a-z_]+)\d{1,3}$/.exec(key)?.[1]
  return fieldTypeNames.find((name) => name === said)
}

const fieldKey = v.pipe(v.string(), v.minLength(1), v.maxLength(32), v.regex(/^[a-z_]+\d{1,3}$/))
const template = v.object({ id: templateId, fields: v.record(v.picklist(messageWords), fieldKey) })
/** A template of WeChat as a purpose uses it: its id, and in which of its fields each word stands. */
export type MessageTemplate = v.InferOutput<typeof template>
/** The templates by purpose, as an administrator or the deployment writes them. */
export const messageTemplates = v.record(v.picklist(purposes), template)
export type MessageTemplates = v.InferOutput<typeof messageTemplates>

/**
 * What WeChat refused of a template, by a mistake in the settings: the words of a field, the page, the template
 * itself, all messages; or what a phone said when it asked for permission.
 */
export const messageFaultKinds = ['words', 'page', 'template', 'permission', 'ban', 'filter'] as const
export interface MessageFault {
  templateId: string
  fault: (typeof messageFaultKinds)[number]
  /** The field that WeChat named. */
  key?: string
  at: Instant
}

/** A mistake in a template: of this purpose, at this word's field, and what it is. */
export interface TemplateFault {
  purpose: Purpose
  /** Absent where it concerns the whole template. */
  word?: MessageWord
  key?: string
  fault: 'no_words' | 'unknown_type' | 'nothing_fits' | 'unfit' | 'key_twice' | 'other_fields'
}

const placed = ({ fields }: MessageTemplate) =>
  messageWords.flatMap((word): { word: MessageWord; key: string }[] => {
    const key = fields[word]
    return key ? [{ word, key }] : []
  })

const keysOf = (one: MessageTemplate) =>
  placed(one)
    .map(({ key }) => key)
    .sort()
    .join(' ')

function faultsOfOne(purpose: Purpose, one: MessageTemplate): TemplateFault[] {
  const words = placed(one)
  if (words.length === 0) return [{ purpose, fault: 'no_words' }]
  return words.flatMap(({ word, key }, index): TemplateFault[] => {
    const type = typeOfKey(key)
    if (type === undefined) return [{ purpose, word, key, fault: 'unknown_type' }]
    const takes: readonly string[] = fieldTypes[type].takes
    if (takes.length === 0) return [{ purpose, word, key, fault: 'nothing_fits' }]
    if (!takes.includes(natureOf[word])) return [{ purpose, word, key, fault: 'unfit' }]
    const twice = words.findIndex((other) => other.key === key) < index
    return twice ? [{ purpose, word, key, fault: 'key_twice' }] : []
  })
}

/** Every mistake in the templates. One template that serves several purposes has the same fields in each. */
export function templateFaults(templates: MessageTemplates): TemplateFault[] {
  const all = purposes.flatMap((purpose) => {
    const one = templates[purpose]
    return one ? [{ purpose, one }] : []
  })
  return all.flatMap(({ purpose, one }, index) => {
    const first = all.slice(0, index).find((other) => other.one.id === one.id)
    const differs = first !== undefined && keysOf(first.one) !== keysOf(one)
    return [...faultsOfOne(purpose, one), ...(differs ? [{ purpose, fault: 'other_fields' } as const] : [])]
  })
}

/** WeChat takes this form in every field of a time or a date. */
const momentOf = (at: Instant) => wallClock(at).format('YYYY年MM月DD日 HH:mm')

/** What stands where nothing is left of a word, since WeChat refuses an empty field. */
const empty: Partial<Record<FieldTypeName, string>> = { phrase: '有新消息', name: '社区', phone_number: '0' }

/** The fields of a message as WeChat takes them, each word cut to fit its field. */
export function messageFields(
  { fields }: Pick<MessageTemplate, 'fields'>,
  facts: MessageFacts,
): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const { word, key } of placed({ id: '', fields })) {
    const type = typeOfKey(key)
    if (type === undefined) continue
    const fact = facts[word]
    const { shaped, most } = fieldTypes[type]
    filled[key] = shaped(typeof fact === 'number' ? momentOf(fact) : fact, most) || (empty[type] ?? '-')
  }
  return filled
}

/** Whether WeChat takes this text in a field with this key. */
export function isTaken(key: string, text: string): boolean {
  const type = typeOfKey(key)
  if (type === undefined || text === '') return false
  const { shaped, most } = fieldTypes[type]
  return shaped(text, most) === text && text.length <= most
}
