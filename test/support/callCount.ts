import { setTimeout as pause } from 'node:timers/promises'
import type { LocalCloud } from '#local/cloud'

/** The calls to the database that one command costs: before its answer, and what follows from it afterwards. */
export interface Calls<Reply> {
  reply: Reply
  before: number
  after: number
  /** Calls to WeChat's open APIs, which come before the answer. */
  openApis: number
}

/** Work after the answer waits so long before it counts, so that the answer is always there first. */
const soonMs = 15

/**
 * Counts what `act` asks of the database. The community is not counted: it is read every few seconds by
 * whichever call comes then. With nothing held back, `act` takes the time it takes, and some of what follows its
 * answer may count as before it.
 */
export async function callsOf<Reply>(
  cloud: LocalCloud,
  act: () => Promise<Reply>,
  heldBackMs = soonMs,
): Promise<Calls<Reply>> {
  let calls = 0
  let openApis = 0
  cloud.hooks.before = async (action, { collectionName }) => {
    if (action === 'wx.openApi') openApis += 1
    const isCommunity = action === 'database.getDocument' && collectionName === 'communities'
    if (!action.startsWith('database.') || isCommunity) return
    if (heldBackMs > 0) await pause(heldBackMs)
    calls += 1
  }
  try {
    const reply = await act()
    const before = calls
    await cloud.settled()
    return { reply, before, after: calls - before, openApis }
  } finally {
    delete cloud.hooks.before
  }
}
