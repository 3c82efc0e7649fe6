import type { PlainObject } from '#local/engine/documents'

/**
 * Who or what calls a function. The names of `TCB_SOURCE` follow WeChat's documentation of getWXContext; no
 * account has confirmed that a timer sends `wx_trigger` and that HTTP access sends nothing.
 */
export type LocalCaller =
  | { readonly from: 'miniProgram'; readonly openid: string; readonly unpaced?: boolean }
  | { readonly from: 'http'; readonly clientIp: string; readonly unpaced?: boolean }
  | { readonly from: 'function' }
  | { readonly from: 'timer' }

const APP_ID = 'wx0000000000000000'

/** The variables wx-server-sdk reads in `getWXContext()`; WX_CONTEXT_KEYS lists those it may show. */
export function identityEnv(caller: LocalCaller): Record<string, string> {
  const shown: Record<string, string> = caller.from === 'http' ? {} : { WX_APPID: APP_ID }
  if (caller.from === 'miniProgram')
    Object.assign(shown, { WX_OPENID: caller.openid, WX_CLIENTIP: '127.0.0.1' })
  if (caller.from === 'http') shown.WX_CLIENTIP = caller.clientIp
  // The sample is filled faster than a person acts, so it is not rate-limited; nothing else sets this.
  if ('unpaced' in caller && caller.unpaced) shown.WX_UNPACED = 'local'
  return { ...shown, WX_CONTEXT_KEYS: Object.keys(shown).join(','), ...sourceEnv(caller) }
}

function sourceEnv({ from }: LocalCaller): Record<string, string> {
  if (from === 'miniProgram') return { TCB_SOURCE: 'wx_client' }
  if (from === 'function') return { TCB_SOURCE: 'scf' }
  return from === 'timer' ? { TCB_SOURCE: 'wx_trigger', TRIGGER_SRC: 'timer' } : {}
}

/** The event of a timer trigger: https://docs.cloudbase.net/cloud-function/trigger/timer-trigger */
export const timerEvent = (triggerName: string, now: number): PlainObject => ({
  Type: 'Timer',
  TriggerName: triggerName,
  Time: new Date(now).toISOString(),
  Message: '',
})
