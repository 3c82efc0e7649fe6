import { type FieldChange, removed } from '#store/words/changes'
import { missing, type Where } from '#store/words/conditions'
import type { EntryOf, MapField } from '#store/words/paths'

/** A condition that names no document; it stands beside an id. */
type Beside<Doc> = Omit<Where<Doc>, '_id'>

/** One entry of a document's map, by its key: conditions on it and changes of it, beside those of the document. */
export interface Entry<Doc, Value> {
  /** The entry's own fields are like this. */
  where(fields: Omit<Where<Value>, 'anyOf' | 'allOf'>): Beside<Doc>
  /** There is no entry under the key. */
  readonly absent: Beside<Doc>
  /** Fields of the entry change; the others stay. Makes an entry where there is none. */
  change(fields: FieldChange<Value>): FieldChange<Doc>
  /** The entry is this from now on. */
  set(value: Value): FieldChange<Doc>
  /** The entry goes. */
  readonly gone: FieldChange<Doc>
}

/** The compiler knows no paths with a key in them: here, and nowhere else, one is made. */
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
