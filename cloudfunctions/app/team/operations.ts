import { type Rows, registered } from '#app/call/row'
import type { teamOperations } from '#contract/team'
import * as licences from './licences'
import * as team from './team'

export const rows: Rows<keyof typeof teamOperations> = {
  'team.list': { kind: 'read', who: 'anyone', onBehalf: true, run: team.list },
  'team.get': { kind: 'read', who: 'anyone', run: team.get },
  'team.apply': { kind: 'write', who: ['resident'], onBehalf: 'at_counter', run: team.apply },
  'team.decide': { kind: 'write', who: ['admin', 'team_leader'], run: team.decide },
  'team.mine': { kind: 'read', who: 'member', run: licences.mine },
  'team.showLicence': { kind: 'write', who: ['volunteer'], run: licences.show },
  'team.decideLicence': { kind: 'write', who: ['admin', 'team_leader'], run: registered(licences.decide) },
  'team.revokeLicence': {
    kind: 'write',
    who: ['admin', 'team_leader'],
    takesBack: true,
    run: registered(licences.revoke),
  },
  'team.endProbation': {
    kind: 'write',
    who: ['admin', 'team_leader'],
    run: registered(licences.endProbation),
  },
  'team.leave': { kind: 'write', who: 'member', onBehalf: 'at_counter', takesBack: true, run: team.leave },
  'team.roster': { kind: 'read', who: ['admin', 'team_leader'], run: team.roster },
}
