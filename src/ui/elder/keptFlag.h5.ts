import type { Flag } from './keptFlag'

const [up, down] = ['on', 'off']

/** Whether the flag was up when this browser was last used; undefined where it does not know. */
export function keptFlag(flag: Flag): boolean | undefined {
  const kept = localStorage.getItem(flag)
  return kept === null ? undefined : kept === up
}

/** Keeps the flag in the browser. A full or locked store keeps nothing; it then lasts as long as the tab. */
export function keepFlag(flag: Flag, isUp: boolean): void {
  try {
    localStorage.setItem(flag, isUp ? up : down)
  } catch {
    // It is shown all the same.
  }
}

/** Calls when another tab of this browser keeps the flag. */
export function whenFlagKept(flag: Flag, turned: (isUp: boolean) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === flag) turned(newValue === up)
  })
}
