import { runners } from '#app/activity/running'
import * as telling from '#app/activity/tell'
import { type Rows, registered } from '#app/call/row'
import type { sessionOperations } from '#contract/session'
import * as appeal from './appeal'
import * as changeParty from './changeParty'
import * as checkIn from './checkIn'
import * as door from './door'
import * as feedback from './feedback'
import * as mySignups from './mySignups'
import * as rosterSheet from './rosterSheet'
import * as signUp from './signUp'
import * as steps from './steps'

export const rows: Rows<keyof typeof sessionOperations> = {
  'session.code': { kind: 'read', who: runners, run: checkIn.sessionCode },
  'session.checkIn': {
    kind: 'write',
    who: ['resident'],
    pace: 'guess',
    onBehalf: true,
    while: ['closing', 'moving'],
    remembered: 'by_its_write',
    run: checkIn.checkIn,
  },
  'session.mark': { kind: 'write', who: runners, remembered: 'by_its_write', run: registered(door.mark) },
  'session.walkIn': { kind: 'write', who: runners, run: registered(door.walkIn) },
  'session.undoWalkIn': { kind: 'write', who: runners, run: door.undoWalkIn },
  'session.roster': { kind: 'read', who: runners, run: door.doorRoster },
  'session.tell': { kind: 'write', who: runners, run: registered(telling.speak) },
  'session.tellings': { kind: 'read', who: runners, run: telling.tellings },
  'session.export': {
    kind: 'write',
    who: runners,
    pace: 'reveal',
    run: registered(rosterSheet.exportRoster),
  },
  'session.appeal': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    run: appeal.appealMissed,
  },
  'session.feedback': { kind: 'write', who: ['resident'], while: ['moving'], run: feedback.give },
  'session.feedbacks': { kind: 'read', who: runners, run: feedback.readFeedbacks },
  'session.signUp': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    remembered: 'by_its_write',
    run: signUp.signUp,
  },
  'session.withdraw': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['moving'],
    remembered: 'by_its_write',
    run: steps.withdraw,
  },
  'session.changeParty': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    remembered: 'by_its_write',
    run: changeParty.changeParty,
  },
  'session.acceptOffer': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    while: ['moving'],
    remembered: 'by_its_write',
    run: steps.acceptOffer,
  },
  'session.declineOffer': {
    kind: 'write',
    who: ['resident'],
    onBehalf: true,
    takesBack: true,
    while: ['moving'],
    remembered: 'by_its_write',
    run: steps.declineOffer,
  },
  'session.mine': { kind: 'read', who: 'member', onBehalf: true, run: mySignups.mine },
  'session.drawProof': {
    kind: 'read',
    who: 'anyone',
    onBehalf: true,
    alike: () => true,
    run: steps.drawProof,
  },
}
