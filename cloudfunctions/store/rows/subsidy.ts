import { subsidiesJoined, subsidyWithout } from '#core/subsidy/claim'
import type { StoredSubsidy } from '#core/subsidy/subsidy'
import { by } from '#store/engine/fate'
import { rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

export const subsidiesRow = row<StoredSubsidy>()({
  indexes: {
    byActivity: ['activityId'],
    byMember: ['memberId', '-courseEnds'],
    rests: ['restsSince'],
    due: ['dueAt'],
  },
  sealed: { ground: 'ground', 'lines.*.fen': 'lines.*.fen' },
  fate: by(subsidyWithout),
  joins: rekeyed(subsidiesJoined),
  passes: true,
  term: { index: 'rests', afterDays: 'subsidyKeptDays' },
})
