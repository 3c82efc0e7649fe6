import type { OpenOptions } from './miniProgram'

/**
 * `wx.cloud.callFunction` answered by a running local cloud, as the person with this openid.
 *
 * @param origin where the local cloud listens, e.g. `http://127.0.0.1:10086`
 */
export function localCloud(origin: string, openid: string): NonNullable<OpenOptions['cloud']> {
  return async ({ name, data }) => {
    const response = await fetch(`${origin}/local/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid, name, data }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${name} answered ${response.status}: ${answer.message}`)
    return answer
  }
}
