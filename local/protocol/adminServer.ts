import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { minuteMs } from '#contract/shared/time'
import { CloudError, invalidParam, noRoomLeft } from '#local/cloudError'
import { isPlainObject, type PlainObject } from '#local/engine/documents'
import type { Engine } from '#local/engine/engine'
import { readBody } from '#local/http/body'
import { isForeign } from '#local/http/guard'
import { isNoRoom } from '#local/noRoom'
import type { FileStore } from '#local/storage/fileStore'
import { type Action, type AdminRequest, databaseActions } from './databaseActions'
import { decodeParams, encodeAnswer, type OpenApiAnswer, readMultipart } from './openApiWire'
import { type StorageAddresses, storageActions } from './storageActions'

/** With these, tests slow the store down or drop its answers; both may be set and cleared at any time. */
export interface Hooks {
  /** Awaited before the action runs. */
  before?: ((action: string, request: AdminRequest) => unknown) | undefined
  /** Awaited after the action; 'drop' closes the connection without an answer, as a broken network would. */
  after?: ((action: string, request: AdminRequest) => unknown) | undefined
  /** What WeChat answers instead of what it would; undefined for that. */
  wechat?: ((api: string) => PlainObject | undefined) | undefined
}

export interface AdminOptions {
  readonly engine: Engine
  /** The time `db.serverDate()` stands for. */
  readonly now: () => number
  readonly hooks: Hooks
  readonly files: FileStore
  readonly addresses: StorageAddresses
  readonly invoke: (name: string, event: unknown) => Promise<unknown>
  /** `caller` is the name of the asking function, by which the request is signed. */
  readonly openApi: (caller: string, api: string, params: PlainObject) => OpenApiAnswer
}

/** A document may be 16 MB (MongoDB's limit), and a request holds one or a few. */
const MAX_BODY = 32 * 1024 * 1024

/** CloudBase's `/admin` endpoint, for functions on this machine only: JSON in, always HTTP 200 out. */
export function adminServer(options: AdminOptions): Server {
  const actions: Readonly<Record<string, Action>> = {
    ...databaseActions(options.engine, options.now),
    ...storageActions(options.files, options.addresses),
    'functions.invokeFunction': async (request) => {
      const event = JSON.parse(String(request.request_data || '{}'))
      const result = await options.invoke(String(request.function_name), event)
      return { data: { response_data: JSON.stringify(result ?? null) } }
    },
  }
  const server = createServer((request, response) => {
    // the SDK sends no Origin; a page in a browser does, and it has no business here
    if (request.headers.origin !== undefined || isForeign(request.headers, '127.0.0.1')) {
      response.statusCode = 403
      return response.end()
    }
    const answered =
      request.method === 'PUT'
        ? upload(request, response, options)
        : answer(request, response, actions, options)
    answered.catch(() => request.socket.destroy())
  })
  server.keepAliveTimeout = minuteMs
  return server
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  actions: Readonly<Record<string, Action>>,
  options: AdminOptions,
) {
  const requestId = randomUUID()
  try {
    const { action, fields } = await read(request)
    await options.hooks.before?.(action, fields)
    const body =
      action === 'wx.openApi'
        ? openApi(request, fields, options)
        : await run(actions, action, fields, requestId)
    if ((await options.hooks.after?.(action, fields)) === 'drop') request.socket.destroy()
    else send(response, body)
  } catch (error) {
    send(response, refusal(error, requestId))
  }
}

/**
 * Receives an upload, which is sent to storage itself with the pass from `storage.getUploadMetadata`. An
 * empty answer means success.
 */
async function upload(request: IncomingMessage, response: ServerResponse, options: AdminOptions) {
  const bytes = await readBody(request, MAX_BODY)
  const path = decodeURIComponent((request.url ?? '').replace(/^\/storage\//, ''))
  await options.hooks.before?.('storage.put', { path })
  const refused = keep(path, request.headers.authorization ?? '', bytes, options.files)
  if ((await options.hooks.after?.('storage.put', { path })) === 'drop') return request.socket.destroy()
  response.statusCode = refused?.status ?? 200
  response.setHeader('content-type', 'application/xml')
  response.end(
    refused &&
      `<Error><Code>${refused.code}</Code><Message>${refused.why}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
  )
}

/** Why storage does not take the bytes, in the words of COS; undefined where it has them. */
function keep(path: string, authorization: string, bytes: Buffer, files: FileStore) {
  try {
    if (files.put(path, authorization, bytes)) return undefined
    return { status: 403, code: 'SignatureDoesNotMatch', why: 'no pass for this path' }
  } catch (fault) {
    if (isNoRoom(fault)) return { status: 507, code: 'QuotaExceeded', why: 'there is no room left' }
    throw fault
  }
}

async function read(request: IncomingMessage): Promise<{ action: string; fields: AdminRequest }> {
  const body = await readBody(request, MAX_BODY)
  const type = request.headers['content-type'] ?? ''
  const fields: unknown = type.startsWith('multipart/form-data') ? readMultipart(body, type) : json(body)
  if (!isPlainObject(fields) || typeof fields.action !== 'string') throw invalidParam('action is missing')
  return { action: fields.action, fields }
}

function json(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw invalidParam('the request is not JSON')
  }
}

async function run(
  actions: Readonly<Record<string, Action>>,
  action: string,
  fields: AdminRequest,
  requestId: string,
): Promise<PlainObject> {
  const handler = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!handler) throw invalidParam(`the local cloud does not support the action ${action}`)
  return { requestId, ...(await handler(fields)) }
}

function openApi(request: IncomingMessage, fields: AdminRequest, options: AdminOptions): Buffer {
  if (!(fields.requestData instanceof Buffer)) throw invalidParam('requestData is missing')
  const instead = options.hooks.wechat?.(String(fields.apiName))
  if (instead) return encodeAnswer({ json: instead })
  const caller = /Credential=([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? ''
  return encodeAnswer(options.openApi(caller, String(fields.apiName), decodeParams(fields.requestData)))
}

function refusal(fault: unknown, requestId: string): PlainObject {
  const error = isNoRoom(fault) ? noRoomLeft() : fault
  if (error instanceof CloudError) return { code: error.code, message: error.message, requestId }
  return { code: 'SYS_ERR', message: error instanceof Error ? error.message : String(error), requestId }
}

function send(response: ServerResponse, body: Buffer | PlainObject) {
  if (body instanceof Buffer) response.setHeader('content-type', 'application/octet-stream')
  else response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(body instanceof Buffer ? body : JSON.stringify(body))
}
