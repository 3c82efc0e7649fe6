import * as v from 'valibot'
import type { Faults } from '#cloud/call/checked'
import { communityEdit, type WholeCommunity } from '#contract/community'
import type { RawInputOf } from '#contract/operations'
import {
  communityEditText,
  faultText,
  fieldKinds,
  fieldText,
  kindPlaces,
  limitText,
  noProject,
  type PartChange,
  usualWords,
  yesNo,
} from '#text/community/communityEdit'
import type { FieldSpec, PartEntry, PartSpec } from './partSpec'
import { nameOf, wordsOf } from './parts'

/** What is wrong in one form, by its fields. Empty when nothing is. The contract's schema decides. */
export function partFaults(
  spec: PartSpec,
  whole: WholeCommunity,
  entry: PartEntry,
  of: string,
): Faults<string> {
  const faults: Record<string, string> = {}
  for (const field of shownFields(spec, entry.values)) {
    const fault = faultOf(field, entry.values[field.field] ?? '')
    if (fault) faults[field.field] = fault
  }
  if (Object.keys(faults).length > 0) return faults
  const named = new Set(spec.fields.map(({ field }) => field))
  const read = v.safeParse(communityEdit, spec.input(whole, [entry], of))
  for (const issue of read.success ? [] : read.issues) {
    const path = issue.path?.map(({ key }) => String(key)) ?? []
    const at =
      spec.fields.find(({ field }) => field === path.find((key) => named.has(key))) ??
      spec.fields.find(({ field }) => `.${path.join('.')}`.endsWith(`.${field}`))
    const where = at ?? spec.fields[0]
    if (where) faults[where.field] ??= sentenceOf(where)
  }
  return faults
}

/** The fields that are asked, since some depend on what others say. */
export const shownFields = (
  { fields }: Pick<PartSpec, 'fields'>,
  values: PartEntry['values'],
): readonly FieldSpec[] => fields.filter(({ when }) => !when || when(values))

function faultOf(field: FieldSpec, written: string): string | undefined {
  const said = written.trim()
  if (!said) {
    if (field.optional) return undefined
    return optionsOf(field, noLists) ? faultText.choose : faultText.empty
  }
  if (field.how === 'number') return /^\d+$/.test(said) ? undefined : faultText.number
  if (field.how === 'words') {
    const words = wordsOf(said, field.commas)
    return new Set(words).size === words.length ? undefined : faultText.twice
  }
  return said.length > field.most ? faultText.long(field.most) : undefined
}

function sentenceOf({ how }: FieldSpec): string {
  if (how === 'number') return faultText.number
  return how === 'words' ? faultText.words : faultText.other
}

/** The label of a field, with what holds until somebody changes it. A limit has its label in another table. */
export function labelOf({ field, words, usual }: FieldSpec): { label: string; hint?: string } {
  const said = words ?? limitText[field as keyof typeof limitText] ?? fieldText[field] ?? { label: field }
  return usual === undefined ? said : { ...said, hint: `${said.hint ?? ''}${usualWords(usual)}` }
}

/** The lists of the community from which a field's value is chosen. */
export type PartLists = Pick<WholeCommunity, 'teams' | 'projects'>
const noLists: PartLists = { teams: [], projects: [] }

/** The options of a field. Undefined for a field that is typed. */
export function optionsOf(
  { how, options }: FieldSpec,
  { teams, projects }: PartLists,
): readonly { value: string; title: string }[] | undefined {
  if (options) return options
  if (how === 'team') return teams.map(({ teamId, name }) => ({ value: teamId, title: name }))
  if (how === 'project')
    return [
      ...projects.map(({ projectId, name }) => ({ value: projectId, title: name })),
      { value: '', title: noProject },
    ]
  if (how === 'fieldKind') return fieldKinds
  if (how === 'places') return kindPlaces
  return how === 'yesNo' ? yesNo : undefined
}

/** A value as a person reads it: a team by its name. What is not asked is empty. */
function shownValue(field: FieldSpec, values: PartEntry['values'], whole: WholeCommunity): string {
  if (field.when && !field.when(values)) return ''
  const value = values[field.field] ?? ''
  const options = optionsOf(field, whole)
  if (options) return options.find((option) => option.value === value)?.title ?? value
  if (field.how === 'words') return wordsOf(value, field.commas).join('、')
  return value.trim()
}

/** What saving would change, in the order of the list. Removed entries stand last. */
export function changesOf(
  spec: PartSpec,
  whole: WholeCommunity,
  before: readonly PartEntry[],
  after: readonly PartEntry[],
  title: string,
): PartChange[] {
  const was = new Map(before.map((entry) => [entry.id, entry]))
  const staying = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((entry): PartChange[] => {
      const old = was.get(entry.id)
      if (!old) return [{ what: 'added', name: nameOf(entry) }]
      return spec.fields.flatMap((field): PartChange[] => {
        const [from, to] = [old, entry].map(({ values }) => shownValue(field, values, whole))
        if (from === to) return []
        const name = spec.single ? title : nameOf(old)
        return [{ what: 'changed', name, label: labelOf(field).label, before: from ?? '', after: to ?? '' }]
      })
    }),
    ...before
      .filter(({ id }) => !staying.has(id))
      .map((entry): PartChange => ({ what: 'removed', name: nameOf(entry) })),
  ]
}

/** The entry and the field at which the cloud found a fault, by the path it names: `grids.2.covers`. */
export function faultPlaceOf(
  { path: list, fields }: PartSpec,
  entries: readonly PartEntry[],
  path: string,
): string | undefined {
  const [part, at, ...deeper] = path.split('.')
  const entry = part === list ? entries[Number(at)] : undefined
  if (!entry) return undefined
  const field = fields.find((each) => deeper.includes(each.field))
  return communityEditText.placeOf(nameOf(entry), field && labelOf(field).label)
}

/** The input that saves a part. It names the edition that was read, so a later one is not overwritten. */
export const editOf = (
  spec: PartSpec,
  whole: WholeCommunity,
  entries: readonly PartEntry[],
  of: string,
): RawInputOf<'community.edit'> => ({ rev: whole.rev, ...spec.input(whole, entries, of) })

/** The community after the part was saved. */
export const afterEdit = (
  before: WholeCommunity,
  { rev: _before, ...given }: RawInputOf<'community.edit'>,
  rev: number,
): WholeCommunity => ({ ...before, ...(given as Partial<WholeCommunity>), rev })

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Makes an id for a new entry. People do not see it. */
export function newEntryId(): string {
  let id = 'x'
  while (id.length < 13) id += letters.charAt(Math.floor(Math.random() * letters.length))
  return id
}
