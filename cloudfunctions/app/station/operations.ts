import { type Rows, registered } from '#app/call/row'
import { sayers } from '#app/publication/reading'
import type { stationOperations } from '#contract/station'
import * as saying from './say'

export const rows: Rows<keyof typeof stationOperations> = {
  'station.say': { kind: 'write', who: sayers, run: registered(saying.sayHowItIs) },
}
