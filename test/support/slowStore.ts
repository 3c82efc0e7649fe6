import type { TestHouse } from './house'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * From now on every call to the store waits a little, at most so long, so that reads and writes interleave.
 */
export function slowStore({ cloud }: TestHouse, mostMs = 25): void {
  cloud.hooks.before = () => pause(mostMs / 5 + Math.random() * mostMs)
}

/** From now on no document changes before so many reads: whoever reads first has no advantage. */
export function readersMeet({ cloud }: TestHouse, readers: number): void {
  let read = 0
  cloud.hooks.before = async (action) => {
    if (action === 'database.getDocument') read += 1
    while (action === 'database.modifyDocument' && read < readers) await pause(1)
  }
}
