import type { Rows } from '#app/call/row'
import type { posterOperations } from '#contract/poster'
import * as codes from './codes'

export const rows: Rows<keyof typeof posterOperations> = {
  'poster.code': { kind: 'read', who: 'anyone', pace: 'pairing', alike: () => true, run: codes.code },
}
