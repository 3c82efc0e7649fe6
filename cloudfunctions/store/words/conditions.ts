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

/** What a stored value is asked, where equality does not say it. */
export class Test<Value> {
  constructor(
    readonly word: TestWord,
    readonly operands: readonly (Value | Test<Value>)[],
  ) {}
}

/** One of several values: an index finds them as it finds one. */
export class OneOf<Value> extends Test<Value> {
  /** Tells the compiler that this is no other test. */
  declare readonly choice: true
  constructor(values: readonly Value[]) {
    super('oneOf', values)
  }
}

/** Any of these values. The store reads one range of an index for each of them. */
export const oneOf = <const Value>(values: readonly Value[]): OneOf<Value> => new OneOf(values)
/** None of these values; a missing field passes. */
export const noneOf = <const Value>(values: readonly Value[]): Test<Value> => new Test('noneOf', values)
/** Another value, or none. Of a list: no element is this value. */
export const not = <const Value>(value: Value): Test<Value> => new Test('not', [value])
export const above = <Value extends number | string>(value: Value): Test<Value> => new Test('above', [value])
export const atLeast = <Value extends number | string>(value: Value): Test<Value> =>
  new Test('atLeast', [value])
export const below = <Value extends number | string>(value: Value): Test<Value> => new Test('below', [value])
export const atMost = <Value extends number | string>(value: Value): Test<Value> =>
  new Test('atMost', [value])
/** Both at once: `between(atLeast(from), below(until))` is a half-open window. */
export const between = <Value extends number | string>(low: Test<Value>, high: Test<Value>): Test<Value> =>
  new Test('between', [low, high])
/** The field is not there at all. */
export const missing: Test<never> = new Test('missing', [])
/** The field is there, even if it is null. */
export const present: Test<never> = new Test('present', [])

/** A list is asked as a whole, or by what one of its elements is. */
type Asked<Value> = Exclude<Value, undefined> | (Value extends readonly (infer Element)[] ? Element : never)

export type Condition<Value> = Asked<Value> | Test<Asked<Value>>

/** A condition that fixes a key of an index. */
export type Fixed<Value> = Asked<Value> | OneOf<Asked<Value>>

/** What a document must be. All of it holds at once; a field that is not named may be anything. */
export type Where<Doc> = { readonly [Name in Path<Doc>]?: Condition<At<Doc, Name>> } & Several<Doc>

interface Several<Doc> {
  /** At least one of these holds, too. */
  readonly anyOf?: readonly Where<Doc>[]
  /** Each of these holds, too; for two conditions on one field. */
  readonly allOf?: readonly Where<Doc>[]
}
