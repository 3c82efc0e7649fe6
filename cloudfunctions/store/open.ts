import { type Collection, documents } from './engine/documents'
import { type CollectionName, collectionTable, type DocumentOf, type NeedsOf } from './table'

/**
 * A collection by its name, for code that knows the name at run time only. Other code imports it from
 * collections.ts.
 */
export const open = <Name extends CollectionName>(name: Name): Collection<DocumentOf<Name>, NeedsOf<Name>> =>
  documents(name, collectionTable[name].indexes) as Collection<DocumentOf<Name>, NeedsOf<Name>>
