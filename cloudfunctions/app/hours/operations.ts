import { type Rows, registered } from '#app/call/row'
import * as sums from '#app/report/sums'
import type { hoursOperations } from '#contract/hours'
import * as digests from './digests'
import * as honours from './honours'
import * as hours from './hours'
import * as verify from './verify'
import * as words from './words'

export const rows: Rows<keyof typeof hoursOperations> = {
  'hours.statement': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: hours.statement },
  'hours.honour': { kind: 'write', who: ['team_leader'], run: honours.propose },
  'hours.word': {
    kind: 'write',
    who: ['admin', 'coordinator', 'team_leader'],
    run: registered(words.propose),
  },
  'hours.words': { kind: 'read', who: ['admin'], run: words.pairsOfMonth },
  'hours.approveHonour': {
    kind: 'write',
    who: ['admin', 'coordinator', 'team_leader'],
    run: registered(honours.decide),
  },
  'hours.honours': { kind: 'read', who: ['admin', 'coordinator', 'team_leader'], run: honours.list },
  'hours.reverse': { kind: 'write', who: ['admin', 'team_leader'], run: registered(honours.reverse) },
  'hours.months': { kind: 'read', who: 'member', onBehalf: 'at_counter', run: hours.months },
  'hours.leaderboard': { kind: 'read', who: 'anyone', run: sums.leaderboard },
  'hours.digest': { kind: 'read', who: 'anyone', alike: () => true, run: digests.digest },
  'hours.verify': { kind: 'read', who: ['admin'], run: verify.verify },
}
