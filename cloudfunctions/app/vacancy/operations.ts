import { type Rows, registered } from '#app/call/row'
import type { vacancyOperations } from '#contract/vacancy'
import * as vacancy from './vacancy'

export const rows: Rows<keyof typeof vacancyOperations> = {
  'vacancy.publish': { kind: 'write', who: vacancy.publishers, run: registered(vacancy.publish) },
  'vacancy.edit': { kind: 'write', who: vacancy.publishers, run: registered(vacancy.edit) },
  'vacancy.close': { kind: 'write', who: vacancy.publishers, run: registered(vacancy.close) },
  'vacancy.list': { kind: 'read', who: 'anyone', onBehalf: true, alike: () => true, run: vacancy.list },
  'vacancy.get': { kind: 'read', who: 'anyone', onBehalf: true, run: vacancy.get },
}
