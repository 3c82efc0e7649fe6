import type { Limits } from '#contract/community'
import type { StarPath } from '#store/words/paths'
import type { Fate } from './fate'

type Field<Doc> = keyof Doc & string

/**
 * An index, by the fields it sorts by: `-field` descends. Its last key is always `_id` in the direction of the one
 * before; it is not written. `exact` and `unique` find by whole values and sort nothing, so they have no such key. In a
 * unique index a missing field counts as null.
 */
export type IndexWords<Doc> =
  | readonly [Field<Doc>, ...(Field<Doc> | `-${Field<Doc>}`)[]]
  | { readonly exact: readonly [Field<Doc>, ...Field<Doc>[]] }
  | { readonly unique: readonly [Field<Doc>, ...Field<Doc>[]] }

export type IndexTable<Doc> = Readonly<Record<string, IndexWords<Doc>>>

/**
 * Sealed fields: the name a text is bound to, with `*` for every key of a map, and the path at which it lies. Most lie
 * where their name says.
 */
export type SealedTable<Doc> = { readonly [Name in StarPath<Doc>]?: StarPath<Doc> }

/** Limits that are counted in days. */
type DayLimit = {
  [Name in keyof Limits]-?: NonNullable<Limits[Name]> extends number ? Name : never
}[keyof Limits]

/** When a document goes by itself: so long after the instant that the index begins with. */
export type Term<Index> = { readonly index: Index } & (
  | { readonly afterMs: number }
  | { readonly afterDays: DayLimit }
)

/** All that is to be said about a collection, in one place. Nothing is left to a default that somebody may forget. */
export interface CollectionRow<Doc, Indexes, Sealed, Passes> {
  readonly indexes: Indexes
  readonly sealed: Sealed
  /** What becomes of a document when a person is forgotten. */
  readonly fate: Fate<Doc>
  /** Time passes over it: `jobs` looks at each document whose `dueAt` has come. */
  readonly passes: Passes
  /** When its documents go by themselves; absent where only a use case removes them. */
  readonly term?: Term<keyof Indexes & string>
  /** Carries the type of the documents; no row has it. */
  readonly documents?: Doc
}

/** Time passes over what has an index of that name. */
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
