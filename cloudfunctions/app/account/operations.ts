import type { Rows } from '#app/call/row'
import * as people from '#app/member/people'
import type { accountOperations } from '#contract/account'
import * as closing from './closing'
import * as exportOwn from './exportOwn'

export const rows: Rows<keyof typeof accountOperations> = {
  'member.consent': {
    kind: 'write',
    who: 'member',
    onBehalf: 'at_counter',
    takesBack: ({ given }) => !given,
    run: people.consent,
  },
  'member.accessLog': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: people.accessLog },
  'member.export': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: exportOwn.exportOwn },
  'member.unfinished': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: closing.unfinished },
  'member.close': {
    kind: 'write',
    who: 'member',
    onBehalf: 'at_counter',
    takesBack: true,
    run: closing.close,
  },
  'member.keep': { kind: 'write', who: 'member', onBehalf: 'at_counter', run: closing.keepAccount },
}
