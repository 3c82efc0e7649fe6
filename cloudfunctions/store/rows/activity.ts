import type { Activity } from '#core/activity/activity'
import { losesName } from '#store/engine/fate'
import { row } from '#store/engine/row'

export const activitiesRow = row<Activity>()({
  indexes: {
    ahead: ['communityId', 'ahead', 'firstFrom'],
    past: ['communityId', 'published', '-lastTo'],
    drafts: ['communityId', 'state', '-createdAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  passes: true,
})
