import type { WholeCommunity } from '#contract/community'
import type { ActivityTemplate, Falls } from '#contract/shared/activityTemplate'
import { defaultTemplates } from '#contract/shared/defaultTemplates'
import { yesNo } from '#text/community/communityEdit'
import {
  fallsOnOptions,
  templateKinds,
  templateText,
  termOptions,
  weekdayOptions,
} from '#text/community/templates'
import { postWords } from '#text/community/typed'
import type { FieldSpec, PartEntry, PartSpec } from './partSpec'
import { numberOf } from './requestParts'

type Values = PartEntry['values']

const templatesOf = ({ templates }: WholeCommunity): readonly ActivityTemplate[] =>
  templates ?? defaultTemplates

const on =
  (...ways: Falls['on'][]) =>
  ({ on: said }: Values) =>
    ways.some((way) => way === said)

const field = (name: keyof typeof templateText, rest: Omit<FieldSpec, 'field' | 'words'>): FieldSpec => ({
  field: name,
  words: templateText[name],
  ...rest,
})

const fields: readonly FieldSpec[] = [
  field('title', { how: 'line', most: 40 }),
  field('kind', { how: 'choice', most: 20, options: templateKinds }),
  field('summary', { how: 'paragraph', most: 1000 }),
  field('place', { how: 'line', most: 60 }),
  field('on', { how: 'choice', most: 20, options: fallsOnOptions }),
  field('month', { how: 'number', most: 2, when: on('lunar', 'solar') }),
  field('day', { how: 'number', most: 2, when: on('lunar', 'solar', 'monthDay') }),
  field('term', { how: 'choice', most: 2, options: termOptions, when: on('term') }),
  field('weekday', { how: 'choice', most: 1, options: weekdayOptions, when: on('weekday') }),
  field('begins', { how: 'line', most: 5 }),
  field('durationMinutes', { how: 'number', most: 4 }),
  field('capacity', { how: 'number', most: 3 }),
  field('shifts', { how: 'words', most: 300, optional: true }),
  field('minAge', { how: 'number', most: 3, optional: true }),
  field('maxAge', { how: 'number', most: 3, optional: true }),
  field('withChild', { how: 'choice', most: 5, options: yesNo, optional: true }),
]

function valuesOf({ falls, shifts, audience = {}, ...template }: ActivityTemplate): Values {
  const { title, kind, summary, place, begins, durationMinutes, capacity } = template
  const { minAge = '', maxAge = '', withChild = false } = audience
  const { on: way, ...when } = falls
  return {
    title,
    kind,
    summary,
    place,
    on: way,
    month: '',
    day: '',
    term: '',
    weekday: '',
    ...Object.fromEntries(Object.entries(when).map(([name, value]) => [name, String(value)])),
    begins,
    durationMinutes: String(durationMinutes),
    capacity: String(capacity),
    shifts: shifts.map(({ name, capacity: many }) => `${name} ${many}`).join('、'),
    minAge: String(minAge),
    maxAge: String(maxAge),
    withChild: String(withChild),
  }
}

/** What stands in the form's fields of the day; the schema refuses what does not belong together. */
function fallsIn({ on: way = '', month, day, term, weekday }: Values): Falls {
  switch (way as Falls['on']) {
    case 'lunar':
    case 'solar':
      return { on: way as 'lunar' | 'solar', month: numberOf(month), day: numberOf(day) }
    case 'term':
      return { on: 'term', term: numberOf(term) }
    case 'weekday':
      return { on: 'weekday', weekday: numberOf(weekday) }
    case 'monthDay':
      return { on: 'monthDay', day: numberOf(day) }
  }
}

/** Without a number the schema refuses it. */
function shiftIn(written: string): ActivityTemplate['shifts'][number] {
  const [, name = written, many] = postWords.exec(written) ?? []
  return { name: name.trim(), capacity: numberOf(many) }
}

function templateIn(
  { id, values }: PartEntry,
  before: ActivityTemplate | undefined,
  split: (text: string | undefined) => string[],
): ActivityTemplate {
  const said = (name: string) => (values[name] ?? '').trim()
  const { minAge: _least, maxAge: _most, withChild: _child, ...where } = before?.audience ?? {}
  const audience = {
    ...where,
    ...(said('minAge') && { minAge: numberOf(said('minAge')) }),
    ...(said('maxAge') && { maxAge: numberOf(said('maxAge')) }),
    ...(said('withChild') === 'true' && { withChild: true as const }),
  }
  return {
    template: id,
    kind: said('kind') as ActivityTemplate['kind'],
    title: said('title'),
    summary: said('summary'),
    place: said('place'),
    falls: fallsIn(values),
    begins: said('begins').replace('：', ':'),
    durationMinutes: numberOf(said('durationMinutes')),
    capacity: numberOf(said('capacity')),
    shifts: split(values.shifts).map(shiftIn),
    ...(Object.keys(audience).length > 0 && { audience }),
  }
}

/** The templates a coordinator begins an activity from. Saving one of them makes all of them the community's own. */
export const templatesPart = (split: (text: string | undefined) => string[]): PartSpec => ({
  path: 'templates',
  fields,
  entries: (whole) => templatesOf(whole).map((each) => ({ id: each.template, values: valuesOf(each) })),
  input: (whole, entries) => {
    const before = templatesOf(whole)
    const templates = entries.map((entry) =>
      templateIn(
        entry,
        before.find(({ template }) => template === entry.id),
        split,
      ),
    )
    return JSON.stringify(templates) === JSON.stringify(before) ? {} : { templates }
  },
})
