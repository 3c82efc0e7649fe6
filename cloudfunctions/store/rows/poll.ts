import { type Poll, pollWithout } from '#core/poll/poll'
import { by } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const pollsRow = row<Poll>()({
  indexes: { ofEdition: ['subjectId', 'edition', '-opensAt'], due: ['dueAt'] },
  sealed: {},
  fate: by(pollWithout),
  joins: goesAlong,
  passes: true,
})
