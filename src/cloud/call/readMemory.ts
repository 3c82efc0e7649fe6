import { useState } from 'react'

/**
 * What was last read, by operation, for whom and input, so that a page shown again starts with what it showed.
 * In memory only: personal data does not stay on a shared computer.
 */
let remembered = new Map<string, unknown>()

/** Readings under way, by the same key. */
let underWay = new Map<string, Promise<unknown>>()

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

/**
 * Asks, or waits with whoever asks the same at this moment: the parts of a page read the same lists. `anew`: what is
 * under way may be older than what one has just done.
 */
export function readTogether<Reply>(key: string, ask: () => Promise<Reply>, anew: boolean): Promise<Reply> {
  const joined = anew ? undefined : (underWay.get(key) as Promise<Reply> | undefined)
  if (joined) return joined
  const readings = underWay
  const reading = ask().finally(() => {
    if (readings.get(key) === reading) readings.delete(key)
  })
  readings.set(key, reading)
  return reading
}

/** A command has been answered: nobody joins a reading that began before it. */
export function readAfresh(): void {
  underWay = new Map()
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
  readAfresh()
}
