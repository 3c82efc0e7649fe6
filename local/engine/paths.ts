import { isPlainObject } from './documents'

/**
 * Every value that a dotted path reaches; as in MongoDB, it leads into each element of an array of
 * sub-documents. An array at the end of the path is one value; a path that leads nowhere gives [].
 */
export function valuesAt(value: unknown, path: string): unknown[] {
  return reach(value, path.split('.'))
}

function reach(value: unknown, [part, ...rest]: string[]): unknown[] {
  if (part === undefined) return [value]
  if (Array.isArray(value)) {
    const atIndex = /^\d+$/.test(part) && Number(part) < value.length ? reach(value[Number(part)], rest) : []
    const fanned = value.flatMap((item) => (isPlainObject(item) ? reach(item, [part, ...rest]) : []))
    return [...atIndex, ...fanned]
  }
  return isPlainObject(value) && Object.hasOwn(value, part) ? reach(value[part], rest) : []
}

/** Whether the path leads to or through an array: then one document has many index keys. */
export function crossesArray(value: unknown, path: string): boolean {
  let current = value
  for (const part of path.split('.')) {
    if (Array.isArray(current)) return true
    if (!isPlainObject(current) || !Object.hasOwn(current, part)) return false
    current = current[part]
  }
  return Array.isArray(current)
}

/** `a` conflicts with `a` and `a.b`, not with `ab`. */
export const pathsOverlap = (a: string, b: string) =>
  a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)

/** A path in SQLite's spelling; undefined where it has none for these names. */
export function jsonPath(field: string): string | undefined {
  const parts = field.split('.')
  return parts.every(isPlainName) ? `$${parts.map((part) => `."${part}"`).join('')}` : undefined
}

/** SQLite finds a name as it stands in the text; one that JSON writes with an escape it would miss. */
const isPlainName = (name: string) => name !== '' && JSON.stringify(name) === `"${name}"`

/** The paths from the first part of a field to the whole of it. */
export function pathsTo(field: string): string[] {
  const parts = field.split('.')
  return parts.map((_, depth) => parts.slice(0, depth + 1).join('.'))
}
