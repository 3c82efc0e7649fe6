import type { Activity } from '#core/activity/activity'
import { losesName } from '#store/engine/fate'
import { row } from '#store/engine/row'

export const activitiesRow = row<Activity>()({
  indexes: {
    ahead: ['communityId', 'ahead', 'firstFrom'],
    aheadOfKind: ['communityId', 'ahead', 'kind', 'firstFrom'],
    past: ['communityId', 'published', '-lastTo'],
    pastOfKind: ['communityId', 'published', 'kind', '-lastTo'],
    drafts: ['communityId', 'state', '-createdAt'],
    draftsOfKind: ['communityId', 'state', 'kind', '-createdAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  passes: true,
})
