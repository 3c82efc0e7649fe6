// In a browser for as long as the tab lives, and no longer than the person is signed in:
// the computer may be the library's.

const prefix = 'kept:'

/** What was kept under a name; undefined where there is nothing. */
export function kept<Value>(name: string): Value | undefined {
  const text = sessionStorage.getItem(prefix + name)
  return text === null ? undefined : (JSON.parse(text) as Value)
}

/** Keeps a JSON value. A full or locked store keeps nothing, which is no reason to stop. */
export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // The page goes on with what it has in memory.
  }
}

export function discard(name: string): void {
  sessionStorage.removeItem(prefix + name)
}

/** Another person signs in, or nobody is. */
export function discardAll(): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  }
}
