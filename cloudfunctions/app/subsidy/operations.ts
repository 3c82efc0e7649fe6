import { type Rows, registered } from '#app/call/row'
import type { subsidyOperations } from '#contract/subsidy'
import * as book from './book'
import * as claims from './claims'
import * as mine from './mine'
import * as sheet from './sheet'
import * as steps from './steps'

/** A training's money is its coordinators': a team's leader promises none. */
const coordinators = ['admin', 'coordinator'] as const

export const rows: Rows<keyof typeof subsidyOperations> = {
  'subsidy.claim': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: claims.stateClaim,
  },
  'subsidy.withdrawClaim': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['closing', 'moving'],
    run: claims.withdrawClaim,
  },
  'subsidy.draw': { kind: 'write', who: coordinators, run: registered(steps.draw) },
  'subsidy.approve': { kind: 'write', who: coordinators, run: registered(steps.approve) },
  'subsidy.pay': { kind: 'write', who: coordinators, run: registered(steps.pay) },
  'subsidy.receive': {
    kind: 'write',
    who: ['admin', 'coordinator', 'grid_worker', 'resident'],
    while: ['closing', 'moving'],
    run: registered(steps.receive),
  },
  'subsidy.reverse': { kind: 'write', who: coordinators, run: registered(steps.reverse) },
  'subsidy.sheet': { kind: 'write', who: coordinators, pace: 'reveal', run: registered(sheet.sheet) },
  'subsidy.lines': { kind: 'read', who: coordinators, run: registered(book.lines) },
  'subsidy.mine': { kind: 'read', who: 'member', onBehalf: true, run: mine.mine },
}
