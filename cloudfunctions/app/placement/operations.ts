import { type Rows, registered } from '#app/call/row'
import { publishers } from '#app/vacancy/vacancy'
import type { placementOperations } from '#contract/placement'
import * as lists from './lists'
import * as placement from './placement'

export const rows: Rows<keyof typeof placementOperations> = {
  'placement.interest': { kind: 'write', who: ['resident'], onBehalf: true, run: placement.interest },
  'placement.withdraw': {
    kind: 'write',
    who: 'member',
    onBehalf: true,
    takesBack: true,
    run: placement.withdraw,
  },
  'placement.pass': { kind: 'write', who: publishers, pace: 'reveal', run: registered(placement.passToFirm) },
  'placement.invite': { kind: 'write', who: publishers, run: registered(placement.invite) },
  'placement.place': { kind: 'write', who: publishers, run: registered(placement.place) },
  'placement.decline': { kind: 'write', who: publishers, run: registered(placement.decline) },
  'placement.leave': { kind: 'write', who: publishers, run: registered(placement.leave) },
  'placement.followUp': { kind: 'write', who: publishers, run: registered(placement.followUp) },
  'placement.list': { kind: 'read', who: publishers, run: lists.list },
  'placement.mine': { kind: 'read', who: 'member', onBehalf: true, run: lists.mine },
  'placement.due': { kind: 'read', who: publishers, run: lists.due },
  'placement.figures': { kind: 'read', who: publishers, run: lists.figures },
}
