import { controllerOf } from '#contract/shared/controller'
import { defaultLimits } from '#contract/shared/defaultLimits'
import type { HelpPlace } from '#contract/shared/helpPlace'
import { controllerText, limitText } from '#text/community/communityEdit'
import type { LimitGroup } from '#text/community/limitGroups'
import { buildingRange } from '#text/community/typed'
import { gridsPart } from './gridsPart'
import { limitFields } from './limitFields'
import { pacesPart } from './pacesPart'
import type { FieldSpec, PartEntry, PartName, PartSpec } from './partSpec'
import { holdFields, holdValues, numberOf, requestTimes, withHolds, workdaysPart } from './requestParts'
import { templatesPart } from './templatesPart'

const mostBuildings = 100
const line = (field: string, most: number): FieldSpec => ({ field, how: 'line', most })
const project: FieldSpec = { field: 'projectId', how: 'project', most: 64, optional: true }
const joined = (words: readonly string[] | undefined) => (words ?? []).join('、')
/** Splits text at 、, ； and line ends, and with `commas` at commas too. A sentence may hold a comma, a name may not. */
export const wordsOf = (text: string | undefined, commas = false): string[] =>
  (text ?? '')
    .split(commas ? /[、;；\n,，]/ : /[、;；\n]/)
    .map((word) => word.trim())
    .filter(Boolean)
/** A range is each of its buildings. */
const eachBuilding = (word: string): string[] => {
  const [, from, after = '', to, end = ''] = buildingRange.exec(word) ?? []
  const [first, last] = [Number(from), Number(to)]
  if (!(first < last && last - first < mostBuildings)) return [word]
  return Array.from({ length: last - first + 1 }, (_, index) => `${first + index}${end || after}`)
}
const text = (entry: PartEntry, field: string): string => (entry.values[field] ?? '').trim()

/** What a kind of help says that names no places. */
const anywhere = 'home accompany'
const placesIn = (written: string): HelpPlace[] =>
  written.split(' ').flatMap((place) => (place === 'home' || place === 'accompany' ? place : []))

const idOf = (each: { groupId: string } | { projectId: string }): string =>
  'groupId' in each ? each.groupId : each.projectId

const named = (list: 'groups' | 'projects', id: string, most: number): PartSpec => ({
  path: list,
  fields: [line('name', most)],
  entries: (whole) => whole[list].map((each) => ({ id: idOf(each), values: { name: each.name } })),
  input: (_whole, entries) => ({
    [list]: entries.map((entry) => ({ [id]: entry.id, name: text(entry, 'name') })),
  }),
})

/** Limits stand in two parts, since all of them would be more than one page. */
const limitsPart = (groups: readonly LimitGroup[]): PartSpec => ({
  path: 'limits',
  single: true,
  fields: limitFields(groups),
  entries: ({ limits }) => [
    {
      id: 'limits',
      values: Object.fromEntries(
        Object.entries({ ...defaultLimits, ...limits }).map(([field, value]) => [field, String(value)]),
      ),
    },
  ],
  input: ({ limits }, [entry]) => ({
    limits: {
      ...limits,
      registerVerifies: entry?.values.registerVerifies === 'true',
      ...Object.fromEntries(Object.keys(limitText).map((field) => [field, numberOf(entry?.values[field])])),
    },
  }),
})

export const parts: Record<PartName, PartSpec> = {
  about: {
    path: '',
    single: true,
    fields: [line('name', 40), line('phone', 30), { ...line('volunteerPrefix', 6), optional: true }],
    entries: ({ name, phone, volunteerPrefix = '' }) => [
      { id: 'about', values: { name, phone, volunteerPrefix } },
    ],
    input: (_whole, [entry]) => {
      if (!entry) return {}
      const volunteerPrefix = text(entry, 'volunteerPrefix')
      return {
        name: text(entry, 'name'),
        phone: text(entry, 'phone'),
        ...(volunteerPrefix && { volunteerPrefix }),
      }
    },
  },
  estates: {
    path: 'estates',
    fields: [
      line('name', 20),
      { field: 'buildings', how: 'words', most: 1000, commas: true },
      { field: 'perRow', how: 'number', most: 1, optional: true },
    ],
    entries: ({ estates }) =>
      estates.map(({ estateId, name, buildings, perRow = '' }) => ({
        id: estateId,
        values: { name, buildings: joined(buildings), perRow: String(perRow) },
      })),
    input: (_whole, entries) => ({
      estates: entries.map((entry) => ({
        estateId: entry.id,
        name: text(entry, 'name'),
        buildings: wordsOf(entry.values.buildings, true).flatMap(eachBuilding),
        ...(text(entry, 'perRow') && { perRow: numberOf(entry.values.perRow) }),
      })),
    }),
  },
  grids: gridsPart,
  groups: named('groups', 'groupId', 20),
  projects: named('projects', 'projectId', 30),
  controller: {
    path: 'controller',
    single: true,
    fields: [
      { ...line('name', 40), words: controllerText.name },
      { ...line('phone', 30), words: controllerText.phone, optional: true },
      { ...line('address', 60), words: controllerText.address, optional: true },
      { ...line('handler', 20), words: controllerText.handler, optional: true },
    ],
    entries: (whole) => {
      const { name, phone = '', address = '', handler = '' } = controllerOf(whole)
      return [{ id: 'controller', values: { name, phone, address, handler } }]
    },
    input: (_whole, [entry]) => {
      if (!entry) return {}
      const [phone, address, handler] = ['phone', 'address', 'handler'].map((field) => text(entry, field))
      return {
        controller: {
          name: text(entry, 'name'),
          ...(phone && { phone }),
          ...(address && { address }),
          ...(handler && { handler }),
        },
      }
    },
  },
  womens: {
    path: 'womensTeamId',
    single: true,
    fields: [{ field: 'womensTeamId', how: 'team', most: 64 }],
    entries: ({ womensTeamId = '' }) => [{ id: 'womens', values: { womensTeamId } }],
    input: (_whole, [entry]) => (entry ? { womensTeamId: text(entry, 'womensTeamId') } : {}),
  },
  templates: templatesPart(wordsOf),
  paces: pacesPart,
  issuer: {
    path: 'issuer',
    single: true,
    fields: [
      line('name', 40),
      { ...line('head', 20), optional: true },
      { ...line('handler', 20), optional: true },
      { ...line('contact', 40), optional: true },
    ],
    entries: ({ issuer, name, phone }) => {
      const { name: of, head = '', handler = '', contact = '' } = issuer ?? { name, contact: phone }
      return [{ id: 'issuer', values: { name: of, head, handler, contact } }]
    },
    input: (_whole, [entry]) => {
      if (!entry) return {}
      const [head, handler, contact] = ['head', 'handler', 'contact'].map((field) => text(entry, field))
      return {
        issuer: {
          name: text(entry, 'name'),
          ...(head && { head }),
          ...(handler && { handler }),
          ...(contact && { contact }),
        },
      }
    },
  },
  teams: {
    path: 'teams',
    fields: [line('name', 30), { field: 'purpose', how: 'paragraph', most: 200 }, project],
    entries: ({ teams }) =>
      teams.map(({ teamId, name, purpose, projectId = '' }) => ({
        id: teamId,
        values: { name, purpose, projectId },
      })),
    input: (whole, entries) => ({
      teams: entries.map((entry) => {
        const before = whole.teams.find(({ teamId }) => teamId === entry.id)
        const [name, purpose] = [text(entry, 'name'), text(entry, 'purpose')]
        // A sample team whose words were changed is no sample any more.
        const sample = before?.sample === true && before.name === name && before.purpose === purpose
        const projectId = text(entry, 'projectId')
        return { teamId: entry.id, name, purpose, ...(projectId && { projectId }), sample }
      }),
    }),
  },
  services: {
    path: 'services',
    fields: [line('title', 20), { field: 'teamId', how: 'team', most: 64 }, project],
    inside: {
      part: 'kinds',
      count: (whole, id) => whole.services.find(({ service }) => service === id)?.kinds.length ?? 0,
    },
    entries: ({ services }) =>
      services.map(({ service, title, teamId, projectId = '' }) => ({
        id: service,
        values: { title, teamId, projectId },
      })),
    input: (whole, entries) => ({
      services: entries.map((entry) => {
        const projectId = text(entry, 'projectId')
        return {
          service: entry.id,
          title: text(entry, 'title'),
          teamId: text(entry, 'teamId'),
          ...(projectId && { projectId }),
          kinds: whole.services.find(({ service }) => service === entry.id)?.kinds ?? [],
        }
      }),
    }),
  },
  kinds: {
    path: 'kinds',
    fields: [
      line('title', 20),
      { ...line('needsLicence', 40), optional: true },
      { field: 'riskHints', how: 'words', most: 600, optional: true },
      { field: 'minAge', how: 'number', most: 2, optional: true },
      { field: 'experienced', how: 'yesNo', most: 5, optional: true },
      { field: 'twoHands', how: 'yesNo', most: 5, optional: true },
      { field: 'weekly', how: 'yesNo', most: 5, optional: true },
      { field: 'skills', how: 'words', most: 400, optional: true, commas: true },
      { field: 'places', how: 'places', most: 20, optional: true },
      { ...line('asks', 40), optional: true },
      { field: 'sentences', how: 'words', most: 250, optional: true },
      { ...line('picturesHint', 40), optional: true },
    ],
    entries: ({ services }, of) =>
      (services.find(({ service }) => service === of)?.kinds ?? []).map((each) => ({
        id: each.kind,
        values: {
          title: each.title,
          needsLicence: each.needsLicence ?? '',
          riskHints: joined(each.riskHints),
          minAge: String(each.minAge ?? ''),
          experienced: String(each.experienced === true),
          twoHands: String(each.twoHands === true),
          weekly: String(each.weekly === true),
          skills: joined(each.skills),
          places: each.places?.join(' ') ?? anywhere,
          asks: each.asks ?? '',
          sentences: joined(each.sentences),
          picturesHint: each.picturesHint ?? '',
        },
      })),
    input: ({ services }, entries, of) => ({
      services: services.map((each) =>
        each.service === of
          ? {
              ...each,
              kinds: entries.map((entry) => {
                const needsLicence = text(entry, 'needsLicence')
                const riskHints = wordsOf(entry.values.riskHints)
                const skills = wordsOf(entry.values.skills, true)
                const sentences = wordsOf(entry.values.sentences)
                const [asks, picturesHint] = ['asks', 'picturesHint'].map((field) => text(entry, field))
                const places = text(entry, 'places')
                const minAge = text(entry, 'minAge')
                return {
                  kind: entry.id,
                  title: text(entry, 'title'),
                  ...(minAge && { minAge: numberOf(minAge) }),
                  ...(entry.values.experienced === 'true' && { experienced: true }),
                  ...(entry.values.twoHands === 'true' && { twoHands: true }),
                  ...(entry.values.weekly === 'true' && { weekly: true }),
                  ...(needsLicence && { needsLicence }),
                  ...(riskHints.length > 0 && { riskHints }),
                  ...(skills.length > 0 && { skills }),
                  ...(asks && { asks }),
                  ...(sentences.length > 0 && { sentences }),
                  ...(picturesHint && { picturesHint }),
                  ...(places !== anywhere && { places: placesIn(places) }),
                }
              }),
            }
          : each,
      ),
    }),
  },
  categories: {
    path: 'requestCategories',
    fields: [line('title', 20), ...holdFields],
    inside: {
      part: 'fields',
      count: (whole, id) =>
        whole.requestCategories.find(({ category }) => category === id)?.fields.length ?? 0,
    },
    entries: (whole) =>
      whole.requestCategories.map(({ category, title }) => ({
        id: category,
        values: { title, ...holdValues(whole, category) },
      })),
    input: (whole, entries) => ({
      requestCategories: entries.map((entry) => ({
        category: entry.id,
        title: text(entry, 'title'),
        fields: whole.requestCategories.find(({ category }) => category === entry.id)?.fields ?? [],
      })),
      ...withHolds(whole, entries),
    }),
  },
  fields: {
    path: 'fields',
    fields: [
      line('title', 40),
      { field: 'kind', how: 'fieldKind', most: 10 },
      { field: 'options', how: 'words', most: 250, optional: true, commas: true },
    ],
    entries: ({ requestCategories }, of) =>
      (requestCategories.find(({ category }) => category === of)?.fields ?? []).map(
        ({ field, title, kind, options }) => ({
          id: field,
          values: { title, kind, options: joined(options) },
        }),
      ),
    input: ({ requestCategories }, entries, of) => ({
      requestCategories: requestCategories.map((each) =>
        each.category === of
          ? {
              ...each,
              fields: entries.map((entry) => {
                const options = wordsOf(entry.values.options, true)
                return {
                  field: entry.id,
                  title: text(entry, 'title'),
                  kind: text(entry, 'kind') as 'text' | 'number' | 'choice',
                  ...(options.length > 0 && { options }),
                }
              }),
            }
          : each,
      ),
    }),
  },
  requestTimes,
  workdays: workdaysPart((written) => wordsOf(written, true)),
  limits: limitsPart(['attendance', 'hours', 'bookings', 'activities', 'volunteers', 'vacancies', 'pacts']),
  keeping: limitsPart(['accounts', 'keeping']),
}

export const isPart = (name: string | undefined): name is PartName =>
  name !== undefined && Object.keys(parts).includes(name)

/** The name of an entry in a list. */
export const nameOf = ({ values }: PartEntry): string => values.name ?? values.title ?? ''
