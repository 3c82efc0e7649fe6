import Taro from '@tarojs/taro'
import type { Envelope } from '#contract/operations'

let ready = false

/** Calls the cloud function `api` and gives its answer. Throws where the cloud was not reached. */
export async function send(envelope: Envelope): Promise<unknown> {
  if (!ready) {
    // Without `env` WeChat takes the mini-program's first environment.
    Taro.cloud.init({})
    ready = true
  }
  const reply = await Taro.cloud.callFunction({ name: 'api', data: envelope })
  return reply.result
}
