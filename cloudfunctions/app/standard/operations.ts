import type { Rows } from '#app/call/row'
import type { standardOperations } from '#contract/standard'
import { promiseFigures } from './figures'

export const rows: Rows<keyof typeof standardOperations> = {
  // it counts much for one answer, and anybody may ask: slower than other reads
  'standard.figures': {
    kind: 'read',
    who: 'anyone',
    pace: 'pairing',
    alike: () => true,
    run: promiseFigures,
  },
}
