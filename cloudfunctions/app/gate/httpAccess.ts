import type { Answer } from '#contract/shared/refusal'

/** The fields of CloudBase's HTTP-access event that are used here. */
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

/** No operation needs a larger body. */
const bodyLimitBytes = 256 * 1024

export function isHttpEvent(event: unknown): event is HttpEvent {
  return event !== null && typeof event === 'object' && typeof (event as HttpEvent).httpMethod === 'string'
}

export function bearerOf({ headers = {} }: HttpEvent): string | undefined {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization')
  const match = name === undefined ? null : /^Bearer ([A-Za-z0-9._~+/=-]{1,256})$/.exec(headers[name] ?? '')
  return match?.[1]
}

/** The address that the gateway saw. Forwarding headers are not read, since a client can write them. */
export function addressOf({ requestContext }: HttpEvent): string | undefined {
  const address = requestContext?.sourceIp
  return typeof address === 'string' && address !== '' ? address : undefined
}

/** Reads the JSON of a request, or says by a status why there is none. */
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
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
    body: JSON.stringify(answer),
  }
}
