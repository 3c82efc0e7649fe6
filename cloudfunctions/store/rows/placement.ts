import { placementsJoined } from '#core/placement/decide'
import { placementWithout } from '#core/placement/forgetting'
import type { Placement } from '#core/placement/placement'
import { by } from '#store/engine/fate'
import { rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const placementsRow = row<Placement>()({
  indexes: {
    byVacancy: ['vacancyId', 'state', '-since'],
    byMember: ['memberId', '-since'],
    byState: ['communityId', 'state', '-since'],
    asks: ['communityId', 'asksAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: by(placementWithout),
  joins: rekeyed(placementsJoined),
  passes: true,
})
