import { type Stock, stockAlong } from '#core/training/stock'
import { losesName } from '#store/engine/fate'
import { joinedBy } from '#store/engine/join'
import { row } from '#store/engine/row'

export const stocksRow = row<Stock>()({
  indexes: { byActivity: ['activityId'] },
  sealed: {},
  fate: losesName,
  joins: joinedBy(stockAlong),
  passes: false,
})
