import { invalidParam } from '#local/cloudError'
import { isPlainObject, type PlainObject, put } from './documents'

/** Which fields to keep or to leave out: dotted paths as a tree; `true` ends a path. */
type Tree = Map<string, Tree | true>

/** Turns a stored document into the answered one. */
export interface Projection {
  (doc: PlainObject): PlainObject
  /** It keeps what stands at these paths alone. */
  readonly kept?: readonly string[]
}

/**
 * Reads `{a: 1, 'b.c': 1}` or `{a: 0}`; `_id` is kept unless it says 0.
 * A parent together with its child keeps the parent: published functions rely on CloudBase accepting that,
 * where MongoDB refuses. Refuses a mixture of 1 and 0, and projection operators.
 */
export function readProjection(value: unknown): Projection {
  if (value === undefined) return (doc) => doc
  if (!isPlainObject(value)) throw invalidParam('projection must be an object')
  const { _id: id, ...fields } = value
  const kept: string[] = []
  const dropped: string[] = []
  for (const [path, flag] of Object.entries(fields)) {
    if (flag === 1 || flag === true) kept.push(path)
    else if (flag === 0 || flag === false) dropped.push(path)
    else
      throw invalidParam(`the local cloud projects with 1 or 0 only, not ${JSON.stringify(flag)} for ${path}`)
  }
  if (kept.length > 0 && dropped.length > 0) throw invalidParam('a projection cannot mix 1 and 0')
  const withoutId = id === 0 || id === false
  if (kept.length > 0 || (dropped.length === 0 && id !== undefined && !withoutId)) {
    return keep(withoutId ? kept : ['_id', ...kept])
  }
  return drop(withoutId ? ['_id', ...dropped] : dropped)
}

function tree(paths: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const path of paths) {
    let node = root
    const parts = path.split('.')
    for (const [depth, part] of parts.entries()) {
      const next = node.get(part)
      if (next === true) break
      if (depth === parts.length - 1) node.set(part, true)
      else {
        const child: Tree = next ?? new Map()
        node.set(part, child)
        node = child
      }
    }
  }
  return root
}

function keep(paths: readonly string[]): Projection {
  const root = tree(paths)
  return Object.assign((doc: PlainObject) => keepFields(doc, root), {
    kept: paths.filter((path) => path !== '_id'),
  })
}

function keepFields(value: PlainObject, node: Tree): PlainObject {
  const kept: PlainObject = {}
  for (const [key, field] of Object.entries(value)) {
    const below = node.get(key)
    if (below === true) put(kept, key, field)
    else if (below && Array.isArray(field)) {
      put(
        kept,
        key,
        field.filter(isPlainObject).map((item) => keepFields(item, below)),
      )
    } else if (below && isPlainObject(field)) put(kept, key, keepFields(field, below))
  }
  return kept
}

function drop(paths: readonly string[]): Projection {
  const root = tree(paths)
  return (doc) => dropFields(doc, root)
}

function dropFields(value: PlainObject, node: Tree): PlainObject {
  const left: PlainObject = {}
  for (const [key, field] of Object.entries(value)) {
    const below = node.get(key)
    if (below === true) continue
    if (below && Array.isArray(field)) {
      put(
        left,
        key,
        field.map((item) => (isPlainObject(item) ? dropFields(item, below) : item)),
      )
    } else put(left, key, below && isPlainObject(field) ? dropFields(field, below) : field)
  }
  return left
}
