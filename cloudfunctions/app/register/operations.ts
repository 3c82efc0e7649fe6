import type { Rows } from '#app/call/row'
import type { registerOperations } from '#contract/register'
import * as importRegister from './importRegister'
import * as removeDwelling from './removeDwelling'

export const rows: Rows<keyof typeof registerOperations> = {
  'member.import': { kind: 'write', who: ['admin'], run: importRegister.importRegister },
  'member.removeDwelling': { kind: 'write', who: ['admin'], run: removeDwelling.removeDwelling },
}
