import { idAlong, type Joined } from '#core/enrolment/along'
import type { Documents } from './engine/documents'
import type { Join, Moves } from './engine/join'
import { open } from './open'
import { saving } from './saving'
import { sealedFields, sealedTexts } from './sealing/sealedFields'
import type { Sealing } from './sealing/sealing'
import { type CollectionName, collectionNames, collectionTable, type DocumentOf } from './table'

/** A collection whose documents follow an account to the member it has adopted. */
export interface JoinWalked {
  readonly collection: CollectionName
  /** A page: how many documents it had, its last id, and the ids of documents that name the account. */
  page(
    after: string,
    limit: number,
    joined: Joined,
  ): Promise<{ read: number; last: string; concerned: string[] }>
  /** Joins one document, read afresh where somebody else writes meanwhile. Doing it again changes nothing. */
  joinIn(id: string, joined: Joined, sealing: Sealing): Promise<void>
}

type Stored = { _id: string; rev?: number }

/** The value at a path, replaced in a copy. */
function withAt(value: unknown, [key, ...rest]: readonly string[], text: string): unknown {
  if (key === undefined) return text
  if (value === null || typeof value !== 'object') return value
  return { ...value, [key]: withAt(Reflect.get(value, key), rest, text) }
}

/** Seals anew what lies elsewhere now: a text is bound to its document's id and to the key of its map. */
function sealedAlong<Doc extends Stored>(
  collection: CollectionName,
  stored: Doc,
  moved: Doc,
  sealing: Sealing,
): Doc {
  let next: unknown = moved
  for (const field of sealedFields.filter((one) => one.collection === collection)) {
    const before = new Map(sealedTexts(stored, field).map((one) => [one.text, one.spot]))
    for (const { path, spot, text } of sealedTexts(moved, field)) {
      const from = before.get(text)
      if (!from || (from.id === spot.id && from.field === spot.field)) continue
      next = withAt(next, path.split('.'), sealing.seal(sealing.open(text, from), spot))
    }
  }
  return next as Doc
}

function walkOf<Doc extends Stored>(
  collection: CollectionName,
  documents: Documents<Doc>,
  { moved, met }: Moves<Doc>,
): JoinWalked {
  return {
    collection,
    async page(after, limit, joined) {
      const found = await documents.walk(after, limit)
      const concerned = found.filter((stored) => moved(stored, joined) !== stored).map(({ _id }) => _id)
      return { read: found.length, last: found.at(-1)?._id ?? after, concerned }
    },
    async joinIn(id, joined, sealing) {
      const target = met ? idAlong(id, joined) : id
      const along = (stored: Doc): Doc => {
        const next = moved(stored, joined)
        return next === stored ? stored : sealedAlong(collection, stored, next, sealing)
      }
      if (!met || target === id) {
        await saving(documents, id, (stored) => ({ next: stored && along(stored) }))
        return
      }
      const stored = await documents.get(id)
      if (!stored) return
      const { removed } = await saving(documents, target, (there) => {
        const next = along(stored)
        const outcome = there ? met(next, there) : next
        return outcome === 'remove' ? { removed: true } : { next: outcome }
      })
      if (removed) await documents.remove(target)
      // what was written under the old id meanwhile is met by the next run
      await documents.removeRead(stored)
    },
  }
}

const rows: { readonly [Name in CollectionName]: { readonly joins: Join<DocumentOf<Name>> } } =
  collectionTable

function walkedOf<Name extends CollectionName>(name: Name): JoinWalked[] {
  const { joins } = rows[name]
  return 'moves' in joins ? [walkOf(name, open(name), joins.moves)] : []
}

/** The collections to look at, in the table's order. */
export const joinWalk: readonly JoinWalked[] = collectionNames.flatMap((name) => walkedOf(name))
