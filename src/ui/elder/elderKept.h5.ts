const place = 'elder'

/** Whether this browser was last left in elder mode: of the device, whoever signs in. */
export function keptElder(): boolean {
  return localStorage.getItem(place) === 'on'
}

/** Keeps it in the browser. A full or locked store keeps nothing; the mode then lasts as long as the tab. */
export function keepElder(on: boolean): void {
  try {
    localStorage.setItem(place, on ? 'on' : 'off')
  } catch {
    // Shown all the same.
  }
}

/** Calls when another tab of this browser turns elder mode on or off. */
export function whenElderKept(turned: (on: boolean) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === place) turned(newValue === 'on')
  })
}
