import * as v from 'valibot'
import { birthCalendars, birthDay } from './shared/birth'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { day, type Instant, id, line, type MemberId, paging, type TeamId } from './shared/scalars'

const licence = v.object({
  licence: line(1, 40),
  validUntil: day,
  /**
   * A picture of the licence: a file of purpose `licence_photo`. Without one, the leader looks at the paper
   * in person.
   */
  photoId: v.optional(id),
})
export const teamList = v.object({ ...paging })
export const teamGet = v.object({ teamId: id })
export const teamApply = v.object({
  teamId: id,
  skills: v.pipe(v.array(line(1, 20)), v.maxLength(10)),
  licences: v.optional(v.pipe(v.array(licence), v.maxLength(5))),
  /** Stored once; without it the leader checks the age in person. */
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
/** A new or renewed licence of a member of the team; it counts once the leader has accepted it. */
export const teamShowLicence = v.object({ teamId: id, ...licence.entries })
export const teamDecideLicence = v.object({
  teamId: id,
  memberId: id,
  licence: line(1, 40),
  accept: v.boolean(),
  reason: v.optional(line(1, 200)),
})
export const teamRevokeLicence = v.object({
  teamId: id,
  memberId: id,
  licence: line(1, 40),
  /** The reason; its holder reads it. */
  reason: line(1, 200),
})
export const teamEndProbation = v.object({ teamId: id, memberId: id })
export const teamLeave = v.object({ teamId: id })
export const teamRoster = v.object({ teamId: id, ...paging })

export type TeamMemberState = 'applied' | 'accepted' | 'declined' | 'left'
export interface Team {
  teamId: TeamId
  name: string
  purpose: string
  /** The team's text is a sample and not the community's own. */
  sample: boolean
  memberCount: number
  /** The Women's Home's own team, whose activities its coordinators publish. */
  womens?: true
  /** The caller's own membership; absent where there is none. */
  mine?: TeamMemberState
}
export interface Applied {
  state: TeamMemberState
  /** The applicant is a minor: nobody can accept them before a guardian has agreed. */
  guardianNeeded?: true
}
export interface LicenceView {
  licence: string
  validUntil: string
  /** `ending`: it ends within the days of `licenceWarnDays`. */
  state: 'valid' | 'ending' | 'ended'
  photoId?: string
}
/** Probation ends after so many services, or then. */
export interface ProbationView {
  servicesLeft: number
  until: Instant
}
/** The caller's own membership of a team. */
export interface MyTeam {
  teamId: TeamId
  state: TeamMemberState
  leads: boolean
  since: Instant
  skills: string[]
  licences: LicenceView[]
  /** Licences that the leader has not decided on yet. */
  shown: LicenceView[]
  probation?: ProbationView
}
export interface TeamMember {
  memberId: MemberId
  name: string
  state: TeamMemberState
  /** Leads the team; a leader need not be a volunteer of it. */
  leads?: true
  skills: string[]
  licences: LicenceView[]
  /** Licences that the leader has not decided on yet. */
  shown: LicenceView[]
  /** The member's probation; absent when it is over. */
  probation?: ProbationView
  /** How many claims the member missed lately; absent for none. */
  missed?: number
  since: Instant
  /**
   * What the leader must know about the member's age; absent for an adult. `unknown`: the member gave no
   * birthday.
   */
  age?: 'unknown' | 'minor' | 'child'
  /** The guardian whose consent holds. */
  guardian?: {
    name: string
    relation: string
    /** Who recorded it from a paper; absent where the guardian gave it themselves. */
    recordedBy?: string
  }
}

export const teamOperations = {
  'team.list': { input: teamList, reply: reply<Page<Team>>() },
  'team.get': { input: teamGet, reply: reply<Team>() },
  'team.apply': { input: teamApply, reply: reply<Applied>() },
  'team.decide': { input: teamDecide, reply: reply<{ state: TeamMemberState }>() },
  'team.mine': { input: teamMine, reply: reply<Page<MyTeam>>() },
  'team.showLicence': { input: teamShowLicence, reply: reply<{ shown: LicenceView[] }>() },
  'team.decideLicence': { input: teamDecideLicence, reply: reply<{ licences: LicenceView[] }>() },
  'team.revokeLicence': { input: teamRevokeLicence, reply: reply<{ licences: LicenceView[] }>() },
  'team.endProbation': { input: teamEndProbation, reply: reply<{ state: TeamMemberState }>() },
  'team.leave': { input: teamLeave, reply: reply<{ state: TeamMemberState }>() },
  'team.roster': { input: teamRoster, reply: reply<Page<TeamMember>>() },
} as const satisfies Record<string, ContractRow>
