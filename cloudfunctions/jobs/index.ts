import { pass } from '#app/passing'
import { readSettings, type Settings } from '#app/settings'
import { refuse } from '#contract/refusal'
import { platformContext } from '#store/sdk'

let settings: Settings | undefined

/** The timer's door; every other caller is refused. */
export async function main(): Promise<unknown> {
  const byTimer = process.env.TRIGGER_SRC === 'timer' && !platformContext().OPENID
  if (!byTimer) return refuse('forbidden')
  settings ??= readSettings(process.env)
  return { ok: true, data: await pass(settings) }
}
