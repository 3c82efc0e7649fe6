import { useState } from 'react'

/**
 * The last reply of each reading, by operation, member and input, so that a page shown again starts with what it
 * showed. It is kept in memory only: personal data does not stay on a shared computer.
 */
let remembered = new Map<string, unknown>()

/** Readings under way, by the same key. */
let underWay = new Map<string, Promise<unknown>>()

export function recall<Data>(key: string): Data | undefined {
  return remembered.get(key) as Data | undefined
}

/**
 * Begins a reading and returns the function that keeps its reply. A reply that comes after `forgetReads` was for
 * somebody else and is not kept.
 */
export function beginReading(key: string): (reply: unknown) => void {
  const memory = remembered
  return (reply) => memory.set(key, reply)
}

/**
 * Asks, or joins a reading of the same that is under way: several parts of a page read the same lists. With `anew` it
 * asks in any case, since a reading under way may be older than what the person has just done.
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

/** Called when a command was answered. From then on nobody joins a reading that began before it. */
export function readAfresh(): void {
  underWay = new Map()
}

/** State that a page finds again when it is shown again: a browser removes a page when the person goes on from it. */
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

/** Called when another person signs in, or the person signs out. */
export function forgetReads(): void {
  remembered = new Map()
  readAfresh()
}
