import * as v from 'valibot'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { day, type Instant, id, instant, line, paging, paragraph, wholeNumber } from './shared/scalars'
import { dayMs } from './shared/time'
import { instantOf } from './shared/wallClock'

/** Until when it stands: an instant, or a day to its end. */
const validTo = v.union([
  instant,
  v.pipe(
    day,
    v.transform((last) => (instantOf(last, '00:00') ?? 0) + dayMs),
  ),
])

const words = paragraph(1, 1000)
const count = wholeNumber(1, 999)

/** What a vacancy says. Work, firm, place, pay and hours are never left out. */
const content = {
  title: line(1, 40),
  firm: line(1, 60),
  place: line(1, 60),
  payText: line(1, 60),
  hoursText: line(1, 60),
  validTo,
  words: v.optional(words),
  /** The course that it follows. */
  activityId: v.optional(id),
  /** How many people the firm looks for. */
  count: v.optional(count),
}

export const vacancyPublish = v.object(content)

/** Each field that is given replaces the old one; null takes one away that may be absent. */
export const vacancyEdit = v.object({
  vacancyId: id,
  ...v.partial(v.object(content)).entries,
  words: v.optional(v.nullable(words)),
  activityId: v.optional(v.nullable(id)),
  count: v.optional(v.nullable(count)),
})

export const vacancyClose = v.object({ vacancyId: id, reason: line(1, 200) })

/** `open`, which is meant without it: the soonest to end first. `over`: the latest first. */
export const vacancyList = v.object({ when: v.optional(v.picklist(['open', 'over'])), ...paging })

export const vacancyGet = v.object({ vacancyId: id })

/** What of a vacancy those who are interested hear of when it changes. */
export type ToldPart = 'title' | 'firm' | 'place' | 'payText' | 'hoursText' | 'words'

export type VacancyState = 'open' | 'closed'

/** A vacancy in a list. */
export interface VacancyCard {
  vacancyId: string
  title: string
  firm: string
  place: string
  payText: string
  hoursText: string
  validTo: Instant
  count?: number
  /** `closed` also from the minute in which it has ended. */
  state: VacancyState
}

/** Where somebody is on the way from interest to work. */
export type PlacementState = 'interested' | 'invited' | 'placed' | 'declined' | 'left' | 'withdrawn'

/** What a person sees of their own way. */
export interface OwnPlacement {
  placementId: string
  state: PlacementState
  since: Instant
  /** Until when name and number may be passed to the firm; absent where they may not. */
  consentUntil?: Instant
  /** When they were passed; another passing needs another consent. */
  passedAt?: Instant
  /** What the coordinator said to it last. */
  reason?: string
}

export interface VacancyDetail extends VacancyCard {
  words?: string
  /** The course that it follows. */
  activityId?: string
  courseTitle?: string
  /** Why it was closed before its end. */
  closedReason?: string
  /** For how many days a consent given now would stand. */
  consentDays: number
  mine?: OwnPlacement
  /** The caller publishes vacancies. */
  runs?: true
}

export const vacancyOperations = {
  'vacancy.publish': { input: vacancyPublish, reply: reply<{ vacancyId: string }>() },
  'vacancy.edit': { input: vacancyEdit, reply: reply<{ vacancyId: string }>() },
  'vacancy.close': { input: vacancyClose, reply: reply<{ state: VacancyState }>() },
  'vacancy.list': { input: vacancyList, reply: reply<Page<VacancyCard>>() },
  'vacancy.get': { input: vacancyGet, reply: reply<VacancyDetail>() },
} as const satisfies Record<string, ContractRow>
