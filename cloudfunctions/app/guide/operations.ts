import type { Rows } from '#app/call/row'
import type { guideOperations } from '#contract/guide'
import { applyByGuide } from './apply'

export const rows: Rows<keyof typeof guideOperations> = {
  'guide.apply': {
    kind: 'write',
    who: ['resident', 'grid_worker'],
    onBehalf: true,
    remembered: 'by_its_write',
    run: applyByGuide,
  },
}
