/** The types of paths into a document: a field, or fields below it with dots between. */

type Simple = string | number | boolean | null | undefined

/** The elements of a list; any other type is unchanged. */
type Inner<Value> = [NonNullable<Value>] extends [readonly (infer Element)[]] ? Element : NonNullable<Value>

/** The names of fields. Keys of a map are left out, since they are not known at compile time. */
type Names<Value> = [Value] extends [Simple]
  ? never
  : string extends keyof Value
    ? never
    : keyof Value & string

/** A field, or a path of at most three names; it leads through lists as a query does. */
export type Path<Doc> = {
  [Name in keyof Doc & string]-?: Name | Below<Name, Inner<Doc[Name]>>
}[keyof Doc & string]

type Below<Before extends string, Value> = {
  [Name in Names<Value>]-?: `${Before}.${Name}` | `${Before}.${Name}.${Names<Inner<Value[Name]>>}`
}[Names<Value>]

/** The type of the value at a path. */
export type At<Doc, Name extends string> = Name extends keyof Doc
  ? Doc[Name]
  : Name extends `${infer First}.${infer Rest}`
    ? First extends keyof Doc
      ? At<Inner<Doc[First]>, Rest>
      : never
    : never

/** The first name in a path. */
export type Root<Name extends string> = Name extends `${infer First}.${string}` ? First : Name

/** Fields that are maps with ids as keys. */
export type MapField<Doc> = {
  [Name in keyof Doc & string]-?: [NonNullable<Doc[Name]>] extends [Simple]
    ? never
    : string extends keyof NonNullable<Doc[Name]>
      ? Name
      : never
}[keyof Doc & string]

/** The type of a map's entries. */
export type EntryOf<Doc, Map extends MapField<Doc>> =
  NonNullable<Doc[Map]> extends Record<string, infer Value> ? Value : never

/** A path with `*` for every key of a map. */
export type StarPath<Doc> = {
  [Name in keyof Doc & string]-?: Name | Starred<Name, NonNullable<Doc[Name]>>
}[keyof Doc & string]

type Starred<Before extends string, Value> = [Value] extends [Simple]
  ? never
  : Value extends readonly unknown[]
    ? never
    : string extends keyof Value
      ? `${Before}.*` | `${Before}.*.${Names<NonNullable<Value[keyof Value]>>}`
      : `${Before}.${keyof Value & string}`
