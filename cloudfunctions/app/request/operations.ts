import type { Rows } from '#app/call/row'
import type { requestOperations } from '#contract/request'
import * as own from './correct'
import * as filing from './filing'
import * as rates from './rates'
import * as request from './request'
import * as steps from './steps'

export const rows: Rows<keyof typeof requestOperations> = {
  'request.file': {
    kind: 'write',
    who: ['resident', 'grid_worker'],
    onBehalf: true,
    remembered: 'by_its_write',
    run: filing.file,
  },
  'request.similar': { kind: 'read', who: ['resident', 'grid_worker'], onBehalf: true, run: request.similar },
  'request.support': { kind: 'write', who: ['resident'], onBehalf: true, run: request.support },
  'request.list': { kind: 'read', who: 'member', onBehalf: true, run: request.list },
  'request.get': { kind: 'read', who: 'anyone', onBehalf: true, run: request.get },
  'request.accept': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.acceptRequest },
  'request.assign': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.assign },
  'request.progress': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.progress },
  'request.ask': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.ask },
  'request.extend': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.extend },
  'request.escalate': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.escalate },
  'request.takeOver': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.takeOver },
  'request.return': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.giveBack },
  'request.approve': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.approveReturn },
  'request.resolve': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.resolve },
  'request.decline': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.decline },
  'request.publish': { kind: 'write', who: ['grid_worker', 'officer'], run: steps.publishRequest },
  'request.answer': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: steps.answer,
  },
  'request.rate': { kind: 'write', who: ['resident'], onBehalf: true, while: ['moving'], run: steps.rate },
  'request.reopen': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: steps.reopen,
  },
  'request.correct': { kind: 'write', who: ['resident'], onBehalf: true, run: own.correctRequest },
  'request.supplement': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: own.supplement,
  },
  'request.withdraw': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['moving'],
    run: own.withdraw,
  },
  'request.hands': { kind: 'read', who: ['grid_worker', 'officer'], run: request.hands },
  'request.rates': { kind: 'read', who: ['admin', 'grid_worker', 'officer'], run: rates.rates },
}
