import * as v from 'valibot'
import { type Instant, id, paging, type TeamId } from './scalars'

export const hoursStatement = v.object({ memberId: v.optional(id), ...paging })

/** Whole recorded hours for one to five stars; source: the scale volunteers commonly go by, to be checked by the operator. */
export const starHours = [100, 300, 600, 1000, 1500] as const

export interface HoursEntry {
  entryId: string
  seq: number
  minutes: number
  kind: 'recorded' | 'honour' | 'reversal'
  teamId: TeamId
  title: string
  servedFrom: Instant
  servedTo: Instant
  creditedAt: Instant
}
/** `totalMinutes = recordedMinutes + honourMinutes`; stars count recorded minutes only. */
export interface Statement {
  memberId: string
  name: string
  volunteerNo?: string
  totalMinutes: number
  recordedMinutes: number
  honourMinutes: number
  /** 0 to 5, see `starHours`. */
  stars: number
  byTeam: { teamId: TeamId; minutes: number }[]
  items: HoursEntry[]
  nextCursor?: string
}
