import { type Rows, registered } from '#app/call/row'
import type { enrolmentOperations } from '#contract/enrolment'
import * as adopt from './adopt'
import * as enrol from './enrol'

export const rows: Rows<keyof typeof enrolmentOperations> = {
  'member.enrol': {
    kind: 'write',
    who: ['admin', 'grid_worker'],
    pace: 'enrol',
    run: registered(enrol.enrol),
  },
  'member.adoptCode': {
    kind: 'write',
    who: ['admin', 'grid_worker'],
    pace: 'reveal',
    run: registered(adopt.adoptCode),
  },
  'member.adopt': { kind: 'write', who: 'known', pace: 'guess', run: adopt.adopt },
}
