import type { Activity } from '#core/activity/activity'
import { losesName } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const activitiesRow = row<Activity>()({
  indexes: {
    ahead: ['communityId', 'ahead', 'firstFrom'],
    aheadOfKind: ['communityId', 'ahead', 'kind', 'firstFrom'],
    aheadOfTeam: ['communityId', 'ahead', 'teamId', 'firstFrom'],
    past: ['communityId', 'published', '-lastTo'],
    pastOfKind: ['communityId', 'published', 'kind', '-lastTo'],
    pastOfTeam: ['communityId', 'published', 'teamId', '-lastTo'],
    drafts: ['communityId', 'state', '-createdAt'],
    draftsOfKind: ['communityId', 'state', 'kind', '-createdAt'],
    draftsOfTeam: ['communityId', 'state', 'teamId', '-createdAt'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: true,
})
