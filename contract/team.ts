import * as v from 'valibot'
import { birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { day, type Instant, id, line, type MemberId, paging, type TeamId } from './shared/scalars'

const licence = v.object({
  licence: line(1, 40),
  validUntil: day,
  /** A picture of it: a file of purpose `licence_photo`. Without one the leader sees the paper in person. */
  photoId: v.optional(id),
})
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
export const teamMine = v.object({ ...paging })
/** A licence anew or another one, without applying again; it counts when the leader has seen it. */
export const teamShowLicence = v.object({ teamId: id, ...licence.entries })
export const teamDecideLicence = v.object({
  teamId: id,
  memberId: id,
  licence: line(1, 40),
  accept: v.boolean(),
  reason: v.optional(line(1, 200)),
})
export const teamEndProbation = v.object({ teamId: id, memberId: id })
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
export interface LicenceView {
  licence: string
  validUntil: string
  /** `ending`: it ends within the days of warning. */
  state: 'valid' | 'ending' | 'ended'
  photoId?: string
}
/** What somebody new may not do alone ends after so many services, or then. */
export interface ProbationView {
  servicesLeft: number
  until: Instant
}
/** My own place in a team. */
export interface MyTeam {
  teamId: TeamId
  state: TeamMemberState
  leads: boolean
  since: Instant
  skills: string[]
  licences: LicenceView[]
  /** Waiting for the leader's word. */
  shown: LicenceView[]
  probation?: ProbationView
}
export interface TeamMember {
  memberId: MemberId
  name: string
  state: TeamMemberState
  skills: string[]
  licences: LicenceView[]
  /** Shown since they were accepted: the leader has not said anything yet. */
  shown: LicenceView[]
  /** Their first time in the team, while it lasts. */
  probation?: ProbationView
  /** How often they claimed and did not come lately; absent where never. */
  missed?: number
  since: Instant
  /** What the leader must know about their age; absent for an adult. `unknown`: no birthday was given. */
  age?: 'unknown' | 'minor' | 'child'
  /** The guardian whose word stands. */
  guardian?: {
    name: string
    relation: string
    /** Who wrote it down from a paper; absent where the guardian said it themselves. */
    recordedBy?: string
  }
}

export const teamOperations = {
  'team.list': { input: teamList, reply: reply<Page<Team>>() },
  'team.apply': { input: teamApply, reply: reply<Applied>() },
  'team.decide': { input: teamDecide, reply: reply<{ state: TeamMemberState }>() },
  'team.mine': { input: teamMine, reply: reply<Page<MyTeam>>() },
  'team.showLicence': { input: teamShowLicence, reply: reply<{ shown: LicenceView[] }>() },
  'team.decideLicence': { input: teamDecideLicence, reply: reply<{ licences: LicenceView[] }>() },
  'team.endProbation': { input: teamEndProbation, reply: reply<{ state: TeamMemberState }>() },
  'team.leave': { input: teamLeave, reply: reply<{ state: TeamMemberState }>() },
  'team.roster': { input: teamRoster, reply: reply<Page<TeamMember>>() },
} as const satisfies Record<string, ContractRow>
