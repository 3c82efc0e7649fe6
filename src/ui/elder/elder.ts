import { useSyncExternalStore } from 'react'
import { keepElder, keptElder, whenElderKept } from './elderKept'

let on: boolean | undefined
const watchers = new Set<() => void>()

const isElder = () => {
  on ??= keptElder()
  return on
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/**
 * Whether elder mode is on. Every page that uses it is drawn again when it changes, also a page behind the one in
 * view.
 */
export function useElder(): boolean {
  return useSyncExternalStore(watch, isElder)
}

/** Turns elder mode on or off, at once on every page, and keeps it on the device. */
export function turnElder(next: boolean): void {
  keepElder(next)
  show(next)
}

function show(next: boolean) {
  on = next
  for (const watcher of watchers) watcher()
}

whenElderKept(show)
