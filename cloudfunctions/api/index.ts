import type { Caller } from '#app/call/context'
import { type Deployment, readDeployment } from '#app/call/settings'
import type { Afterwards } from '#app/change/change'
import { answerCall } from '#app/gate/answer'
import { addressOf, bearerOf, bodyOf, isHttpEvent, replyWith } from '#app/gate/httpAccess'
import { refuse } from '#contract/shared/refusal'
import { platformContext } from '#store/platform/caller'

let deployment: Deployment | undefined

/**
 * The one entry for clients. Who calls is said by the platform: with an OPENID it is the mini-program, whatever the
 * event looks like; without one it can only be HTTP access with a bearer token, or nobody. `UNPACED` is said by the
 * local cloud alone, of calls that it makes itself.
 */
export async function main(event: unknown): Promise<unknown> {
  const later: (() => Promise<void>)[] = []
  try {
    return await answerTo(event, (work) => later.push(work))
  } finally {
    // once the answer has left; what fails here, or is never come to, is owed and done by `jobs`
    setImmediate(async () => {
      for (const work of later) await work()
    })
  }
}

async function answerTo(event: unknown, afterwards: Afterwards): Promise<unknown> {
  deployment ??= readDeployment(process.env)
  const { OPENID: openid, CLIENTIP: clientIp, UNPACED } = platformContext()
  const unpaced = UNPACED === 'local'
  if (openid) return answerCall({ via: 'mini_program', openid, unpaced }, event, deployment, afterwards)
  if (!isHttpEvent(event))
    return answerCall(
      { via: 'browser', token: undefined, address: clientIp, unpaced },
      event,
      deployment,
      afterwards,
    )
  const read = bodyOf(event)
  if ('statusCode' in read) return replyWith(read.statusCode, refuse('invalid_input'))
  const caller: Caller = {
    via: 'browser',
    token: bearerOf(event),
    address: clientIp ?? addressOf(event),
    unpaced,
  }
  return replyWith(200, await answerCall(caller, read.body, deployment, afterwards))
}
