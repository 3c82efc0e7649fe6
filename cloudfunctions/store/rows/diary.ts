import type { Diary } from '#core/diary/diary'
import { goesWith } from '#store/engine/fate'
import { row } from '#store/engine/row'

export const diariesRow = row<Diary>()({
  indexes: {},
  sealed: {},
  fate: goesWith('_id'),
  passes: false,
})
