import { CloudError } from '#local/cloudError'
import type { PlainObject } from '#local/engine/documents'
import type { SentMessage } from '#local/wechat/openApis'

/** An answer of a `/local` route; its status is 200 unless given. */
export interface RouteAnswer {
  readonly status?: number
  readonly body: unknown
}

/** `body` is the request's JSON object, {} without one. */
export type Route = (body: PlainObject) => Promise<RouteAnswer> | RouteAnswer

/** Routes by method and path: `'POST /local/login'`. */
export type Routes = Readonly<Record<string, Route>>

/** What the routes control. */
export interface LocalControls {
  readonly drive: (openid: string, name: string, data: unknown) => Promise<unknown>
  readonly advance: (ms: number) => number
  readonly tick: () => Promise<unknown>
  readonly sent: () => readonly SentMessage[]
  readonly allow: (openid: string, templateId: string) => number
}

const badRequest = (why: string): RouteAnswer => ({ status: 400, body: { message: why } })

/** HTTP statuses of faults in the call itself; any other fault is the function's. */
const statusOfCallFault: Readonly<Record<string, number>> = { FUNCTION_NOT_FOUND: 404, INVALID_PARAM: 400 }

/** Answers a fault of the function to the caller; it is no fault of this server. */
async function answerOf(work: Promise<unknown>): Promise<RouteAnswer> {
  try {
    return { body: (await work) ?? null }
  } catch (error) {
    if (error instanceof CloudError)
      return {
        status: statusOfCallFault[error.code] ?? 502,
        body: { code: error.code, message: error.message },
      }
    throw error
  }
}

/** The routes that exist on this machine only; none is rate-limited. */
export function localRoutes(controls: LocalControls): Routes {
  return {
    'POST /local/call': ({ openid, name, data }) => {
      if (typeof openid !== 'string' || openid === '') return badRequest('openid must be a string.')
      if (typeof name !== 'string' || name === '') return badRequest('name must be the name of a function.')
      return answerOf(controls.drive(openid, name, data))
    },
    'POST /local/clock': ({ advanceMs }) => {
      try {
        return { body: { now: controls.advance(advanceMs as number) } }
      } catch (error) {
        if (error instanceof RangeError) return badRequest(error.message)
        throw error
      }
    },
    'POST /local/tick': () => answerOf(controls.tick()),
    'GET /local/sent': () => ({ body: controls.sent() }),
    'POST /local/allow': ({ openid, templateId }) => {
      if (typeof openid !== 'string' || openid === '') return badRequest('openid must be a string.')
      if (typeof templateId !== 'string' || templateId === '')
        return badRequest('templateId must be a string.')
      return { body: { balance: controls.allow(openid, templateId) } }
    },
  }
}
