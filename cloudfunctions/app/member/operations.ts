import { type Rows, registered } from '#app/call/row'
import type { memberOperations } from '#contract/member'
import * as member from './member'
import * as moves from './moves'
import * as people from './people'
import * as phones from './phones'
import * as roles from './roles'

export const rows: Rows<keyof typeof memberOperations> = {
  'member.me': { kind: 'read', who: 'anyone', onBehalf: 'at_counter', beforeAll: true, run: member.me },
  'member.register': { kind: 'write', who: 'known', run: member.register },
  'member.changePhone': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: ({ phone, phoneCode }) => phone === undefined && phoneCode === undefined,
    while: ['moving'],
    run: phones.changePhone,
  },
  'member.move': {
    kind: 'write',
    who: ['resident'],
    pace: 'guess',
    onBehalf: 'quiet',
    while: ['moving'],
    run: moves.move,
  },
  'member.rename': {
    kind: 'write',
    who: ['resident'],
    pace: 'guess',
    onBehalf: 'quiet',
    while: ['moving'],
    run: moves.rename,
  },
  'member.settleAsked': {
    kind: 'write',
    who: 'member',
    takesBack: ({ accept }) => !accept,
    run: moves.settleAsked,
  },
  'member.verify': { kind: 'write', who: ['admin', 'grid_worker'], run: member.verify },
  'member.grant': { kind: 'write', who: ['admin'], run: roles.grant },
  'member.revoke': { kind: 'write', who: ['admin'], takesBack: true, run: roles.revoke },
  'member.roles': { kind: 'read', who: ['admin'], run: roles.rolesOnRecord },
  'member.pending': { kind: 'read', who: ['admin', 'grid_worker'], run: people.pending },
  'member.search': { kind: 'read', who: ['admin', 'grid_worker'], pace: 'search', run: people.search },
  'member.reveal': {
    kind: 'write',
    // coordinators and leaders by their call list alone
    who: ['admin', 'coordinator', 'grid_worker', 'team_leader'],
    pace: 'reveal',
    run: registered(people.reveal),
  },
}
