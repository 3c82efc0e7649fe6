import * as v from 'valibot'
import { birthCalendars, birthDay } from './member'
import { day, type Instant, id, line, type MemberId, paging, type TeamId } from './scalars'

const licence = v.object({ licence: line(1, 40), validUntil: day })
export const teamList = v.object({ ...paging })
export const teamApply = v.object({
  teamId: id,
  skills: v.pipe(v.array(line(1, 20)), v.maxLength(10)),
  licences: v.optional(v.pipe(v.array(licence), v.maxLength(5))),
  /** Kept once; without it the leader makes sure of the age in person. */
  birthDay: v.optional(birthDay),
  birthCalendar: v.optional(v.picklist(birthCalendars)),
})
export const teamDecide = v.object({
  memberId: id,
  teamId: id,
  accept: v.boolean(),
  reason: v.optional(line(1, 200)),
})
export const teamLeave = v.object({ teamId: id })
export const teamRoster = v.object({ teamId: id, ...paging })

export type TeamMemberState = 'applied' | 'accepted' | 'declined' | 'left'
export interface Team {
  teamId: TeamId
  name: string
  purpose: string
  /** Said of teams whose text is a sample and not the community's own. */
  sample: boolean
  memberCount: number
  /** The caller's own place in it; absent for a stranger. */
  mine?: TeamMemberState
}
export interface Applied {
  state: TeamMemberState
  /** A minor: nobody can accept them before a guardian has agreed. */
  guardianNeeded?: true
}
export interface TeamMember {
  memberId: MemberId
  name: string
  state: TeamMemberState
  skills: string[]
  licences: { licence: string; validUntil: string }[]
  since: Instant
  /** What the leader must know about their age; absent for an adult. `unknown`: no birthday was given. */
  age?: 'unknown' | 'minor' | 'child'
  /** The guardian whose word stands. */
  guardian?: { name: string; relation: string }
}
