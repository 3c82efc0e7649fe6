import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { isPlainObject, type PlainObject } from '#local/engine/documents'
import { endZipped } from './zipped'

/**
 * CloudBase's HTTP access: the event and the answer of a function, in place of a request and a response.
 * Source: https://docs.cloudbase.net/service/access-cloud-function
 */
export function accessEvent(request: IncomingMessage, url: URL, body: Buffer): PlainObject {
  const text = body.toString('utf8')
  const isText = Buffer.from(text, 'utf8').equals(body)
  return {
    path: url.pathname,
    httpMethod: request.method ?? 'GET',
    headers: flatten(request.headers),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      requestId: '',
      sourceIp: request.socket.remoteAddress ?? '',
      httpMethod: request.method,
    },
    body: isText ? text : body.toString('base64'),
    isBase64Encoded: !isText,
  }
}

/** The event of a browser's `POST /api` without a token. */
export const browserEvent = (body: unknown): PlainObject => ({
  path: '/api',
  httpMethod: 'POST',
  headers: { 'content-type': 'application/json' },
  queryStringParameters: {},
  requestContext: { requestId: '', sourceIp: '127.0.0.1', httpMethod: 'POST' },
  body: JSON.stringify(body),
  isBase64Encoded: false,
})

/** Header names come in lower case from Node already. */
const flatten = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )

/** Sends `{statusCode, headers, body, isBase64Encoded}`; any other value is sent as JSON, as CloudBase does. */
export async function sendAccessAnswer(request: IncomingMessage, response: ServerResponse, answer: unknown) {
  if (!isPlainObject(answer) || typeof answer.statusCode !== 'number') {
    response.setHeader('content-type', 'application/json; charset=utf-8')
    return endZipped(request, response, Buffer.from(JSON.stringify(answer ?? null)))
  }
  response.statusCode = answer.statusCode
  for (const [name, value] of Object.entries(isPlainObject(answer.headers) ? answer.headers : {})) {
    response.setHeader(name, String(value))
  }
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? '')
  return endZipped(request, response, Buffer.from(body, answer.isBase64Encoded === true ? 'base64' : 'utf8'))
}
