import type { Guardianship } from '#core/guardian/guardianship'
import { goesWith } from '#store/engine/fate'
import { rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const guardianshipsRow = row<Guardianship>()({
  indexes: {
    byGuardian: ['guardianId', '-since'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: goesWith('_id', 'guardianId'),
  joins: rekeyed(),
  passes: true,
})
