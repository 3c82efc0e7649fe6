import type { Limits } from '#contract/community'
import type { StarPath } from '#store/words/paths'
import type { Fate } from './fate'
import type { Join } from './join'

type Field<Doc> = keyof Doc & string

/**
 * An index, by the fields it sorts by; `-field` descends. Its last key is always `_id`, in the direction of
 * the key before; it is not written here. `exact` and `unique` only find by whole values, so they have no
 * such key. In a unique index a missing field counts as null.
 */
export type IndexWords<Doc> =
  | readonly [Field<Doc>, ...(Field<Doc> | `-${Field<Doc>}`)[]]
  | { readonly exact: readonly [Field<Doc>, ...Field<Doc>[]] }
  | { readonly unique: readonly [Field<Doc>, ...Field<Doc>[]] }

export type IndexTable<Doc> = Readonly<Record<string, IndexWords<Doc>>>

/**
 * Sealed fields: the name that a text is bound to, with `*` for every key of a map, and the path to the text.
 * For most fields the two are equal.
 */
export type SealedTable<Doc> = { readonly [Name in StarPath<Doc>]?: StarPath<Doc> }

/** Limits in days. */
type DayLimit = {
  [Name in keyof Limits]-?: NonNullable<Limits[Name]> extends number ? Name : never
}[keyof Limits]

/** When a document is removed by time alone: so long after the instant that the index begins with. */
export type Term<Index> = { readonly index: Index } & (
  | { readonly afterMs: number }
  | { readonly afterDays: DayLimit }
)

/** Everything about a collection, in one place. No field has a default, so that none is forgotten. */
export interface CollectionRow<Doc, Indexes, Sealed, Passes> {
  readonly indexes: Indexes
  readonly sealed: Sealed
  /** What becomes of its documents when a person is forgotten. */
  readonly fate: Fate<Doc>
  /** What becomes of them when an account is joined to the paper member it has adopted. */
  readonly joins: Join<Doc>
  /** Time passes over it: `jobs` looks at each document whose `dueAt` has come. */
  readonly passes: Passes
  /** When time alone removes a document; absent where only use cases remove documents. */
  readonly term?: Term<keyof Indexes & string>
  /** Carries the type of the documents; its value is always absent. */
  readonly documents?: Doc
}

/** Whether time passes over it: a collection with the index `due`. */
type Passing<Indexes> = 'due' extends keyof Indexes ? true : false
interface Due {
  readonly due?: readonly ['dueAt']
}

/** A row of the table, for documents of one shape. */
export const row =
  <Doc extends { _id: string }>() =>
  <const Indexes extends IndexTable<Doc> & Due, const Sealed extends SealedTable<Doc>>(
    said: CollectionRow<Doc, Indexes, Sealed, Passing<Indexes>>,
  ): CollectionRow<Doc, Indexes, Sealed, Passing<Indexes>> =>
    said
