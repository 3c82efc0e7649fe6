import { type CollectionName, collectionNames, collectionTable, type SealedName } from '#store/table'

export interface SealedField {
  collection: CollectionName
  /** The name that the text is bound to, with `*` for every key of a map. */
  field: string
  /** The path to the text in its document. */
  path: string
}

/**
 * Every sealed field. The timer seals these anew when the key changes; sealing any other field does not
 * compile.
 */
export const sealedFields: readonly SealedField[] = collectionNames.flatMap((collection) =>
  Object.entries(collectionTable[collection].sealed).map(([field, path]) => ({ collection, field, path })),
)

export const fieldNameOf = ({ collection, field }: SealedField): string => `${collection}.${field}`

/**
 * The sealed fields from a name on, in the order of their names; '' begins with the first. A rotation follows
 * this order and not that of the table, which may change in the middle of one.
 */
export const fieldsFrom = (name: string, fields = sealedFields): SealedField[] =>
  fields
    .filter((field) => fieldNameOf(field) >= name)
    .sort((a, b) => (fieldNameOf(a) < fieldNameOf(b) ? -1 : 1))

/** A field's name with any key in the place of `*`. */
type Keyed<Name extends string> = Name extends `${infer Before}*${infer After}`
  ? `${Before}${string}${After}`
  : Name

/** Where a sealed text lies. The text is bound to it and opens nowhere else. */
export type SealedSpot = { [Name in CollectionName]: SpotIn<Name, SealedName<Name>> }[CollectionName]
type SpotIn<Name extends CollectionName, Field extends string> = Field extends string
  ? { collection: Name; id: string; field: Keyed<Field> }
  : never

/** A sealed text of a document, with the path to it and the spot it is bound to. */
export interface SealedText {
  path: string
  spot: SealedSpot
  text: string
}

/** The table says which fields a collection has; that this is one of them is not seen by the compiler. */
const spotOf = (spot: { collection: CollectionName; id: string; field: string }): SealedSpot =>
  spot as SealedSpot

/** The texts of a field in a document. */
export function sealedTexts(stored: { _id: string }, row: SealedField): SealedText[] {
  const steps = row.path.split('.')
  let found: { path: string[]; field: string; value: unknown }[] = [
    { path: [], field: row.field, value: stored },
  ]
  for (const step of steps)
    found = found.flatMap(({ path, field, value }) => {
      if (value === null || typeof value !== 'object') return []
      const below = new Map<string, unknown>(Object.entries(value))
      const keys = step === '*' ? [...below.keys()] : [step]
      return keys.map((key) => ({
        path: [...path, key],
        field: step === '*' ? field.replace('*', key) : field,
        value: below.get(key),
      }))
    })
  return found.flatMap(({ path, field, value }) =>
    typeof value === 'string'
      ? [
          {
            path: path.join('.'),
            spot: spotOf({ collection: row.collection, id: stored._id, field }),
            text: value,
          },
        ]
      : [],
  )
}
