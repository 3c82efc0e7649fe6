// A mini-program has one window: there is no other to wait for and none to tell.

let last: Promise<unknown> = Promise.resolve()

/** Runs acts one after the other. */
export function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const turn = last.then(act)
  last = turn.catch(() => {})
  return turn
}

export function tellTabs(_said: { sent: boolean }): void {}

export function onTabs(_listener: (said: { sent: boolean }) => void): void {}
