import type { Edition } from '#core/publication/edition'
import type { Publication } from '#core/publication/publication'
import { losesName } from '#store/engine/fate'
import { goesAlong } from '#store/engine/join'
import { row } from '#store/engine/row'

export const publicationsRow = row<Publication>()({
  indexes: {
    listed: ['communityId', 'state', '-at'],
    listedOfKind: ['communityId', 'state', 'kind', '-at'],
    pinned: ['communityId', 'state', 'pinnedUntil'],
    due: ['dueAt'],
  },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: true,
})

export const editionsRow = row<Edition>()({
  indexes: { ofPublication: ['publicationId', '-edition'] },
  sealed: {},
  fate: losesName,
  joins: goesAlong,
  passes: false,
})
