import type { Diary } from '#core/diary/diary'
import { diariesJoined } from '#core/enrolment/joining'
import { goesWith } from '#store/engine/fate'
import { rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const diariesRow = row<Diary>()({
  indexes: {},
  sealed: {},
  fate: goesWith('_id'),
  joins: rekeyed(diariesJoined),
  passes: false,
})
