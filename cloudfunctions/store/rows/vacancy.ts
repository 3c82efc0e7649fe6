import type { Vacancy } from '#core/vacancy/vacancy'
import { losesName } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const vacanciesRow = row<Vacancy>()({
  indexes: {
    open: ['communityId', 'state', 'validTo'],
    over: ['communityId', 'state', '-closedAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: true,
})
