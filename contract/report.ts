import * as v from 'valibot'
import type { TeamHours } from './hours'
import type { RateLine, RateShares } from './request'
import { type ContractRow, reply } from './shared/operation'
import { type Day, day } from './shared/scalars'

export const reportOverview = v.object({ from: day, to: day })

export interface Overview {
  from: Day
  to: Day
  members: { registered: number; verified: number }
  bookings: { requested: number; confirmed: number; expired: number; cancelled: number }
  requests: RateLine & RateShares
  hours: { recordedMinutes: number; honourMinutes: number; byTeam: TeamHours[]; volunteers: number }
}

export const reportOperations = {
  'report.overview': { input: reportOverview, reply: reply<Overview>() },
} as const satisfies Record<string, ContractRow>
