import { useState } from 'react'

/**
 * What was last read, by operation, for whom and input, so that a page shown again starts with what it showed.
 * In memory only: personal data does not stay on a shared computer.
 */
let remembered = new Map<string, unknown>()

export function recall<Data>(key: string): Data | undefined {
  return remembered.get(key) as Data | undefined
}

/**
 * Begins a reading; the function it gives keeps the reply. A reply that comes after `forgetReads` was for
 * somebody else and is not kept.
 */
export function beginReading(key: string): (reply: unknown) => void {
  const memory = remembered
  return (reply) => memory.set(key, reply)
}

/** State that is there again when its page is: a browser takes a page down when one goes on from it. */
export function useRemembered<Value>(
  key: string,
  first: Value,
): [Value, (change: (before: Value) => Value) => void] {
  const [value, setValue] = useState(() => recall<Value>(key) ?? first)
  const change = (next: (before: Value) => Value) =>
    setValue((before) => {
      const after = next(before)
      beginReading(key)(after)
      return after
    })
  return [value, change]
}

/** Another person signs in, or nobody is. */
export function forgetReads(): void {
  remembered = new Map()
}
