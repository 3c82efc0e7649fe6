import type { MemberId } from '#contract/shared/scalars'

/** A person who is forgotten, and what replaces their name and their texts. */
export interface Gone {
  memberId: MemberId
  /** Replaces the name. */
  name: string
  /** Replaces each text that the person wrote. */
  words: string
}

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/**
 * A copy in which `instead` replaces the person's name wherever it stands beside their id: as `who` beside
 * `whoId`, `xName` beside `xId`, `name` beside `memberId`, or `name` inside a map's entry under their id. A
 * part that does not name them is returned as the same object, so that only what changed is written.
 */
export function withoutName<Value>(value: Value, memberId: MemberId, instead: string): Value {
  if (Array.isArray(value)) {
    const next = value.map((each) => withoutName(each, memberId, instead))
    return next.some((each, index) => each !== value[index]) ? (next as Value) : value
  }
  if (!isFields(value)) return value
  const next: Fields = {}
  for (const [key, held] of Object.entries(value)) {
    const within = withoutName(held, memberId, instead)
    next[key] = key === memberId && isFields(within) ? renamed(within, ['name'], instead) : within
  }
  const beside = Object.keys(value)
    .filter((key) => key.endsWith('Id') && value[key] === memberId)
    .flatMap(namesBeside)
  const done = renamed(next, beside, instead)
  return Object.keys(done).some((key) => done[key] !== value[key]) ? (done as Value) : value
}

/** The fields that hold the name belonging to the id in this field. */
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
