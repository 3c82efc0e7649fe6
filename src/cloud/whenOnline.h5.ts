/** Calls when the network comes back. */
export function whenOnline(act: () => void): void {
  window.addEventListener('online', act)
}
