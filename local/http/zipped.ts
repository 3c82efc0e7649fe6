import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const zip = promisify(gzip)

/** A smaller body grows when it is compressed. */
const MIN_BYTES = 1024

/** An answer is compressed anew for every call: the least effort saves nearly as much as the most. */
const QUICK = { level: 1 }

/** Whether this body is sent gzipped. What comes piece by piece never is: it would wait for its end. */
export function isZipped(request: IncomingMessage, response: ServerResponse, bytes: number): boolean {
  const type = String(response.getHeader('content-type') ?? '')
  return (
    bytes >= MIN_BYTES &&
    /^text|json|svg/.test(type) &&
    !type.startsWith('text/event-stream') &&
    !response.hasHeader('content-encoding') &&
    /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(request.headers['accept-encoding'] ?? ''))
  )
}

/** Ends an answer that was made for this request, smaller where that is possible. */
export async function endZipped(request: IncomingMessage, response: ServerResponse, body: Buffer) {
  response.appendHeader('vary', 'accept-encoding')
  const zipped = isZipped(request, response, body.length) ? await zip(body, QUICK) : undefined
  if (zipped) response.setHeader('content-encoding', 'gzip')
  response.end(zipped ?? body)
}
