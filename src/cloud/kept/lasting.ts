import { discard, keep, kept } from './kept'

// On a phone everything that is kept survives a closed app. A browser needs its database for that, which answers later.

/** What was kept under a name; undefined where there is nothing. */
export async function lasting<Value>(name: string): Promise<Value | undefined> {
  return kept<Value>(name)
}

/** Keeps a JSON value. */
export async function keepLasting(name: string, value: unknown): Promise<void> {
  keep(name, value)
}

/** Replaces what was kept by the result of `change`. Nobody writes in between. Undefined keeps nothing. */
export async function changeLasting<Value>(
  name: string,
  change: (before: Value | undefined) => Value | undefined,
): Promise<Value | undefined> {
  const after = change(kept<Value>(name))
  if (after === undefined) discard(name)
  else keep(name, after)
  return after
}
