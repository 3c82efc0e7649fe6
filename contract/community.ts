import * as v from 'valibot'
import type { EstateId, GridId, TeamId } from './scalars'

export const communityGet = v.object({})

export interface Estate {
  estateId: EstateId
  name: string
  /** Building numbers as they are written on the wall. */
  buildings: string[]
}
export interface Grid {
  gridId: GridId
  name: string
}
export interface ResidentGroup {
  groupId: string
  name: string
}
/** A kind of help inside a service, for example a leaking pipe. */
export interface ServiceKind {
  kind: string
  title: string
  /** The licence a volunteer needs for it; absent where anybody may do it. */
  needsLicence?: string
  /** What a volunteer should know before coming; the requester confirms or adds to it. */
  riskHints?: string[]
}
export interface Service {
  service: string
  title: string
  teamId: TeamId
  kinds: ServiceKind[]
}
export interface RequestCategory {
  category: string
  title: string
  fields: { field: string; title: string; kind: 'text' | 'number' }[]
}
export interface Project {
  projectId: string
  name: string
}
/** Time limits an administrator may edit. */
export interface Limits {
  /** Check-in opens this long before the window. */
  checkInOpensMinutes: number
  /** How long after it happened a check-in or check-out may be reported. */
  lateReportHours: number
  /** A report later than this is flagged to the leader. */
  lateFlagMinutes: number
  /** After a check-out without a word, the minutes are credited. */
  silentConfirmDays: number
  /** How long one attendance code lives. */
  codeStepSeconds: number
  /** Wrong typed codes before a pause, and the pause. */
  codeTries: number
  codePauseMinutes: number
  /** Longest service one check-in may count for. */
  maxServiceMinutes: number
}

export interface Community {
  name: string
  /** The number a person without a smartphone calls. */
  phone: string
  estates: Estate[]
  grids: Grid[]
  groups: ResidentGroup[]
  services: Service[]
  requestCategories: RequestCategory[]
  projects: Project[]
  limits: Limits
  /** WeChat message templates this deployment may send; a client asks before each is used. */
  messageTemplates: { bookingProgress?: string }
}
