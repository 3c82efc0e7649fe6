import type { CDPSession, Page } from 'playwright-core'

const lines = new WeakMap<Page, Promise<CDPSession>>()

/** The tab's own line to the browser, opened once. */
export function lineTo(page: Page): Promise<CDPSession> {
  const line = lines.get(page) ?? page.context().newCDPSession(page)
  lines.set(page, line)
  return line
}
