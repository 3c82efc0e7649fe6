import type { LocalCloud } from '#local/cloud'

/** The real SDK in the test's own process, talking to the local cloud. One cloud per test file. */
export function sdkFor(cloud: LocalCloud): typeof import('wx-server-sdk') {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.adminUrl }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'local',
    TENCENTCLOUD_SECRETID: 'test',
    TENCENTCLOUD_SECRETKEY: 'test',
    TCB_ENV: 'local',
    SCF_NAMESPACE: 'local',
  })
  const sdk = require('wx-server-sdk') as typeof import('wx-server-sdk')
  sdk.init({ env: 'local' })
  return sdk
}
