Object.assign(process.env, {
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'local',
  SCF_NAMESPACE: 'local',
  SILENCE: 'true',
})

// biome-ignore lint/suspicious/noExplicitAny: the SDK's own types describe an older database
type Untyped = any

/** The real, unmodified wx-server-sdk of this process, pointed at a local cloud. */
export function sdk(adminUrl: string): Untyped {
  return require('wx-server-sdk').createNewInstance({
    env: 'local',
    serviceUrl: adminUrl,
    secretId: 'test',
    secretKey: 'local',
  })
}

/** The error text of a promise that must be refused. */
export const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    (value) => {
      throw new Error(`was not refused: ${JSON.stringify(value)}`)
    },
    (error: Error) => `${error.message}`,
  )
