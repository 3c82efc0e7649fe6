import type { Rows } from '#app/call/row'
import type { homeOperations } from '#contract/home'
import * as home from './home'

export const rows: Rows<keyof typeof homeOperations> = {
  'home.get': { kind: 'read', who: 'anyone', run: home.get },
}
