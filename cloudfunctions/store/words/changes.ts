type Said =
  | { readonly plus: number }
  | { readonly append: readonly unknown[]; readonly last: number | undefined }
  | { readonly earliest: number }
  | { readonly remove: true }

/** How a stored value becomes another without being read first. */
export class Update<Value> {
  /** Carries the type of what is stored. */
  declare readonly stored?: Value
  constructor(readonly said: Said) {}
}

/** A list without the elements that are this, or that have these fields. */
export class Without<Match> {
  constructor(readonly match: Match) {}
}

/** A number grows by this much; negative takes away. */
export const plus = (by: number): Update<number> => new Update({ plus: by })

/** A list with these at its end. `last`: only so many of the end stay. */
export const appended = <Element>(values: readonly Element[], last?: number): Update<Element[]> =>
  new Update({ append: values, last })

/** This instant where it is earlier than the stored one. Null is earlier than any. */
export const earliest = (at: number): Update<number> => new Update({ earliest: at })

/** The field goes. */
export const removed: Update<never> = new Update({ remove: true })

export const without = <const Match>(match: Match): Without<Match> => new Without(match)

type ChangeOf<Value> =
  | Exclude<Value, undefined>
  | Update<Exclude<Value, undefined | null>>
  | (Value extends readonly (infer Element)[] ? Without<Element | Partial<Element>> : never)

/** What becomes of a document. A value takes the place of what was there, whole: objects are never merged. */
export type FieldChange<Doc> = { readonly [Name in keyof Doc]?: ChangeOf<Doc[Name]> }
