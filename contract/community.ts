import * as v from 'valibot'
import { type Issuer, issuer } from './certificate'
import type { Purpose } from './notice'
import { type RequestLimits, requestLimits } from './request'
import { type ActivityTemplate, activityTemplate } from './shared/activityTemplate'
import type { Controller } from './shared/controller'
import { type HelpPlace, helpPlace } from './shared/helpPlace'
import { type MessageFault, type MessageTemplates, messageTemplates } from './shared/message'
import { type ContractRow, reply } from './shared/operation'
import { type Pace, type PaceName, paces } from './shared/pace'
import {
  type EstateId,
  type GridId,
  id,
  line,
  paragraph,
  personName,
  properName,
  type TeamId,
} from './shared/scalars'
import { type WorkCalendar, workCalendar } from './shared/workCalendar'

export const communityGet = v.object({})
export const communityWhole = v.object({})
export const communityLacking = v.object({})

const list = <Item extends v.GenericSchema>(item: Item, most = 100) =>
  v.pipe(v.array(item), v.maxLength(most))
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const kindOfHelp = v.object({
  kind: id,
  title: line(1, 20),
  needsLicence: v.optional(line(1, 40)),
  riskHints: v.optional(list(line(1, 60), 10)),
  /** The skills that help with this kind of work. */
  skills: v.optional(list(line(1, 20), 20)),
  /** The least age of a volunteer; 14 is the legal minimum, 18 is meant for licensed work. */
  minAge: v.optional(whole(14, 18)),
  /** A new member of the team cannot claim it. */
  experienced: v.optional(v.boolean()),
  /** It often takes two volunteers: the form asks how many. */
  twoHands: v.optional(v.boolean()),
  /** It is often wanted every week: the form offers that. */
  weekly: v.optional(v.boolean()),
  /** An example of what to write, shown beside the description. */
  asks: v.optional(line(1, 40)),
  /** Sentences that a resident may tap instead of typing. */
  sentences: v.optional(list(line(1, 30), 6)),
  /** What a picture should show. */
  picturesHint: v.optional(line(1, 40)),
  /** Where this kind of help is given; the form proposes the first. */
  places: v.optional(v.pipe(v.array(helpPlace), v.minLength(1), v.maxLength(2))),
})
/** Who keeps people's records; the rest of the guideline is fixed, since the law asks for it. */
const controller = v.object({
  name: v.pipe(properName(40), v.minLength(2)),
  address: v.optional(line(2, 60)),
  phone: v.optional(line(5, 30)),
  handler: v.optional(personName),
})
const categoryField = v.object({
  field: id,
  title: line(1, 40),
  kind: v.picklist(['text', 'number', 'choice']),
  /** The options of a `choice`; with fewer than two the question is asked as text. */
  options: v.optional(list(line(1, 20), 12)),
})
/** A row of a plan has room for so many buildings on a narrow phone. */
const mostPerRow = 4
/** The parts an administrator may edit; each one given replaces what was there. */
export const communityEdit = v.partial(
  v.object({
    /**
     * The edition that the editor read. If it is no longer the present one, nothing is written. Without it,
     * the last edit wins.
     */
    rev: whole(0, Number.MAX_SAFE_INTEGER),
    name: line(1, 40),
    phone: line(1, 30),
    /** The prefix of this community's volunteer numbers. */
    volunteerPrefix: v.pipe(v.string(), v.regex(/^[A-Z]{2,6}$/)),
    estates: list(
      v.object({
        estateId: id,
        name: line(1, 20),
        buildings: list(line(1, 10)),
        /** So many buildings stand beside each other, row by row, as one comes in by the gate. */
        perRow: v.optional(whole(1, mostPerRow)),
      }),
    ),
    grids: list(
      v.object({
        gridId: id,
        name: line(1, 20),
        /** What it covers; without buildings, a whole estate. */
        covers: v.optional(list(v.object({ estateId: id, buildings: v.optional(list(line(1, 10))) }))),
      }),
    ),
    groups: list(v.object({ groupId: id, name: line(1, 20) })),
    services: list(
      v.object({
        service: id,
        title: line(1, 20),
        teamId: id,
        projectId: v.optional(id),
        kinds: list(kindOfHelp),
      }),
    ),
    requestCategories: list(v.object({ category: id, title: line(1, 20), fields: list(categoryField, 10) })),
    requestLimits,
    workCalendar,
    issuer,
    controller,
    projects: list(v.object({ projectId: id, name: line(1, 30) })),
    teams: list(
      v.object({
        teamId: id,
        name: properName(30),
        purpose: paragraph(1, 200),
        /** The project its hours belong to, where a service names no other. */
        projectId: v.optional(id),
        sample: v.optional(v.boolean(), false),
      }),
    ),
    /** The team of every shift that names no team. */
    womensTeamId: id,
    /** The templates a coordinator may begin an activity from. */
    templates: list(activityTemplate, 50),
    paces,
    /** The templates of messages by purpose; an empty one sends none. */
    messages: messageTemplates,
    limits: v.object({
      checkInOpensMinutes: whole(0, 24 * 60),
      lateReportHours: whole(1, 30 * 24),
      lateFlagMinutes: whole(1, 24 * 60),
      silentConfirmDays: whole(1, 60),
      codeStepSeconds: whole(15, 600),
      codeTries: whole(1, 20),
      codePauseMinutes: whole(1, 24 * 60),
      maxServiceMinutes: whole(10, 24 * 60),
      leastServiceMinutes: v.optional(whole(0, 120), 5),
      overrunMinutes: v.optional(whole(0, 24 * 60), 60),
      contactKeptDays: v.optional(whole(1, 365), 30),
      noticesKeptDays: v.optional(whole(7, 3650), 180),
      wordsKeptDays: v.optional(whole(30, 3650), 730),
      requestWordsKeptDays: v.optional(whole(30, 3650), 730),
      openingsKeptDays: v.optional(whole(180, 3650), 1095),
      rejectedKeptDays: v.optional(whole(7, 365), 90),
      closeDays: v.optional(whole(1, 15), 15),
      offerHours: v.optional(whole(1, 72), 12),
      offerEndsHours: v.optional(whole(0, 48), 2),
      noShowsBeforeWaiting: v.optional(whole(1, 50), 3),
      noShowDays: v.optional(whole(1, 3650), 180),
      registerVerifies: v.optional(v.boolean(), true),
      dwellingAccounts: v.optional(whole(1, 20), 4),
      doorOpensMinutes: v.optional(whole(0, 24 * 60), 60),
      noShowAfterHours: v.optional(whole(1, 30 * 24), 24),
      attendanceFixDays: v.optional(whole(1, 60), 7),
      feedbackDays: v.optional(whole(1, 90), 14),
      courseLeastPercent: v.optional(whole(1, 100), 80),
      courseAbsentLessons: v.optional(whole(0, 20), 2),
      subsidyGroundDays: v.optional(whole(1, 365), 90),
      subsidyKeptDays: v.optional(whole(365, 3650), 1095),
      remindDayHours: v.optional(whole(3, 7 * 24), 24),
      remindSoonHours: v.optional(whole(1, 12), 2),
      eldersFromAge: v.optional(whole(40, 100), 60),
      licenceWarnDays: v.optional(whole(1, 180), 30),
      probationServices: v.optional(whole(0, 50), 3),
      probationDays: v.optional(whole(1, 730), 90),
      noShowWaitMinutes: v.optional(whole(0, 240), 15),
      appealDays: v.optional(whole(1, 60), 7),
      noShowsBeforeOneByOne: v.optional(whole(1, 50), 3),
      atRiskPercent: v.optional(whole(1, 99), 50),
      atRiskGridPercent: v.optional(whole(1, 99), 75),
      offeredTo: v.optional(whole(1, 10), 3),
      claimsPerDay: v.optional(whole(1, 500), 12),
      openBookings: v.optional(whole(1, 500), 6),
      changesPerBooking: v.optional(whole(0, 100), 10),
      householdOpenBookings: v.optional(whole(1, 500), 10),
      seriesWeeks: v.optional(whole(2, 26), 12),
      householdSeries: v.optional(whole(0, 100), 2),
      honourMonthMinutes: v.optional(whole(0, 31 * 24 * 60), 600),
      teamActivityCapacity: v.optional(whole(1, 500), 30),
      wordDays: v.optional(whole(1, 60), 7),
      wordsPerMonth: v.optional(whole(0, 500), 20),
      placementConsentDays: v.optional(whole(1, 90), 30),
      followUpFirstDays: v.optional(whole(1, 365), 30),
      followUpSecondDays: v.optional(whole(1, 730), 90),
      pactVoteDays: v.optional(whole(1, 60), 7),
      pactLeastVotes: v.optional(whole(1, 100_000), 1),
    }),
  }),
)

export interface Estate {
  estateId: EstateId
  name: string
  /** Building numbers as the buildings show them. */
  buildings: string[]
  /** So many buildings stand in a row; absent: nobody has said so, and they are shown as a list. */
  perRow?: number | undefined
}
export interface Grid {
  gridId: GridId
  name: string
  /** The estates it covers, or some of their buildings; absent: nobody has said so, and residents are asked. */
  covers?: { estateId: EstateId; buildings?: string[] | undefined }[] | undefined
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
  needsLicence?: string | undefined
  /** What a volunteer should know before coming; the requester confirms it or adds to it. */
  riskHints?: string[] | undefined
  /** The skills that help with it; they count in the order of the hall. */
  skills?: string[] | undefined
  /** The least age of a volunteer; absent: 18 for licensed work, otherwise 14. */
  minAge?: number | undefined
  /** A new member of the team cannot claim it, see `probationServices`. */
  experienced?: boolean | undefined
  /** It often takes two volunteers: the form asks how many, and proposes nothing. */
  twoHands?: boolean | undefined
  /** It is often wanted every week: the form offers that. */
  weekly?: boolean | undefined
  /** An example of what to write, for whoever describes what is needed. */
  asks?: string | undefined
  /** Sentences to tap instead of typing. */
  sentences?: string[] | undefined
  /** What a picture should show. */
  picturesHint?: string | undefined
  /** Where it is given, the proposed place first; absent: both, at home first. The form asks so, no rule does. */
  places?: HelpPlace[] | undefined
}
export interface Service {
  service: string
  title: string
  teamId: TeamId
  /** The project its hours belong to. */
  projectId?: string | undefined
  kinds: ServiceKind[]
}
export interface RequestCategory {
  category: string
  title: string
  fields: {
    field: string
    title: string
    kind: 'text' | 'number' | 'choice'
    options?: string[] | undefined
  }[]
}
export interface Project {
  projectId: string
  name: string
}
/** Time limits and switches an administrator may edit. */
export interface Limits {
  /** Check-in opens this long before the window. */
  checkInOpensMinutes: number
  /** How long after it happened a check-in or check-out may be reported. */
  lateReportHours: number
  /** A report later than this is flagged to the leader. */
  lateFlagMinutes: number
  /** So long after a check-out the minutes are credited, if the requester says nothing. */
  silentConfirmDays: number
  /** How long one attendance code lives. */
  codeStepSeconds: number
  /** So many wrong codes cause a pause, and the pause is so long. */
  codeTries: number
  codePauseMinutes: number
  /** The longest service that counts. */
  maxServiceMinutes: number
  /** A shorter service credits nothing. */
  leastServiceMinutes: number
  /** A service that ends so long after the planned end is not credited by silence. */
  overrunMinutes: number
  /** How long a booking keeps its sealed door and number after it is over. */
  contactKeptDays: number
  /** How long a notice stays in an inbox. */
  noticesKeptDays: number
  /** How long a booking that is over keeps its texts: description, reasons, comment. */
  wordsKeptDays: number
  /**
   * How long a finished request keeps its texts, pictures and names; at least as long as it may be reopened.
   */
  requestWordsKeptDays: number
  /** How long an opening of a sealed door, number or birthday stays on record. */
  openingsKeptDays: number
  /** How long a rejected registration stays if nobody corrects it. */
  rejectedKeptDays: number
  /** How long after the request an account closes; until then the member may keep it. */
  closeDays: number
  /** How long a place that has become free is kept for the next in line. */
  offerHours: number
  /** An offer ends at least this long before the session. */
  offerEndsHours: number
  /** After this many sessions missed within `noShowDays`, a sign-up goes to the waitlist first. */
  noShowsBeforeWaiting: number
  /** How long a missed session or booking counts. */
  noShowDays: number
  /** Whether the household register verifies whom it confirms; otherwise a worker always decides. */
  registerVerifies: boolean
  /** The register vouches for so many accounts of a dwelling for which it names nobody. */
  dwellingAccounts: number
  /** Residents may be marked present this long before a session begins. */
  doorOpensMinutes: number
  /** So long after the end of a session, parties that had a place and did not come are noted. */
  noShowAfterHours: number
  /** How long after its end a session's attendance may be corrected. */
  attendanceFixDays: number
  /** How long after its end a session takes feedback. */
  feedbackDays: number
  /** Per cent of its lessons that complete a course, where its coordinator says no other. */
  courseLeastPercent: number
  /** Whoever was at none of so many first lessons gives the place to the line; 0: never. */
  courseAbsentLessons: number
  /** How long after the end of a course its transport subsidy may be claimed, and the ground of a claim is kept. */
  subsidyGroundDays: number
  /** How long the lines of a subsidy stay after nothing of it waits any more. */
  subsidyKeptDays: number
  /** How long before a session its parties are reminded, the first time and the second. */
  remindDayHours: number
  remindSoonHours: number
  /** The age from which a member is an elder, whose birthdays coordinators see. */
  eldersFromAge: number
  /** How long before the end of a licence its holder is told. */
  licenceWarnDays: number
  /**
   * A new member of a team is on probation for so many services or days, whichever comes first; 0: nobody is.
   */
  probationServices: number
  probationDays: number
  /** So long after the beginning of a booking, a party may report the other's no-show. */
  noShowWaitMinutes: number
  /** How long the accused may appeal; without an appeal the no-show counts from then on. */
  appealDays: number
  /** After so many claims missed within `noShowDays`, a volunteer may claim only one booking at a time. */
  noShowsBeforeOneByOne: number
  /**
   * After so much of its lead time, a booking that nobody has claimed is shown to the leaders, and to the
   * grid's workers.
   */
  atRiskPercent: number
  atRiskGridPercent: number
  /** How many volunteers are offered a booking that was released. */
  offeredTo: number
  /** How many bookings a volunteer may claim on one day; those that were released count as well. */
  claimsPerDay: number
  /** How many bookings of one person, and of one household, may be unfinished at a time. */
  openBookings: number
  /** So often the requester may change one booking. */
  changesPerBooking: number
  householdOpenBookings: number
  /** How many weeks a series may span, and how many series of one household may be unfinished at a time. */
  seriesWeeks: number
  householdSeries: number
  /** A member's honour minutes in a month; more take an admin's word. */
  honourMonthMinutes: number
  /** How many people a session, or a shift, of an activity may have that a team's leader publishes. */
  teamActivityCapacity: number
  /** How long after its end a volunteer may be added to a shift by hand, and a service be credited by word. */
  wordDays: number
  /** How many services one person may propose to credit by word in a month. */
  wordsPerMonth: number
  /** For so long a person's consent lets their name and number be passed to the firm of a vacancy. */
  placementConsentDays: number
  /** So long after somebody was placed it is asked whether they still work there, and then once more. */
  followUpFirstDays: number
  followUpSecondDays: number
  /** For so long residents vote on a new edition of a pact, and so many have to, or it does not count. */
  pactVoteDays: number
  pactLeastVotes: number
}

/** Everything an administrator edits, as it stands now. */
export interface WholeCommunity extends Omit<Community, 'messageTemplates'> {
  rev: number
  /** Absent where the community itself issues the certificates. */
  issuer?: Issuer | undefined
  womensTeamId?: TeamId | undefined
  /** Absent while the defaults hold. */
  templates?: ActivityTemplate[] | undefined
  /** The paces that an administrator has changed. */
  paces?: { [Kind in PaceName]?: Pace | undefined }
  /** The limits of requests; absent while the defaults hold. */
  requestLimits?: RequestLimits | undefined
  workCalendar?: WorkCalendar | undefined
  /** The templates of messages by purpose; those of the deployment until an administrator has written some. */
  messages?: MessageTemplates | undefined
  /** What WeChat refused lately of these templates. */
  messageFaults?: MessageFault[]
  /** Coming years whose public holidays are not known yet. */
  unknownHolidays?: number[]
  teams: CommunityTeam[]
  /** Nobody but an admin gets in yet, because something that everybody needs is still missing. */
  settingUp?: true | undefined
}
/** What an administrator has not seen to yet; nothing of it keeps residents out. */
export interface Lacking {
  /** The caller has not registered as a resident. */
  ownRegistration: boolean
  gridsWithoutWorker: GridId[]
  teamsWithoutLeader: TeamId[]
  coordinator: boolean
  /** Nobody holds what grids pass on to the community. */
  officer: boolean
  /** No message template is known, so that news wait in the inbox alone. */
  messageTemplates: boolean
}
export interface CommunityTeam {
  teamId: TeamId
  name: string
  purpose: string
  /** The project its hours belong to, where a service names no other. */
  projectId?: string | undefined
  /** The team's text is a sample and not the community's own. */
  sample: boolean
}

export interface Community {
  name: string
  /** The number a person without a smartphone calls. */
  phone: string
  /** Absent where the residents' committee of the community's name keeps the records. */
  controller?: Controller | undefined
  volunteerPrefix?: string
  estates: Estate[]
  grids: Grid[]
  groups: ResidentGroup[]
  services: Service[]
  requestCategories: RequestCategory[]
  projects: Project[]
  limits: Limits
  /**
   * The ids of the templates by purpose; a client asks for permission before each use. `bookingProgress` is that
   * of bookings under its earlier name.
   */
  messageTemplates: { [Of in Purpose | 'bookingProgress']?: string }
  /** Where the pages stand for a browser, without a slash at its end; absent where the deployment has not said it. */
  pageAddress?: string
}

export const communityOperations = {
  'community.get': { input: communityGet, reply: reply<Community>() },
  'community.whole': { input: communityWhole, reply: reply<WholeCommunity>() },
  'community.lacking': { input: communityLacking, reply: reply<Lacking>() },
  'community.edit': { input: communityEdit, reply: reply<{ rev: number }>() },
} as const satisfies Record<string, ContractRow>
