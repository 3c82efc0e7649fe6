// Tabs of one browser share what lies in its stores.

const name = 'unsent'
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name)
let last: Promise<unknown> = Promise.resolve()

/** Runs acts one after the other, whichever tab begins them; a browser without locks knows of its own tab only. */
export function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks) return locks.request(name, act) as Promise<Value>
  const turn = last.then(act)
  last = turn.catch(() => {})
  return turn
}

/** Tells the other tabs that what waits has changed. */
export function tellTabs(said: { sent: boolean }): void {
  channel?.postMessage(said)
}

export function onTabs(listener: (said: { sent: boolean }) => void): void {
  channel?.addEventListener('message', ({ data }) => listener(data))
}
