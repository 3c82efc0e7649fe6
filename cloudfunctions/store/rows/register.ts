import type { Dwelling } from '#core/register/match'
import { remains } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const dwellingsRow = row<Dwelling>()({
  indexes: { byCommunity: ['communityId'] },
  sealed: { door: 'door', removedFor: 'removedFor' },
  fate: remains(
    "The community's own register: doors are sealed, names are keyed hashes. Whoever took one out is known by id only.",
  ),
  joins: goesAlong,
  passes: false,
})
