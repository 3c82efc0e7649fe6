import type { MemberId } from '#contract/shared/scalars'

/** An account that is joined to the paper member it has adopted: whatever names `from` names `to` afterwards. */
export interface Joined {
  from: MemberId
  to: MemberId
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields => value !== null && typeof value === 'object'

/** Fields that tell a notice or a command from every other; they stay, or what was done would be done again. */
const marks: ReadonlySet<string> = new Set(['noticeId', 'cause', 'causes', 'spentOn', 'command', 'commands'])

/** An id, or one that is composed of it: `<memberId>_<teamId>`. A line of the ledger, `<memberId>:<seq>`, stays. */
export function idAlong(id: string, { from, to }: Joined): string {
  if (!id.includes(from)) return id
  return id === from ? to : id.split(new RegExp(`(?<=^|_)${from}(?=_|$)`)).join(to)
}

/**
 * A copy in which the member takes the place of the account, as a value, within a composed id and as the key of a
 * map; where a map or a list has both, what the member had stays. What does not name the account is returned as
 * the same object. `_id` stays.
 */
export function along<Value>(value: Value, joined: Joined): Value {
  return moved(value, joined, true) as Value
}

function moved(value: unknown, joined: Joined, top = false): unknown {
  if (typeof value === 'string') return idAlong(value, joined)
  if (Array.isArray(value)) {
    const next = value.map((each) => moved(each, joined))
    if (next.every((each, index) => each === value[index])) return value
    const first = next.indexOf(joined.to)
    return next.filter((each, index) => each !== joined.to || index === first)
  }
  if (!isFields(value)) return value
  let changed = false
  const next: Fields = {}
  for (const [key, held] of Object.entries(value)) {
    if (marks.has(key) || (top && key === '_id')) {
      next[key] = held
      continue
    }
    const name = idAlong(key, joined)
    const within = moved(held, joined)
    changed ||= name !== key || within !== held
    if (name !== key && Object.hasOwn(value, name)) continue
    next[name] = within
  }
  return changed ? next : value
}
