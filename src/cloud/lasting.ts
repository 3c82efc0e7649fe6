import { discard, keep, kept } from './kept'

// On a phone what is kept outlives a closed app already; a browser needs its database, which answers later.

/** What was kept under a name; undefined where there is nothing. */
export async function lasting<Value>(name: string): Promise<Value | undefined> {
  return kept<Value>(name)
}

/** Keeps a JSON value. */
export async function keepLasting(name: string, value: unknown): Promise<void> {
  keep(name, value)
}

export async function discardLasting(name: string): Promise<void> {
  discard(name)
}
