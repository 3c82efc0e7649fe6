import { type Collection, documents } from './engine/documents'
import { type CollectionName, type DocumentOf, type FirstsOf, table } from './table'

/** A collection by its name, where the name is known when it runs. Everybody else imports it from collections.ts. */
export const open = <Name extends CollectionName>(name: Name): Collection<DocumentOf<Name>, FirstsOf<Name>> =>
  documents(name, table[name].indexes) as Collection<DocumentOf<Name>, FirstsOf<Name>>
