import type { Page, Request } from 'playwright-core'

/**
 * Notes what the page asks of the cloud. The function that it answers ends this, and names the reads that
 * were asked twice.
 */
export function noteAsked(page: Page): () => string[] {
  const reads: string[] = []
  const note = (request: Request) => {
    const body = request.url().endsWith('/api') ? request.postData() : null
    if (body && !body.includes('"commandId"')) reads.push(body)
  }
  page.on('request', note)
  return () => {
    page.off('request', note)
    return reads.filter((each, index) => reads.indexOf(each) !== index)
  }
}
