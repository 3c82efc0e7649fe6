import type { ConsoleMessage, Page } from 'playwright-core'

/** How probe.js begins to say that the policy of the page kept something away. */
const sign = 'kept away by the policy: '

/**
 * Notes what the content policy of the page keeps away, through every address that the tab opens. The function that it
 * answers ends this, and names each directive with the address that it blocked, once.
 */
export function noteBlocked(page: Page): () => string[] {
  const blocked: string[] = []
  const note = (message: ConsoleMessage) => {
    if (message.text().startsWith(sign)) blocked.push(message.text().slice(sign.length))
  }
  page.on('console', note)
  return () => {
    page.off('console', note)
    return [...new Set(blocked)]
  }
}
