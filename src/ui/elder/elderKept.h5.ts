const elderKey = 'elder'
const volunteerKey = 'volunteer'

/** Whether elder mode was on when this browser was last used. It belongs to the device, whoever signs in. */
export function keptElder(): boolean {
  return localStorage.getItem(elderKey) === 'on'
}

/** Keeps the mode in the browser. A full or locked store keeps nothing; the mode then lasts as long as the tab. */
export function keepElder(on: boolean): void {
  try {
    localStorage.setItem(elderKey, on ? 'on' : 'off')
  } catch {
    // The mode is shown all the same.
  }
}

/** Whether who used this browser last volunteers; undefined where it does not know. */
export function keptVolunteer(): boolean | undefined {
  const kept = localStorage.getItem(volunteerKey)
  return kept === null ? undefined : kept === 'yes'
}

/** Keeps it in the browser. A full or locked store keeps nothing; it is learnt again. */
export function keepVolunteer(on: boolean): void {
  try {
    localStorage.setItem(volunteerKey, on ? 'yes' : 'no')
  } catch {
    // It is shown all the same.
  }
}

/** Calls when another tab of this browser turns elder mode on or off. */
export function whenElderKept(turned: (on: boolean) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === elderKey) turned(newValue === 'on')
  })
}
