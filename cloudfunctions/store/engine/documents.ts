import type { Instant, Page } from '#contract/shared/scalars'
import type { Due } from '#core/change/setback'
import { type FieldChange, plus, removed } from '#store/words/changes'
import { above, atMost, type Condition, type Fixed, oneOf, type Where } from '#store/words/conditions'
import type { MapField, Path, Root } from '#store/words/paths'
import { positionOf } from './cursor'
import type { AnyIndexTable } from './indexes'
import { inquiriesOf, pageIn, pathsOf } from './inquiries'
import { type Asked, behind, checkFound, sortOf } from './lists'
import { type Naming, raw, type Sought, totalOf } from './raw'

/** The most documents the database answers at once. */
const mostAtOnce = 1000
/** So many documents are inserted with one call. */
const insertedAtOnce = 100

interface Stored {
  _id: string
}
interface Revised extends Stored {
  rev: number
}

/** A condition on one document. */
export type One<Doc> = Where<Doc> & { readonly _id: string }

/** Reads and writes of single documents of a collection. With `Lists` it is the only way to the database. */
export interface Documents<Doc extends Stored> {
  get(id: string): Promise<Doc | undefined>
  /** False when the id or a unique key exists already. */
  insert(doc: Doc): Promise<boolean>
  /** Inserts each of these that is not there yet, many with one call. */
  insertAll(docs: readonly Doc[]): Promise<void>
  /** Writes the whole document, new or not. False when another document has one of its unique keys. */
  put(doc: Doc): Promise<boolean>
  /** One conditional write; false when the document is not there or does not meet the condition. */
  update(where: One<NoInfer<Doc>>, change: FieldChange<NoInfer<Doc>>): Promise<boolean>
  /**
   * Writes the fields of `after` that differ from `before`, where `rev` is still that of `before`; false when
   * somebody else wrote first. What `after` has no more is removed. After a lost answer it may be false
   * although the write was done: read again and look for your command.
   */
  save(before: Revised, after: NoInfer<Doc> & Revised): Promise<boolean>
  /**
   * Writes the fields of `after` that differ from `before`, as `save` does. Where documents have a `rev`, it
   * must still be that of `before`, and it is raised, so that nobody who read the old document overwrites
   * this; false when somebody else wrote first.
   */
  rewrite(before: Doc, after: NoInfer<Doc>): Promise<boolean>
  /** Removes the document if it meets the condition. */
  remove(id: string, where?: Where<NoInfer<Doc>>): Promise<void>
  /** Removes the document as it was read: where documents have a `rev`, one that was written since stays. */
  removeRead(before: Doc): Promise<void>
  /** A page of the whole collection in the order of ids, after this id. */
  walk(after: string, limit: number): Promise<Doc[]>
}

/**
 * The keys of an index that a query must name to be found by it, and those it must fix to be sorted by it as
 * well.
 */
export interface Need {
  find: string
  fix: string
}
type Needs = Readonly<Record<string, Need>>

/** A query that an index finds. */
export type Found<Doc, By extends Need> = Where<Doc> & {
  readonly [Name in By['find'] & keyof Doc]-?: Condition<Doc[Name]>
}
/** A query that an index finds and sorts: it fixes every key but the last. */
export type Sorted<Doc, By extends Need> = Found<Doc, By> & {
  readonly [Name in By['fix'] & keyof Doc]-?: Fixed<Doc[Name]>
}

/**
 * The fields of a document that were asked for. A path counts as the field it begins with; a map of which one
 * entry was asked for may be absent.
 */
export type Part<Doc extends Stored, Field extends string, Map extends string = never> = [
  Field | Map,
] extends [never]
  ? Doc
  : Pick<Doc, ('_id' | Root<Field>) & keyof Doc> & Partial<Pick<Doc, Map & keyof Doc>>

interface Reading<Field extends string, Map extends string> {
  /** Read only the fields at these paths, and `_id`. */
  fields?: readonly Field[]
  /** Of these maps, read only the entry under this key, or those under these keys. */
  entries?: { readonly [Name in Map]: string | readonly string[] }
}
/** Documents that go with others; see `naming`. */
export interface Named<Other, Key extends string> extends Naming {
  readonly key: Key
  /** Carries the type of what is read of them; its value is always absent. */
  readonly read?: Other
}
/** A read that is not made yet: `together` makes several by one call. */
export interface Inquiry<Answer> {
  readonly sought: Sought
  /** What the documents that were found say. */
  readonly answer: (found: never[]) => Answer
}
interface Listing {
  limit: number
  /** Begin at the other end of the index. */
  backwards?: boolean | undefined
}

/**
 * Lists of a collection. Each names its index and is sorted by it, see `sortOf`. `By` says what a query must
 * name for each index.
 */
export interface Lists<Doc extends Stored, By extends Needs> {
  /** `after`: begins after this document of the same list. */
  find<
    Name extends keyof By & string,
    const Field extends Path<Doc> = never,
    Map extends MapField<Doc> = never,
  >(
    index: Name,
    where: Sorted<Doc, By[Name]>,
    reading: Listing & Reading<Field, Map> & { after?: Stored | undefined },
  ): Promise<Part<Doc, NoInfer<Field>, NoInfer<Map>>[]>
  /** A page of a list. Throws BadCursor. */
  page<Name extends keyof By & string, const Field extends Path<Doc> = never>(
    index: Name,
    where: Sorted<Doc, By[Name]>,
    listing: Listing & { cursor: string | undefined; fields?: readonly Field[] },
  ): Promise<Page<Part<Doc, NoInfer<Field>>>>
  /**
   * The same, each document with those of other collections that go with it, by one call. An index of the other
   * collection begins with the field they are found by, and few go with one document. Throws BadCursor.
   */
  pageNamed<
    Name extends keyof By & string,
    const Field extends Path<Doc>,
    Others extends Readonly<Record<string, Named<unknown, keyof Doc & string>>>,
  >(
    index: Name,
    where: Sorted<Doc, By[Name]>,
    listing: Listing & { cursor: string | undefined; fields: readonly Field[] },
    others: Others,
  ): Promise<Page<Part<Doc, NoInfer<Field>> & { [As in keyof Others]: NonNullable<Others[As]['read']>[] }>>
  /**
   * For `pageNamed` of another collection: the documents of this whose field `by` is the field `key` of that one.
   * Throws where no index begins with `by`.
   */
  naming<const Field extends Path<Doc>, Key extends string, Map extends MapField<Doc> = never>(
    by: keyof Doc & string,
    key: Key,
    fields: readonly Field[],
    entries?: Reading<Field, Map>['entries'],
  ): Named<Part<Doc, NoInfer<Field>, NoInfer<Map>>, Key>
  count<Name extends keyof By & string>(index: Name, where: Found<Doc, By[Name]>): Promise<number>
  /** What `find` reads, to be made with others. */
  finding<
    Name extends keyof By & string,
    const Field extends Path<Doc> = never,
    Map extends MapField<Doc> = never,
  >(
    index: Name,
    where: Sorted<Doc, By[Name]>,
    reading: Listing & Reading<Field, Map> & { after?: Stored | undefined },
  ): Inquiry<Part<Doc, NoInfer<Field>, NoInfer<Map>>[]>
  /** What `pageNamed` reads, to be made with others. Throws BadCursor. */
  pagingNamed<
    Name extends keyof By & string,
    const Field extends Path<Doc>,
    Others extends Readonly<Record<string, Named<unknown, keyof Doc & string>>>,
  >(
    index: Name,
    where: Sorted<Doc, By[Name]>,
    listing: Listing & { cursor: string | undefined; fields: readonly Field[] },
    others: Others,
  ): Inquiry<Page<Part<Doc, NoInfer<Field>> & { [As in keyof Others]: NonNullable<Others[As]['read']>[] }>>
  /** What `count` counts, to be made with others. */
  counting<Name extends keyof By & string>(index: Name, where: Found<Doc, By[Name]>): Inquiry<number>
  /** Changes every document found; answers how many. */
  updateAll<Name extends keyof By & string>(
    index: Name,
    where: Found<Doc, By[Name]>,
    change: FieldChange<Doc>,
  ): Promise<number>
  /** Changes the documents with these ids that meet the condition by one call; answers how many. */
  updateMany(ids: readonly string[], change: FieldChange<Doc>, where?: Where<Doc>): Promise<number>
  /** Removes every document found; answers how many. */
  removeAll<Name extends keyof By & string>(index: Name, where: Found<Doc, By[Name]>): Promise<number>
  /**
   * The documents with these ids that exist and meet the condition, in the order of ids. An empty list of ids
   * costs no call.
   */
  getMany<const Field extends Path<Doc> = never, Map extends MapField<Doc> = never>(
    ids: readonly string[],
    reading?: Reading<Field, Map> & { where?: Where<Doc> },
  ): Promise<Part<Doc, NoInfer<Field>, NoInfer<Map>>[]>
}

/** A collection over which time passes. */
export interface Passing<Doc extends Stored> extends Documents<Doc> {
  /** The documents that are due, longest due first. `after`: begins after this one. */
  due(now: number, limit: number, after?: Doc): Promise<Doc[]>
  /** Puts a document off that could not be done, unless somebody has said since when it is due. */
  putOff(found: Stored & Due, until: Instant): Promise<void>
  /** Notes that a document that was put off could be done. */
  caughtUp(found: Stored & Due): Promise<void>
}

export type Collection<Doc extends Stored, By extends Needs> = Documents<Doc> &
  Lists<Doc, By> &
  ('due' extends keyof By ? Passing<Doc> : unknown)

/** The fields of `after` that differ from `before`; one that `after` has no more is removed. */
function differing(before: object, after: object): Asked {
  const past = new Map<string, unknown>(Object.entries(before))
  const next = new Map<string, unknown>(Object.entries(after))
  const changed = [...next].filter(([field, value]) => field !== '_id' && value !== past.get(field))
  const gone = [...past.keys()].filter((field) => field !== '_id' && next.get(field) === undefined)
  return { ...Object.fromEntries(changed), ...Object.fromEntries(gone.map((field) => [field, removed])) }
}

const isRevised = (stored: Stored): stored is Revised => 'rev' in stored && typeof stored.rev === 'number'

/** The document as it was read: one that keeps a `rev` is meant only while it has this one. */
const asRead = (before: Stored) =>
  isRevised(before) ? { _id: before._id, rev: before.rev } : { _id: before._id }

export function documents<Doc extends Stored, By extends Needs>(
  name: string,
  table: AnyIndexTable,
): Documents<Doc> & Lists<Doc, By> & Passing<Doc> {
  const { read, readListed, get, add, addAll, set, write, erase, count } = raw<Doc>(name)
  const { indexOf, listOf, pageOf, findable } = inquiriesOf(name, table)

  return {
    get,
    insert: add,
    async insertAll(docs) {
      for (let first = 0; first < docs.length; first += insertedAtOnce) {
        const some = docs.slice(first, first + insertedAtOnce)
        if (!(await addAll(some))) await Promise.all(some.map(add))
      }
    },
    put: set,
    update: async (where, change) => (await write(where, change)) > 0,
    async save(before, after) {
      return (await write({ _id: before._id, rev: before.rev }, differing(before, after))) > 0
    },
    async rewrite(before, after) {
      const changed = differing(before, after)
      if (Object.keys(changed).length === 0) return true
      const anew = isRevised(before) ? { ...changed, rev: before.rev + 1 } : changed
      return (await write(asRead(before), anew)) > 0 || !isRevised(before)
    },
    async remove(id, where) {
      await erase({ ...where, _id: id })
    },
    async removeRead(before) {
      await erase(asRead(before))
    },
    walk: (after, limit) => read({ _id: above(after) }, ['_id', 1], limit),
    async find(index, where, reading) {
      const { asked, sort, limit, fields } = listOf(index, where, reading)
      return read(asked, sort, limit, fields)
    },
    async page(index, where, listing) {
      const { asked, sort, limit, fields } = pageOf(index, where, listing)
      return pageIn(await read(asked, sort, limit, fields), listing.limit, sort)
    },
    async pageNamed(index, where, listing, others) {
      const list = pageOf(index, where, listing)
      return pageIn(await readListed({ ...list, others }), listing.limit, list.sort)
    },
    naming: (by, key, fields, entries) =>
      findable({ key, by, fields: ['_id', ...(pathsOf(fields, entries) ?? [])] }),
    async count(index, where) {
      checkFound(indexOf(index), where)
      return count(where)
    },
    finding: (index, where, reading) => ({
      sought: { from: name, list: listOf(index, where, reading) },
      answer: (found) => found,
    }),
    pagingNamed(index, where, listing, others) {
      const list = pageOf(index, where, listing)
      return {
        sought: { from: name, list: { ...list, others } },
        answer: (found) => pageIn(found, listing.limit, list.sort),
      }
    },
    counting(index, where) {
      checkFound(indexOf(index), where)
      return { sought: { from: name, counted: where }, answer: totalOf }
    },
    async updateAll(index, where, change) {
      checkFound(indexOf(index), where)
      return write(where, change)
    },
    updateMany: (ids, change, where) => write({ ...where, _id: oneOf(ids) }, change),
    async removeAll(index, where) {
      checkFound(indexOf(index), where)
      return erase(where)
    },
    async getMany(ids, { fields, entries, where } = {}) {
      if (ids.length === 0) return []
      return read(
        { ...where, _id: oneOf(ids) },
        ['_id', 1],
        Math.min(ids.length, mostAtOnce),
        pathsOf(fields, entries),
      )
    },
    due(now, limit, after) {
      const asked = { dueAt: atMost(now) }
      const sort = sortOf(indexOf('due'), asked)
      return read(after ? behind(asked, sort, positionOf(after, sort[0])) : asked, sort, limit)
    },
    async putOff({ _id, dueAt }, until) {
      await write({ _id, dueAt }, { dueAt: until, setbacks: plus(1) })
    },
    async caughtUp({ _id, setbacks }) {
      if (setbacks !== undefined) await write({ _id }, { setbacks: removed })
    },
  }
}
