import type { CollectionName } from './manifest'

/**
 * Every sealed field there is. `field` is the name it is bound to, with `*` for every key of a map; `path` is where it
 * lies in the document when that is another place. Sealing elsewhere does not compile, and what is named here is sealed
 * anew when the key changes.
 */
export const sealedFields = [
  { collection: 'members', field: 'phone' },
  { collection: 'members', field: 'birth' },
  { collection: 'members', field: 'family.*', path: 'family.*.birthDay' },
  { collection: 'households', field: 'door' },
  { collection: 'dwellings', field: 'door' },
  { collection: 'dependents', field: 'birthDay' },
  { collection: 'dependents', field: 'needs' },
  { collection: 'bookings', field: 'contact' },
  { collection: 'requests', field: 'forResident' },
  { collection: 'sessions', field: 'seed', path: 'seed.sealed' },
  { collection: 'sessions', field: 'roster.*.names' },
  { collection: 'doors', field: 'walkIns.*', path: 'walkIns.*.name' },
] as const satisfies readonly { collection: CollectionName; field: string; path?: string }[]

export type SealedField = (typeof sealedFields)[number]

/** A field's name with any key in the place of `*`. */
type Keyed<Name extends string> = Name extends `${infer Before}*${infer After}`
  ? `${Before}${string}${After}`
  : Name

/** Where a sealed text lives. It is bound to the text: moved elsewhere, it does not open. */
export type Place = SealedField extends infer Field
  ? Field extends SealedField
    ? { collection: Field['collection']; id: string; field: Keyed<Field['field']> }
    : never
  : never

/** The texts of a field in a document, each with the path to it and the name it is bound to, keys in place of `*`. */
export function sealedTexts(
  stored: unknown,
  row: SealedField,
): { path: string; field: string; text: string }[] {
  const steps = ('path' in row ? row.path : row.field).split('.')
  let found: { path: string[]; field: string; value: unknown }[] = [
    { path: [], field: row.field, value: stored },
  ]
  for (const step of steps)
    found = found.flatMap(({ path, field, value }) => {
      if (value === null || typeof value !== 'object') return []
      const below = value as Record<string, unknown>
      const keys = step === '*' ? Object.keys(below) : [step]
      return keys.map((key) => ({
        path: [...path, key],
        field: step === '*' ? field.replace('*', key) : field,
        value: below[key],
      }))
    })
  return found.flatMap(({ path, field, value }) =>
    typeof value === 'string' ? [{ path: path.join('.'), field, text: value }] : [],
  )
}
