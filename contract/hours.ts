import * as v from 'valibot'
import { type Instant, id, paging, type TeamId } from './scalars'

export const hoursStatement = v.object({ memberId: v.optional(id), ...paging })

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
  totalMinutes: number
  recordedMinutes: number
  honourMinutes: number
  /** 0 to 5; source: the field's 100/300/600/1000/1500 hours. */
  stars: number
  byTeam: { teamId: TeamId; minutes: number }[]
  items: HoursEntry[]
  nextCursor?: string
}
