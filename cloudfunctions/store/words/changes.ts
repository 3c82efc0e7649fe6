type Said =
  | { readonly plus: number }
  | { readonly append: readonly unknown[]; readonly last: number | undefined }
  | { readonly earliest: number }
  | { readonly remove: true }

/** A change that the database applies to a stored value without reading it first. */
export class Update<Value> {
  /** Carries the type of what is stored. */
  declare readonly stored?: Value
  constructor(readonly said: Said) {}
}

/** A list without the elements that equal this, or that have these fields. */
export class Without<Match> {
  constructor(readonly match: Match) {}
}

/** Adds to a number; a negative number takes away. */
export const plus = (by: number): Update<number> => new Update({ plus: by })

/** Appends elements to a list. `last`: keeps only so many at its end. */
export const appended = <Element>(values: readonly Element[], last?: number): Update<Element[]> =>
  new Update({ append: values, last })

/** Keeps the earlier of this instant and the stored one. Null sorts before every instant. */
export const earliest = (at: number): Update<number> => new Update({ earliest: at })

/** Removes the field. */
export const removed: Update<never> = new Update({ remove: true })

export const without = <const Match>(match: Match): Without<Match> => new Without(match)

type ChangeOf<Value> =
  | Exclude<Value, undefined>
  | Update<Exclude<Value, undefined | null>>
  | (Value extends readonly (infer Element)[] ? Without<Element | Partial<Element>> : never)

/** A change of a document. A value replaces the stored one completely: objects are never merged. */
export type FieldChange<Doc> = { readonly [Name in keyof Doc]?: ChangeOf<Doc[Name]> }
