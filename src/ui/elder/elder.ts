import { everywhere, useEverywhere } from '#ui/page/everywhere'
import { keepFlag, keptFlag, whenFlagKept } from './keptFlag'

const elder = everywhere(() => keptFlag('elder') ?? false)

/** Whether elder mode is on. */
export const useElder = (): boolean => useEverywhere(elder)

/** Turns elder mode on or off, at once on every page, and keeps it on the device. */
export function turnElder(next: boolean): void {
  keepFlag('elder', next)
  elder.set(next)
}

whenFlagKept('elder', elder.set)
