import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { minuteMs } from '#contract/shared/time'
import { isPlainObject, type PlainObject } from '#local/engine/documents'
import { isNoRoom, noRoomWords } from '#local/noRoom'
import type { FileStore } from '#local/storage/fileStore'
import { BodyTooLarge, readBody } from './body'
import { isForeign, readAddress } from './guard'
import { accessEvent, sendAccessAnswer } from './httpAccess'
import type { Routes } from './localRoutes'
import { askedOnPhone, holderOf } from './phone'
import type { StaticFiles } from './staticFiles'

export interface FrontOptions {
  /** Calls the function `api` as CloudBase's HTTP access does. */
  readonly api: (event: PlainObject, clientIp: string) => Promise<unknown>
  /** Calls it as the mini-program on somebody's phone does. */
  readonly phone: (openid: string, asked: unknown) => Promise<unknown>
  readonly routes: Routes
  /** Objects in storage, served at their signed addresses. */
  readonly files: FileStore
  /** The page; without it the port serves the API alone. */
  readonly page?: StaticFiles | undefined
  readonly onError: (error: unknown) => void
  /** The address that it listens on, which a browser may name as well as this machine. */
  readonly host: string
  /** How long a request may take to arrive; its answer may take longer. */
  readonly requestMs: number
}

/** Kept by every answer: nothing is taken for another type, framed, or named to another site. */
const guards = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

/** More at once are no browsers of one community. */
const MAX_CONNECTIONS = 1000

/** A connection on which nothing moves so long is ended; the longest call, the timer's, takes one minute. */
const STILL_MS = 5 * minuteMs

/** Ends a request that does not arrive, whether its head or its body is late. */
const patience = (requestMs: number) => ({
  requestTimeout: requestMs,
  headersTimeout: Math.min(requestMs, 10_000),
  connectionsCheckingInterval: Math.min(requestMs, 2_000),
})

/** A larger body never reaches a function; the functions' own limits are much lower. */
const MAX_BODY_BYTES = 1024 * 1024

/** Page and API on one port, as a browser and the compiled mini-program see them. */
export function frontServer(options: FrontOptions): Server {
  const server = createServer(patience(options.requestMs), (request, response) => {
    for (const [name, value] of Object.entries(guards)) response.setHeader(name, value)
    serve(request, response, options).catch((error) => {
      if (error instanceof BodyTooLarge) {
        response.setHeader('connection', 'close')
        send(response, 413, { message: 'The request is larger than 1 MB.' })
        return
      }
      options.onError(error)
      if (isNoRoom(error)) return send(response, 507, { message: noRoomWords })
      if (response.headersSent) response.destroy()
      else send(response, 500, { message: 'The local cloud failed; its log says why.' })
    })
  })
  server.maxConnections = MAX_CONNECTIONS
  server.timeout = STILL_MS
  return server
}

const foreign = { message: 'A page of another site may not use the local cloud.' }

async function serve(request: IncomingMessage, response: ServerResponse, options: FrontOptions) {
  const url = readAddress(request.url)
  if (!url) return send(response, 400, { message: 'The address is not valid.' })
  if (url.pathname === '/healthz') return send(response, 200, { ok: true })
  if (url.pathname === '/api') {
    const event = accessEvent(request, url, await readBody(request, MAX_BODY_BYTES))
    const holder = holderOf(event)
    if (holder !== undefined) {
      // it needs no more than a name, so it is kept as the local routes are
      if (isForeign(request.headers, options.host)) return send(response, 403, foreign)
      return sendAccessAnswer(request, response, await options.phone(holder, askedOnPhone(event)))
    }
    return sendAccessAnswer(request, response, await options.api(event, request.socket.remoteAddress ?? ''))
  }
  if (url.pathname.startsWith('/local/') && isForeign(request.headers, options.host)) {
    return send(response, 403, foreign)
  }
  if (url.pathname.startsWith('/local/')) return local(request, response, url.pathname, options.routes)
  if (url.pathname.startsWith('/storage/')) return stored(request, response, url, options.files)
  if (await options.page?.(request, response, url.pathname)) return
  send(response, 404, { message: 'There is nothing at this address.' })
}

const TYPES: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

/** Serves an object at its signed address, with its own type only, so that no browser shows it as a page. */
function stored(request: IncomingMessage, response: ServerResponse, url: URL, files: FileStore) {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return send(response, 405, { message: 'Storage is only read here.' })
  const path = decodeURIComponent(url.pathname.slice('/storage/'.length))
  const found = files.get(path, url.searchParams)
  if (found === 'forbidden') return send(response, 403, { message: 'The address is not valid any more.' })
  if (found === 'missing') return send(response, 404, { message: 'There is nothing at this address.' })
  response.setHeader(
    'content-type',
    TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
  )
  response.setHeader('content-security-policy', "default-src 'none'; sandbox")
  response.setHeader('cache-control', 'private, max-age=600')
  response.setHeader('content-length', found.length)
  response.end(request.method === 'HEAD' ? undefined : found)
}

async function local(request: IncomingMessage, response: ServerResponse, path: string, routes: Routes) {
  const key = `${request.method} ${path}`
  const route = Object.hasOwn(routes, key) ? routes[key] : undefined
  if (!route) {
    const known = Object.keys(routes).some((name) => name.endsWith(` ${path}`))
    return send(response, known ? 405 : 404, { message: `The local cloud has no route ${key}.` })
  }
  const body = readJson(await readBody(request, MAX_BODY_BYTES))
  if (!body) return send(response, 400, { message: 'The request must be a JSON object.' })
  const answer = await route(body)
  send(response, answer.status ?? 200, answer.body)
}

/** {} for an empty body; undefined for anything but a JSON object. */
function readJson(body: Buffer): PlainObject | undefined {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString())
    return isPlainObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}
