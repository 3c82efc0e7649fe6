import { runners } from '#app/activity/running'
import { type Rows, registered } from '#app/call/row'
import type { shiftOperations } from '#contract/shift'
import * as shift from './shift'
import * as shiftDesk from './shiftDesk'

/** Whoever has a place may also end it without the role. */
export const rows: Rows<keyof typeof shiftOperations> = {
  'shift.signUp': { kind: 'write', who: ['volunteer'], run: shift.signUp },
  'shift.withdraw': {
    kind: 'write',
    who: ['resident'],
    takesBack: true,
    while: ['moving'],
    run: shift.withdraw,
  },
  'shift.checkIn': { kind: 'write', who: ['resident'], while: ['closing', 'moving'], run: shift.checkIn },
  'shift.checkOut': { kind: 'write', who: ['resident'], while: ['closing', 'moving'], run: shift.checkOut },
  'shift.confirm': { kind: 'write', who: runners, run: registered(shiftDesk.confirm) },
  'shift.add': { kind: 'write', who: runners, run: registered(shiftDesk.add) },
  'shift.candidates': { kind: 'read', who: runners, run: shiftDesk.candidates },
  'shift.list': { kind: 'read', who: 'anyone', alike: () => true, run: shift.list },
  'shift.mine': { kind: 'read', who: 'member', run: shift.mine },
  'shift.roster': { kind: 'read', who: runners, run: shiftDesk.roster },
}
