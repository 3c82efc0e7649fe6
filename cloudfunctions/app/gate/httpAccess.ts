import type { Answer } from '#contract/shared/refusal'

/** CloudBase's HTTP-access event, as far as it is used here. */
export interface HttpEvent {
  httpMethod: string
  headers?: Record<string, string | undefined>
  body?: string
  isBase64Encoded?: boolean
  requestContext?: { sourceIp?: unknown }
}
export interface HttpReply {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** Larger bodies hold nothing this product asks for. */
const bodyLimitBytes = 256 * 1024

export function isHttpEvent(event: unknown): event is HttpEvent {
  return event !== null && typeof event === 'object' && typeof (event as HttpEvent).httpMethod === 'string'
}

export function bearerOf({ headers = {} }: HttpEvent): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization')
  const match = name === undefined ? null : /^Bearer ([A-Za-z0-9._~+/=-]{1,256})$/.exec(headers[name] ?? '')
  return match?.[1]
}

/** Whom the gateway spoke to. Never a forwarding header: its first part is the client's own word. */
export function addressOf({ requestContext }: HttpEvent): string | undefined {
  const address = requestContext?.sourceIp
  return typeof address === 'string' && address !== '' ? address : undefined
}

/** The JSON a request carries, or the status that says why there is none. */
export function bodyOf(event: HttpEvent): { body: unknown } | { statusCode: 400 | 405 | 413 } {
  if (event.httpMethod.toUpperCase() !== 'POST') return { statusCode: 405 }
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > bodyLimitBytes) return { statusCode: 413 }
  try {
    return { body: JSON.parse(bytes.toString('utf8')) as unknown }
  } catch {
    return { statusCode: 400 }
  }
}

export function replyWith(statusCode: number, answer: Answer<unknown>): HttpReply {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(answer),
  }
}
