import type { Rows } from '#app/call/row'
import type { communityOperations } from '#contract/community'
import * as communityOps from './communityOps'
import * as lacking from './lacking'

export const rows: Rows<keyof typeof communityOperations> = {
  'community.get': {
    kind: 'read',
    who: 'anyone',
    onBehalf: true,
    alike: () => true,
    run: communityOps.get,
  },
  'community.whole': { kind: 'read', who: ['admin'], beforeAll: true, run: communityOps.wholeOf },
  'community.lacking': { kind: 'read', who: ['admin'], run: lacking.lacking },
  'community.edit': { kind: 'write', who: ['admin'], beforeAll: true, run: communityOps.edit },
}
