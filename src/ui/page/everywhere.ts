import { useSyncExternalStore } from 'react'

/** A value that is the same on every page. */
export interface Everywhere<Value> {
  read: () => Value
  set: (next: Value) => void
  /** Calls after each `set`; answers how to end it. */
  watch: (changed: () => void) => () => void
}

/** Holds a value for all pages. `begin` is asked for it when it is first read. */
export function everywhere<Value>(begin: () => Value): Everywhere<Value> {
  let held: { value: Value } | undefined
  const watching = new Set<() => void>()
  return {
    read: () => {
      held ??= { value: begin() }
      return held.value
    },
    set: (next) => {
      held = { value: next }
      for (const changed of watching) changed()
    },
    watch: (changed) => {
      watching.add(changed)
      return () => {
        watching.delete(changed)
      }
    },
  }
}

/** The value now. Every page that uses it is drawn again when it changes, also a page behind the one in view. */
export function useEverywhere<Value>({ watch, read }: Everywhere<Value>): Value {
  return useSyncExternalStore(watch, read)
}
