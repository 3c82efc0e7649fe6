import type { Dwelling } from '#core/register/match'
import { kept } from '#store/engine/fate'
import { row } from '#store/engine/row'

export const dwellings = row<Dwelling>()({
  indexes: { byCommunity: ['communityId'] },
  sealed: { door: 'door' },
  fate: kept("The community's own register: doors are sealed, names are keyed hashes."),
  passes: false,
})
