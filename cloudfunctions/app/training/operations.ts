import { runners } from '#app/activity/running'
import { type Rows, registered } from '#app/call/row'
import type { trainingOperations } from '#contract/training'
import * as admitting from './admit'
import * as attendance from './board'
import * as completing from './complete'
import * as own from './ownCertificate'
import * as stocks from './stocks'

/** Materials are handed out by coordinators: a team's leader holds no training. */
const coordinators = ['admin', 'coordinator'] as const

export const rows: Rows<keyof typeof trainingOperations> = {
  'training.board': { kind: 'read', who: runners, run: attendance.board },
  'training.complete': {
    kind: 'write',
    who: coordinators,
    run: registered(completing.complete),
  },
  'training.certificate': {
    kind: 'read',
    who: 'member',
    onBehalf: 'at_counter',
    run: own.ownCertificate,
  },
  'training.admit': { kind: 'write', who: runners, pace: 'search', run: registered(admitting.admitWalkIn) },
  'training.stock': { kind: 'write', who: coordinators, run: stocks.setStock },
  'training.handOut': { kind: 'write', who: coordinators, run: registered(stocks.handOut) },
  'training.takeBack': { kind: 'write', who: coordinators, run: registered(stocks.takeMaterialBack) },
  'training.stocks': { kind: 'read', who: coordinators, run: stocks.listStocks },
}
