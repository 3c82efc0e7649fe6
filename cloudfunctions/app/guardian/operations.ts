import { type Rows, registered } from '#app/call/row'
import type { guardianOperations } from '#contract/guardian'
import * as guardians from './guardians'

export const rows: Rows<keyof typeof guardianOperations> = {
  'guardian.ask': { kind: 'write', who: ['resident'], run: guardians.askGuardian },
  'guardian.answer': {
    kind: 'write',
    who: ['resident'],
    takesBack: ({ given }) => !given,
    while: ['moving'],
    run: guardians.answerWard,
  },
  'guardian.record': { kind: 'write', who: ['admin', 'grid_worker'], run: registered(guardians.recordWord) },
  'guardian.endRecord': {
    kind: 'write',
    who: ['admin', 'grid_worker'],
    takesBack: true,
    run: guardians.endRecord,
  },
  'guardian.list': { kind: 'read', who: ['resident'], while: ['moving'], run: guardians.list },
}
