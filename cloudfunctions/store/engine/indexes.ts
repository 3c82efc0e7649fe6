/** Ascending or descending. */
export type Direction = 1 | -1

export interface Index {
  name: string
  keys: readonly (readonly [field: string, direction: Direction])[]
  unique?: boolean
}

/** A row's indexes; `IndexTable` in row.ts checks the names against the documents. */
export type AnyIndexTable = Readonly<Record<string, AnyIndexWords>>
type AnyIndexWords =
  | readonly string[]
  | { readonly exact: readonly string[] }
  | { readonly unique: readonly string[] }

const isList = (words: AnyIndexWords): words is readonly string[] => Array.isArray(words)
const ascending = (field: string): [string, Direction] => [field, 1]

/** An index in the form in which a deployment creates it. */
export function indexOf(name: string, words: AnyIndexWords): Index {
  if (!isList(words))
    return 'unique' in words
      ? { name, keys: words.unique.map(ascending), unique: true }
      : { name, keys: words.exact.map(ascending) }
  const keys = words.map((word): [string, Direction] =>
    word.startsWith('-') ? [word.slice(1), -1] : [word, 1],
  )
  const [, last] = keys[keys.length - 1] ?? ['', 1]
  return { name, keys: [...keys, ['_id', last]] }
}

export const indexesOf = (table: AnyIndexTable): Index[] =>
  Object.entries(table).map(([name, words]) => indexOf(name, words))
