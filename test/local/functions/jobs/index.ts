import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })

/** Answers what the platform says about the caller. */
export async function main(event: unknown) {
  const send = cloud.openapi.subscribeMessage.send({ touser: 'o', templateId: 't', data: {} })
  const openApi = await send.then(
    () => 'allowed',
    (error: { errCode: number }) => error.errCode,
  )
  const { OPENID, SOURCE } = cloud.getWXContext()
  return {
    event,
    openid: OPENID ?? null,
    source: SOURCE ?? null,
    trigger: process.env.TRIGGER_SRC ?? null,
    openApi,
  }
}
