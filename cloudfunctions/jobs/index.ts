import { type Deployment, readDeployment } from '#app/call/settings'
import { pass } from '#app/timer/passing'
import { refuse } from '#contract/shared/refusal'
import { platformContext } from '#store/platform/caller'
import { faultFields, log } from '#store/platform/log'

let deployment: Deployment | undefined

/** The timer's door; every other caller is refused. A fault fails the run without the words of the fault, which the platform would keep. */
export async function main(): Promise<unknown> {
  const byTimer = process.env.TRIGGER_SRC === 'timer' && !platformContext().OPENID
  if (!byTimer) return refuse('forbidden')
  deployment ??= readDeployment(process.env)
  try {
    return await pass(deployment)
  } catch (fault) {
    log('jobs.failed', faultFields(fault))
    throw new Error('The run of the timer failed; the line jobs.failed says where.')
  }
}
