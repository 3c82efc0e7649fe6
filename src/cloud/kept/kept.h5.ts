// In a browser for as long as the tab lives, a few things for as long as the browser is signed in, and nothing any
// longer than that: the computer may be the library's.

const prefix = 'kept:'

/** Forms that are written far from any network: what is begun there is not lost with its tab. */
const outlivingTheTab: ReadonlySet<string> = new Set(['filing'])

/** `filing:pictures` lies where `filing` does. */
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

/** Another person signs in, or nobody is. */
export function discardAll(): void {
  discardTab()
  empty(localStorage)
}

/** The same, where another tab has seen to what all of them share. */
export function discardTab(): void {
  empty(sessionStorage)
}

function empty(storage: Storage): void {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(prefix)) storage.removeItem(key)
  }
}
