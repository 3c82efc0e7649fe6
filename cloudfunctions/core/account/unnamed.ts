import type { MemberId } from '#contract/shared/scalars'

/** A person who is forgotten, and what stands from then on where they were named or had written something. */
export interface Gone {
  memberId: MemberId
  /** Instead of the name. */
  name: string
  /** Instead of words. */
  words: string
}

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/**
 * A document without a person's name: wherever the name stands beside their id it becomes `instead`. Beside means
 * `whoId` and `who`, `xId` and `xName`, `memberId` and `name`, or the id as a map's key and `name` inside. What does not
 * name them comes back as it was, the same object, so that only what changed is written.
 */
export function unnamed<Value>(value: Value, memberId: MemberId, instead: string): Value {
  if (Array.isArray(value)) {
    const next = value.map((each) => unnamed(each, memberId, instead))
    return next.some((each, index) => each !== value[index]) ? (next as Value) : value
  }
  if (!isFields(value)) return value
  const next: Fields = {}
  for (const [key, held] of Object.entries(value)) {
    const within = unnamed(held, memberId, instead)
    next[key] = key === memberId && isFields(within) ? renamed(within, ['name'], instead) : within
  }
  const beside = Object.keys(value)
    .filter((key) => key.endsWith('Id') && value[key] === memberId)
    .flatMap(namesBeside)
  const done = renamed(next, beside, instead)
  return Object.keys(done).some((key) => done[key] !== value[key]) ? (done as Value) : value
}

/** The fields that hold the name of the person whose id stands in this one. */
function namesBeside(idField: string): string[] {
  const stem = idField.slice(0, -'Id'.length)
  if (stem === 'who') return ['who']
  return stem === 'member' ? ['memberName', 'name'] : [`${stem}Name`]
}

function renamed(fields: Fields, names: readonly string[], instead: string): Fields {
  const held = names.filter((name) => typeof fields[name] === 'string')
  return held.length === 0
    ? fields
    : { ...fields, ...Object.fromEntries(held.map((name) => [name, instead])) }
}
