import type { Issuer } from '#contract/certificate'
import type { Community, CommunityTeam } from '#contract/community'
import type { RequestLimits } from '#contract/request'
import type { ActivityTemplate } from '#contract/shared/activityTemplate'
import type { MessageTemplates } from '#contract/shared/message'
import type { Pace, PaceName } from '#contract/shared/pace'
import type { TeamId } from '#contract/shared/scalars'
import type { WorkCalendar } from '#contract/shared/workCalendar'
import { remains } from '#store/engine/fate'
import { apart } from '#store/engine/join'
import { row } from '#store/engine/row'

/** The community as an administrator edits it. */
export interface CommunityDocument extends Omit<Community, 'messageTemplates'> {
  _id: string
  rev: number
  /** The latest commands that edited it, so that a late repeat undoes nothing. */
  edits?: string[]
  /** The paces that an administrator has changed. */
  paces?: { [Kind in PaceName]?: Pace | undefined }
  teams: CommunityTeam[]
  issuer?: Issuer | undefined
  requestLimits?: RequestLimits | undefined
  workCalendar?: WorkCalendar | undefined
  /** The team of every shift that names no team. */
  womensTeamId?: TeamId | undefined
  /** Absent while the defaults hold. */
  templates?: ActivityTemplate[] | undefined
  /** Absent until an administrator has written some. */
  messages?: MessageTemplates | undefined
  /** Only what a row allows `beforeAll` is answered yet; it goes when nothing that everybody needs is missing. */
  settingUp?: true | undefined
  /** Absent in a community of an earlier edition, until the timer has passed. */
  canary?: Canary | undefined
}

/** Tells whether a function holds the keys that this community's data were written with. */
export interface Canary {
  /** A fixed word under the sealing key. */
  sealed: string
  /** The same word under the index key. */
  index: string
}

export const communitiesRow = row<CommunityDocument>()({
  indexes: {},
  sealed: { 'canary.sealed': 'canary.sealed' },
  fate: remains('It names no member.'),
  joins: apart('It names no member.'),
  passes: false,
})
