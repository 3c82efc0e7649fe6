import type { Rows } from '#app/call/row'
import type { dependentOperations } from '#contract/dependent'
import * as dependents from './dependents'

export const rows: Rows<keyof typeof dependentOperations> = {
  'member.dependents': { kind: 'read', who: ['resident'], onBehalf: true, run: dependents.list },
  'member.addDependent': { kind: 'write', who: ['resident'], onBehalf: true, run: dependents.add },
  'member.editDependent': { kind: 'write', who: ['resident'], onBehalf: true, run: dependents.edit },
  'member.removeDependent': { kind: 'write', who: ['resident'], onBehalf: true, run: dependents.remove },
}
