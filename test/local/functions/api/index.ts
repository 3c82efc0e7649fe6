import cloud from 'wx-server-sdk'

// A function that does what a test asks, written like a deployed one.
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
// biome-ignore lint/suspicious/noExplicitAny: the SDK's own types describe an older database
const db: any = cloud.database()

interface Ask {
  readonly op: string
  readonly [field: string]: unknown
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const operations: Readonly<Record<string, (ask: Ask) => unknown>> = {
  /** Answers who calls, before and after a pause in which others call. */
  who: async () => {
    const before = cloud.getWXContext()
    await db
      .collection('things')
      .doc('nobody')
      .get()
      .catch(() => undefined)
    await pause(3)
    const after = cloud.getWXContext()
    return { ...before, OPENID: before.OPENID ?? null, later: after.OPENID ?? null }
  },
  sleep: ({ ms }) => pause(ms as number),
  throw: () => {
    throw new Error('as asked')
  },
  rejectUnawaited: async () => {
    void Promise.reject(new Error('nobody waits for me'))
    await pause(20)
    return 'went on'
  },
  crash: async () => {
    setTimeout(() => {
      throw new Error('cannot go on')
    }, 1)
    await pause(1000)
  },
  exit: () => process.exit(3),
  /** Answers at once and writes afterwards. */
  writeLater: ({ ms, id }) => {
    setTimeout(() => {
      const { OPENID } = cloud.getWXContext()
      void db.collection('things').add({ data: { _id: id, by: OPENID } })
    }, ms as number)
    return 'answered'
  },
  clock: () => ({
    now: Date.now(),
    made: new Date(new Date()).getTime(),
    text: Date(),
    isDate: new Date() instanceof Date && new Date(0).getTime() === 0,
    year: new Date(2026, 0, 1).getFullYear(),
  }),
  log: ({ text }) => console.warn('said %s', text),
  env: ({ key }) => process.env[key as string] ?? null,
  count: async ({ id }) =>
    ((await db.collection('things').where({ _id: id }).count()) as { total: number }).total,
  add: async ({ id }) => db.collection('things').add({ data: { _id: id } }),
  callJobs: async () =>
    ((await cloud.callFunction({ name: 'jobs', data: { hello: 1 } })) as { result: unknown }).result,
  openApi: async ({ api, params }) => {
    const [group, name] = (api as string).split('.') as [string, string]
    try {
      const answer = await cloud.openapi[group][name](params)
      return answer.buffer ? { ...answer, buffer: answer.buffer.toString('base64') } : answer
    } catch (error) {
      return { errCode: (error as { errCode: number }).errCode, errMsg: (error as { errMsg: string }).errMsg }
    }
  },
}

export async function main(event: Ask & { httpMethod?: string; body?: string }) {
  if (event.httpMethod === undefined) return operations[event.op]?.(event)
  const { OPENID } = cloud.getWXContext()
  if (event.httpMethod !== 'POST') return { statusCode: 405, headers: { allow: 'POST' }, body: '' }
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json', 'x-fixture': 'yes' },
    body: JSON.stringify({ openid: OPENID ?? null, event }),
  }
}
