import type { Page } from 'playwright-core'

/** Begins noting what the page asks of the cloud; the function it gives names the reads that have been asked twice. */
export function noteAsked(page: Page): () => string[] {
  const reads: string[] = []
  page.on('request', (request) => {
    const body = request.url().endsWith('/api') ? request.postData() : null
    if (body && !body.includes('"commandId"')) reads.push(body)
  })
  return () => reads.filter((each, index) => reads.indexOf(each) !== index)
}
