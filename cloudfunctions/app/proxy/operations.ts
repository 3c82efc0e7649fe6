import type { Rows } from '#app/call/row'
import type { proxyOperations } from '#contract/proxy'
import * as proxies from './proxies'

export const rows: Rows<keyof typeof proxyOperations> = {
  'member.appointProxy': { kind: 'write', who: ['resident'], onBehalf: 'at_counter', run: proxies.appoint },
  'member.dismissProxy': {
    kind: 'write',
    who: 'member',
    onBehalf: 'at_counter',
    takesBack: true,
    run: proxies.dismiss,
  },
  'member.acceptProxy': { kind: 'write', who: ['resident'], run: proxies.accept },
  'member.declineProxy': { kind: 'write', who: 'member', takesBack: true, run: proxies.decline },
}
