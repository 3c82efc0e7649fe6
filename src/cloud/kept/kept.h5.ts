// A browser keeps most things as long as the tab lives, and a few as long as the person is signed in. It keeps nothing
// longer, since the computer may belong to a library.

const prefix = 'kept:'

/** What people need where there is no network: a form that was begun, and the community's telephone number. */
const outlivingTheTab: ReadonlySet<string> = new Set(['filing', 'phone'])

/** `filing:pictures` is kept in the same store as `filing`. */
function storeOf(name: string): Storage {
  return outlivingTheTab.has(name.split(':', 1)[0] as string) ? localStorage : sessionStorage
}

/** What was kept under a name; undefined where there is nothing. */
export function kept<Value>(name: string): Value | undefined {
  const text = storeOf(name).getItem(prefix + name)
  return text === null ? undefined : (JSON.parse(text) as Value)
}

/** Keeps a JSON value. A full or locked store keeps nothing, which is no reason to stop. */
export function keep(name: string, value: unknown): void {
  try {
    storeOf(name).setItem(prefix + name, JSON.stringify(value))
  } catch {
    // The page goes on with what it has in memory.
  }
}

export function discard(name: string): void {
  storeOf(name).removeItem(prefix + name)
}

/** Removes everything, when another person signs in or the person signs out. */
export function discardAll(): void {
  discardTab()
  empty(localStorage)
}

/** Removes what this tab alone keeps, where another tab has removed what all tabs share. */
export function discardTab(): void {
  empty(sessionStorage)
}

function empty(storage: Storage): void {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(prefix)) storage.removeItem(key)
  }
}
