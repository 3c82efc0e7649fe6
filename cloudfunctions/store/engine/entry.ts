import { type FieldChange, removed } from '#store/words/changes'
import { missing, type Where } from '#store/words/conditions'
import type { EntryOf, MapField } from '#store/words/paths'

/** A condition without an id; it is added to one that has the id. */
type Beside<Doc> = Omit<Where<Doc>, '_id'>

/**
 * One entry of a document's map, by its key: conditions on it and changes of it, to be joined with those of
 * the document.
 */
export interface Entry<Doc, Value> {
  /** The entry has these fields. */
  where(fields: Omit<Where<Value>, 'anyOf' | 'allOf'>): Beside<Doc>
  /** The map has no entry under the key. */
  readonly absent: Beside<Doc>
  /** Changes fields of the entry; the others stay. Makes the entry where there is none. */
  change(fields: FieldChange<Value>): FieldChange<Doc>
  /** Sets the whole entry. */
  set(value: Value): FieldChange<Doc>
  /** Removes the entry. */
  readonly gone: FieldChange<Doc>
}

/** The compiler knows no paths that contain a key; they are made in this one place. */
const at = <Said>(fields: Readonly<Record<string, unknown>>): Said => fields as Said

const below = <Said>(path: string, fields: object): Said =>
  at(Object.fromEntries(Object.entries(fields).map(([name, said]) => [`${path}.${name}`, said])))

export const entryOf =
  <Doc>() =>
  <Map extends MapField<Doc>>(map: Map, key: string): Entry<Doc, EntryOf<Doc, Map>> => {
    const path = `${map}.${key}`
    return {
      where: (fields) => below(path, fields),
      absent: at({ [path]: missing }),
      change: (fields) => below(path, fields),
      set: (value) => at({ [path]: value }),
      gone: at({ [path]: removed }),
    }
  }
