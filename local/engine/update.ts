import { invalidParam, requestFailed } from '#local/cloudError'
import { compareValues, equalValues, typeName } from './compare'
import { clone, type Doc, isPlainObject, type PlainObject } from './documents'
import { pathsOverlap } from './paths'
import { readSlot, removeAt, writeSlot } from './slots'
import { addToSet, pop, pull, pullAll, push } from './updateArrays'

/**
 * The new value of a field; undefined leaves the document as it is. `before` is undefined where the field is
 * missing.
 */
type FieldRule = (before: unknown, argument: unknown, path: string) => unknown

const RULES: Readonly<Record<string, FieldRule>> = {
  $set: (_before, argument) => argument,
  $inc: arithmetic('$inc', (before, by) => before + by),
  $mul: arithmetic('$mul', (before, by) => before * by),
  $min: (before, argument) =>
    before === undefined || compareValues(argument, before) < 0 ? argument : undefined,
  $max: (before, argument) =>
    before === undefined || compareValues(argument, before) > 0 ? argument : undefined,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}

function arithmetic(operator: string, compute: (before: number, by: number) => number): FieldRule {
  return (before, by, path) => {
    if (typeof by !== 'number') {
      throw requestFailed(`Cannot ${operator} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`)
    }
    if (before === undefined) return operator === '$mul' ? 0 : by
    if (typeof before === 'number') return compute(before, by)
    throw requestFailed(
      `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' is of non-numeric type ${typeName(before)}`,
    )
  }
}

/** An update in MongoDB's operators, checked once and applied to any number of documents. */
export interface UpdateCommand {
  (doc: Doc): Doc
  /** It reads and changes nothing but what stands at these paths. */
  readonly touched: readonly string[]
}

/**
 * Reads `{$inc: {taken: 1}, $set: {'roster.m1': …}}`. The result never changes its argument: it answers the new
 * document or throws, so a refused update changes nothing.
 *
 * Refuses unknown operators, two operators on one path or on a path and its parent, positional `$` paths, and
 * any change of `_id`. Source of the rules: https://www.mongodb.com/docs/manual/reference/operator/update/
 */
export function readUpdate(value: unknown): UpdateCommand {
  if (!isPlainObject(value) || Object.keys(value).length === 0) throw invalidParam('update must be operators')
  const steps: ((doc: Doc) => void)[] = []
  const touched: string[] = []
  for (const [operator, fields] of Object.entries(value)) {
    if (!isPlainObject(fields)) throw invalidParam(`${operator} needs an object of fields`)
    for (const [path, argument] of Object.entries(fields)) {
      steps.push(readStep(operator, path, argument))
      touched.push(path)
      if (operator === '$rename') touched.push(String(argument))
    }
  }
  refuseOverlap(touched)
  const change = (doc: Doc) => {
    const next = clone(doc)
    for (const step of steps) step(next)
    if (!equalValues(next._id, doc._id)) {
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
    }
    return next
  }
  return Object.assign(change, { touched })
}

function readStep(operator: string, path: string, argument: unknown): (doc: Doc) => void {
  checkPath(path)
  if (operator === '$unset') return (doc) => removeAt(doc, path)
  if (operator === '$rename') return readRename(path, argument)
  const rule = Object.hasOwn(RULES, operator) ? RULES[operator] : undefined
  if (!rule) throw invalidParam(`the local cloud does not support ${operator} in an update`)
  return (doc) => {
    const next = rule(readSlot(doc, path), argument, path)
    if (next !== undefined) writeSlot(doc, path, clone(next))
  }
}

function readRename(path: string, target: unknown): (doc: Doc) => void {
  if (typeof target !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}`)
  checkPath(target)
  return (doc) => {
    const value = readSlot(doc, path)
    if (value === undefined) return
    removeAt(doc, path)
    writeSlot(doc, target, value)
  }
}

function checkPath(path: string) {
  for (const part of path.split('.')) {
    if (part === '') throw requestFailed(`The update path '${path}' contains an empty field name`)
    if (part.startsWith('$'))
      throw invalidParam(`the local cloud does not support '${part}' in an update path`)
  }
}

function refuseOverlap(paths: readonly string[]) {
  for (const [i, path] of paths.entries()) {
    const other = paths.slice(0, i).find((earlier) => pathsOverlap(earlier, path))
    if (other !== undefined) {
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${other}'`)
    }
  }
}

/** A whole new document; it keeps the old `_id`. Refuses operators at the top level. */
export function readReplacement(value: unknown): PlainObject {
  if (!isPlainObject(value)) throw invalidParam('data must be an object')
  const operator = Object.keys(value).find((key) => key.startsWith('$'))
  if (operator) throw invalidParam(`a document cannot hold the field ${operator}`)
  return value
}
