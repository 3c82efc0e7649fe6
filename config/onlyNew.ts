/** What `setData` is given: values by path, as `r.c[0].cl`. */
export type Changes = Record<string, unknown>

type Held = Record<string, unknown>

interface Parts {
  changes: Changes
  /** The characters of their JSON. */
  weight: number
}

/**
 * The part of `changes` that the view does not have yet, where `held` is what it has. A value that differs little from
 * the one in its place is replaced by what differs, where that is shorter.
 *
 * Taro keeps a text as a child of its element; here an element that has one text and nothing else holds it itself, as
 * `v`, and loses it (`null`) when other children come.
 */
export function onlyNew(held: unknown, changes: Changes): Changes {
  const before = isHeld(held) ? held : {}
  let now: unknown = before
  for (const [path, value] of Object.entries(changes)) now = placed(now, stepsOf(path), value)
  const sent: Changes = {}
  for (const [key, value] of Object.entries(isHeld(now) ? now : {}))
    Object.assign(sent, difference(key, before[key], value).changes)
  for (const [path, value] of Object.entries(changes))
    if (isTyped(path) && !isHeld(value) && at(now, path) === value) sent[path] = value
  return sent
}

const stepsOf = (path: string) => path.split(/[.[\]]+/).filter((step) => step !== '')

/** A person may have typed over what the view was last sent, so an attribute is sent though it seems to stay. */
const isTyped = (path: string) => !/\.(v|cl|nn|s|c)$/.test(path)

/** `held` with a value in its place; what is not on the way to it is shared. */
function placed(held: unknown, [step, ...further]: string[], value: unknown): unknown {
  if (step === undefined) return value
  const own: Held = isHeld(held) ? held : {}
  if (step === 'c' && isHeld(held) && typeof held.v === 'string') return inPlaceOfText(held, further, value)
  const inner = further.length === 0 ? value : placed(own[step], further, value)
  if (!Array.isArray(held)) return { ...own, [step]: inner }
  const copy: unknown[] = [...held]
  copy[Number(step)] = inner
  return copy
}

/** What comes for the children of an element that holds its text itself. */
function inPlaceOfText(held: Held, [place, ...further]: string[], value: unknown): Held {
  if (place === undefined) {
    const text = onlyText(value)
    return text === undefined ? withChildren(held, value) : { ...held, v: text }
  }
  if (place === '0' && further[0] === 'v') return { ...held, v: value }
  return withChildren(held, placed([{ v: held.v }], [place, ...further], value))
}

/** An element that holds no text itself says that it has no class: without a word the view gives it the usual one. */
const withChildren = (held: Held, children: unknown): Held => ({ cl: '', ...held, v: null, c: children })

/** The text, where the new children are one text and nothing else. */
function onlyText(children: unknown): unknown {
  const [only, ...others] = Array.isArray(children) ? children : []
  return isHeld(only) && others.length === 0 && 'v' in only && !('cl' in only || 'c' in only)
    ? only.v
    : undefined
}

function at(held: unknown, path: string): unknown {
  return stepsOf(path).reduce((value, step) => (isHeld(value) ? value[step] : undefined), held)
}

function difference(path: string, before: unknown, now: unknown): Parts {
  if (before === now) return { changes: {}, weight: 0 }
  const whole = { changes: { [path]: now }, weight: path.length + weigh(now) }
  if (!isHeld(before) || !isHeld(now) || loses(before, now)) return whole
  const parts: Parts = { changes: {}, weight: 0 }
  for (const [key, value] of Object.entries(now)) {
    const step = Array.isArray(now) ? `${path}[${key}]` : `${path}.${key}`
    const part = difference(step, before[key], value)
    Object.assign(parts.changes, part.changes)
    parts.weight += part.weight
  }
  return parts.weight < whole.weight ? parts : whole
}

/** Whether something is gone, which no path can say. */
function loses(before: Held, now: Held): boolean {
  return Array.isArray(before) !== Array.isArray(now) || Object.keys(before).some((key) => !(key in now))
}

function isHeld(value: unknown): value is Held {
  return typeof value === 'object' && value !== null
}

/** With the quotes, the colon and the comma around it. */
const weigh = (value: unknown) => (JSON.stringify(value) ?? '').length + 4
