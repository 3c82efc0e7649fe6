import type { Gone } from '#core/account/withoutName'
import type { Documents } from './engine/documents'
import type { Fate, Outcome } from './engine/fate'
import { open } from './open'
import { saving } from './saving'
import { type CollectionName, collectionNames, collectionTable, type DocumentOf } from './table'

/** A collection that names people; all its documents are looked at when a person is forgotten. */
export interface Walked {
  readonly collection: CollectionName
  /** A page: how many documents it had, its last id, and the ids of documents that concern the person. */
  page(after: string, limit: number, gone: Gone): Promise<{ read: number; last: string; concerned: string[] }>
  /** Forgets the person in one document, read afresh where somebody else writes meanwhile. */
  forgetIn(id: string, gone: Gone): Promise<void>
}

type Stored = { _id: string; rev?: number }

function walkOf<Doc extends Stored>(
  collection: CollectionName,
  documents: Documents<Doc>,
  outcomeOf: (stored: Doc, gone: Gone) => Outcome<Doc>,
): Walked {
  return {
    collection,
    async page(after, limit, gone) {
      const found = await documents.walk(after, limit)
      const concerned = found.filter((stored) => outcomeOf(stored, gone) !== stored).map(({ _id }) => _id)
      return { read: found.length, last: found.at(-1)?._id ?? after, concerned }
    },
    async forgetIn(id, gone) {
      const { removed } = await saving(documents, id, (stored) => {
        const outcome = stored && outcomeOf(stored, gone)
        return outcome === 'remove' ? { removed: true } : { next: outcome }
      })
      if (removed) await documents.remove(id)
    },
  }
}

const rows: { readonly [Name in CollectionName]: { readonly fate: Fate<DocumentOf<Name>> } } = collectionTable

function walkedOf<Name extends CollectionName>(name: Name): Walked[] {
  const { fate } = rows[name]
  return 'rule' in fate ? [walkOf(name, open(name), fate.rule)] : []
}

/** The collections to look at, in the table's order. */
export const walk: readonly Walked[] = collectionNames.flatMap((name) => walkedOf(name))
