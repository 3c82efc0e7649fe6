import type { Rows } from '#app/call/row'
import type { reportOperations } from '#contract/report'
import * as sums from './sums'

export const rows: Rows<keyof typeof reportOperations> = {
  'report.overview': {
    kind: 'read',
    who: ['admin', 'grid_worker', 'officer', 'team_leader', 'coordinator'],
    run: sums.overview,
  },
}
