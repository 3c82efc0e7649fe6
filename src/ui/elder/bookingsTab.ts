import { useSyncExternalStore } from 'react'
import { useElder } from './elder'
import { keepVolunteer, keptVolunteer } from './elderKept'

/** Undefined where the device does not know. */
let volunteers: boolean | undefined
let asked = false
const watchers = new Set<() => void>()

const isVolunteer = () => {
  if (!asked) volunteers = keptVolunteer()
  asked = true
  return volunteers
}

function watch(watcher: () => void) {
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
  }
}

/** Notes whether whoever uses the device volunteers, as the cloud has last said. */
export function noteVolunteer(next: boolean): void {
  if (isVolunteer() === next) return
  keepVolunteer(next)
  volunteers = next
  for (const watcher of watchers) watcher()
}

/**
 * Whether the tab of the hall holds the viewer's own bookings instead: in elder mode, for whoever is known not to
 * volunteer. The hall has nothing for them.
 */
export function useBookingsTab(): boolean {
  const elder = useElder()
  const volunteering = useSyncExternalStore(watch, isVolunteer)
  return elder && volunteering === false
}
