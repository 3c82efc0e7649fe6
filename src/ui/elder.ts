import { useSyncExternalStore } from 'react'
import { keepElder, keptElder } from './elderKept'

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

/** Whether elder mode is on; every page that asks is drawn again when it changes, also the pages behind. */
export function useElder(): boolean {
  return useSyncExternalStore(watch, isElder)
}

/** Turns elder mode on or off, at once on every page, and keeps it on the device. */
export function turnElder(next: boolean): void {
  on = next
  keepElder(next)
  for (const watcher of watchers) watcher()
}
