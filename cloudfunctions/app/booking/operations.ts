import { type Rows, registered } from '#app/call/row'
import type { bookingOperations } from '#contract/booking'
import * as booking from './booking'
import * as change from './change'
import * as claim from './claim'
import * as dispatch from './dispatch'
import * as noShow from './noShow'
import * as slip from './slip'

/** Whoever has claimed a booking may also end it, or give it back, without the role. */
export const rows: Rows<keyof typeof bookingOperations> = {
  'booking.request': { kind: 'write', who: ['resident'], onBehalf: true, run: booking.request },
  'booking.weeks': { kind: 'read', who: 'member', run: booking.weeks },
  'booking.list': { kind: 'read', who: 'member', onBehalf: true, run: booking.list },
  'booking.get': { kind: 'read', who: 'member', onBehalf: true, run: booking.get },
  'booking.claim': { kind: 'write', who: ['volunteer'], remembered: 'by_its_write', run: claim.claim },
  'booking.release': {
    kind: 'write',
    who: ['resident'],
    onBehalf: 'at_counter',
    takesBack: true,
    while: ['moving'],
    run: booking.release,
  },
  'booking.cancel': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['moving'],
    run: booking.cancel,
  },
  'booking.change': { kind: 'write', who: ['resident'], onBehalf: true, run: change.change },
  'booking.code': { kind: 'read', who: ['resident'], onBehalf: true, while: ['moving'], run: booking.code },
  'booking.slip': { kind: 'write', who: ['resident'], onBehalf: true, while: ['moving'], run: slip.slip },
  'booking.checkIn': {
    kind: 'write',
    who: ['resident'],
    onBehalf: 'at_counter',
    while: ['closing', 'moving'],
    remembered: 'by_its_write',
    run: booking.checkIn,
  },
  'booking.checkOut': {
    kind: 'write',
    who: ['resident'],
    onBehalf: 'at_counter',
    while: ['closing', 'moving'],
    remembered: 'by_its_write',
    run: booking.checkOut,
  },
  'booking.confirm': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['closing', 'moving'],
    run: booking.confirm,
  },
  'booking.object': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['closing', 'moving'],
    run: booking.object,
  },
  'booking.noShow': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: noShow.sayNoShow,
  },
  'booking.appeal': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: noShow.appeal,
  },
  'booking.decideNoShow': { kind: 'write', who: ['admin', 'team_leader'], run: registered(noShow.decide) },
  'booking.noShows': { kind: 'read', who: ['admin', 'team_leader'], run: noShow.list },
  'booking.atRisk': { kind: 'read', who: ['admin', 'team_leader', 'grid_worker'], run: dispatch.atRisk },
  'booking.candidates': { kind: 'read', who: ['admin', 'team_leader'], run: dispatch.candidates },
  'booking.dispatch': { kind: 'write', who: ['admin', 'team_leader'], run: dispatch.dispatch },
  'booking.invite': { kind: 'write', who: ['admin', 'team_leader'], run: dispatch.invite },
  'booking.forgotten': { kind: 'read', who: ['admin', 'team_leader'], run: dispatch.forgotten },
  'booking.settle': { kind: 'write', who: ['admin', 'team_leader'], run: registered(dispatch.settle) },
}
