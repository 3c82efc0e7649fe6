import type { At, Path } from './paths'

type TestWord =
  | 'oneOf'
  | 'noneOf'
  | 'not'
  | 'above'
  | 'atLeast'
  | 'below'
  | 'atMost'
  | 'between'
  | 'missing'
  | 'present'

/** A condition on a stored value other than equality. */
export class Test<Value> {
  constructor(
    readonly word: TestWord,
    readonly operands: readonly (Value | Test<Value>)[],
  ) {}
}

/** One of several values; an index can find it. */
export class OneOf<Value> extends Test<Value> {
  /** Lets the compiler tell this from other tests. */
  declare readonly choice: true
  constructor(values: readonly Value[]) {
    super('oneOf', values)
  }
}

/** Any of these values. The store reads one range of the index for each. */
export const oneOf = <const Value>(values: readonly Value[]): OneOf<Value> => new OneOf(values)
/** None of these values; a missing field passes. */
export const noneOf = <const Value>(values: readonly Value[]): Test<Value> => new Test('noneOf', values)
/** A different value, or none. For a list: no element has this value. */
export const not = <const Value>(value: Value): Test<Value> => new Test('not', [value])
export const above = <Value extends number | string>(value: Value): Test<Value> => new Test('above', [value])
export const atLeast = <Value extends number | string>(value: Value): Test<Value> =>
  new Test('atLeast', [value])
export const below = <Value extends number | string>(value: Value): Test<Value> => new Test('below', [value])
export const atMost = <Value extends number | string>(value: Value): Test<Value> =>
  new Test('atMost', [value])
/** Both conditions: `between(atLeast(from), below(until))` is a half-open window. */
export const between = <Value extends number | string>(low: Test<Value>, high: Test<Value>): Test<Value> =>
  new Test('between', [low, high])
/** The field is absent. */
export const missing: Test<never> = new Test('missing', [])
/** The field is present, even where it is null. */
export const present: Test<never> = new Test('present', [])

/** A condition on a list asks for the whole list, or for one of its elements. */
type Asked<Value> = Exclude<Value, undefined> | (Value extends readonly (infer Element)[] ? Element : never)

export type Condition<Value> = Asked<Value> | Test<Asked<Value>>

/** A condition that fixes a key of an index. */
export type Fixed<Value> = Asked<Value> | OneOf<Asked<Value>>

/** A condition on a document. All its fields must hold; a field that it does not name may have any value. */
export type Where<Doc> = { readonly [Name in Path<Doc>]?: Condition<At<Doc, Name>> } & Several<Doc>

interface Several<Doc> {
  /** At least one of these must hold as well. */
  readonly anyOf?: readonly Where<Doc>[]
  /** Each of these must hold as well; for two conditions on one field. */
  readonly allOf?: readonly Where<Doc>[]
}
