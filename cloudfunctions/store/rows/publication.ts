import type { PublicationAudience } from '#contract/publication'
import type { Instant } from '#contract/shared/scalars'
import type { CampaignPerson } from '#core/campaign/gather'
import type { Edition } from '#core/publication/edition'
import type { Publication } from '#core/publication/publication'
import { goesWith, losesName, remains } from '#store/engine/fate'
import { apart, goesAlong, rekeyed } from '#store/engine/join'
import { row } from '#store/engine/row'

/** An urgent bulletin on its way to those who have allowed messages; removed when all were looked at. */
export interface Mailing {
  /** `<publicationId>_<edition>` */
  _id: string
  communityId: string
  publicationId: string
  title: string
  audience: PublicationAudience | null
  /** It is of use until then. */
  until: Instant
  /** Where to go on among the allowances. */
  cursor: string | null
  dueAt: Instant
}

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

export const mailingsRow = row<Mailing>()({
  indexes: { due: ['dueAt'] },
  sealed: {},
  fate: remains('It names a publication and no member.'),
  joins: apart('It names no member.'),
  passes: true,
})

export const campaignPeopleRow = row<CampaignPerson>()({
  indexes: { ofCampaign: ['publicationId'] },
  sealed: {},
  fate: goesWith('memberId'),
  joins: rekeyed(),
  passes: false,
})
