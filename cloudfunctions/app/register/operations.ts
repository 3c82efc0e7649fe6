import type { Rows } from '#app/call/row'
import type { registerOperations } from '#contract/register'
import * as importRegister from './importRegister'

export const rows: Rows<keyof typeof registerOperations> = {
  'member.import': { kind: 'write', who: ['admin'], run: importRegister.importRegister },
}
