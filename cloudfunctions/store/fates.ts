import type { Gone } from '#core/account/unnamed'
import type { Documents } from './engine/documents'
import type { Fate, Outcome } from './engine/fate'
import { open } from './open'
import { type CollectionName, collectionNames, collectionTable, type DocumentOf } from './table'

/** A collection that names people: it is walked through when one of them is forgotten. */
export interface Walked {
  readonly collection: CollectionName
  /** How many documents a page had, its last id, and the ids of those that concern the person. */
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
      for (;;) {
        const stored = await documents.get(id)
        if (!stored) return
        const next = outcomeOf(stored, gone)
        if (next === stored) return
        if (next === 'remove') return documents.remove(id)
        if (await documents.rewrite(stored, next)) return
      }
    },
  }
}

const rows: { readonly [Name in CollectionName]: { readonly fate: Fate<DocumentOf<Name>> } } = collectionTable

function walkedOf<Name extends CollectionName>(name: Name): Walked[] {
  const { fate } = rows[name]
  return 'rule' in fate ? [walkOf(name, open(name), fate.rule)] : []
}

/** The collections that are walked through, in the table's order. */
export const walk: readonly Walked[] = collectionNames.flatMap((name) => walkedOf(name))
