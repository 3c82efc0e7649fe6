import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type { ToldPart, VacancyState } from '#contract/vacancy'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { VacancyEffect } from '#core/change/effect'
import { feeWordIn, isPayOpen } from './fees'

/** A vacancy ends at most so long after it was written, so that what nobody looks after any more goes. */
export const mostAheadMs = 90 * dayMs

/** What people read of it. */
export interface VacancyContent {
  title: string
  firm: string
  place: string
  payText: string
  hoursText: string
  /** It is open before this. */
  validTo: Instant
  words?: string
  activityId?: string
  count?: number
}

/** A job that a firm offers, as a coordinator has published it. The firm has no account. */
export interface Vacancy extends Aggregate, VacancyContent {
  publisherId: MemberId
  publisherName: string
  state: VacancyState
  publishedAt: Instant
  closedAt: Instant | null
  /** Absent where it ended by itself. */
  closedReason?: string
  events: Recorded<'published' | 'edited' | 'closed' | 'ended'>[]
}

export function newVacancy(
  id: string,
  publisher: { _id: MemberId; name: string; communityId: string },
  content: VacancyContent,
  at: Instant,
): Vacancy {
  return {
    _id: id,
    communityId: publisher.communityId,
    ...unwritten(),
    publisherId: publisher._id,
    publisherName: publisher.name,
    state: 'open',
    publishedAt: at,
    closedAt: null,
    ...content,
  }
}

export const isOpen = ({ state, validTo }: Pick<Vacancy, 'state' | 'validTo'>, now: Instant): boolean =>
  state === 'open' && validTo > now

/** All that people read of it, line by line. */
export const vacancyWords = ({ title, firm, place, payText, hoursText, words }: VacancyContent): string =>
  [title, firm, place, payText, hoursText, ...(words === undefined ? [] : [words])].join('\n')

/** What keeps it from being shown; `word` is what must go. */
export interface VacancyFault {
  refusal: Extract<RefusalCode, 'vacancy_fee' | 'vacancy_pay_open' | 'vacancy_ends'>
  word?: string
}

export function vacancyFault(content: VacancyContent, now: Instant): VacancyFault | undefined {
  const word = feeWordIn(vacancyWords(content))
  if (word !== undefined) return { refusal: 'vacancy_fee', word }
  if (isPayOpen(content.payText)) return { refusal: 'vacancy_pay_open' }
  return content.validTo <= now || content.validTo > now + mostAheadMs
    ? { refusal: 'vacancy_ends' }
    : undefined
}

/** Shows it to everybody. */
export function decidePublishVacancy(vacancy: Vacancy, command: Command): Decision<Vacancy> {
  const fault = vacancyFault(vacancy, command.at)
  if (fault) return { refusal: fault.refusal }
  return withEffects(withEvent(vacancy, command, 'published'), command, [], vacancy.validTo)
}

/** What an edit gives; null takes away. */
export type VacancyEdit = {
  readonly [Part in keyof VacancyContent]?: VacancyContent[Part] | undefined | null
}

const parts = [
  'title',
  'firm',
  'place',
  'payText',
  'hoursText',
  'validTo',
  'words',
  'activityId',
  'count',
] as const satisfies (keyof VacancyContent)[]
/** What somebody who is interested must hear of. */
const told: readonly ToldPart[] = ['title', 'firm', 'place', 'payText', 'hoursText', 'words']

/** The vacancy with an edit; the same object where it changes nothing. */
export function editedVacancy(vacancy: Vacancy, edit: VacancyEdit): Vacancy {
  const given = parts.filter(
    (part) => edit[part] !== undefined && (edit[part] ?? undefined) !== vacancy[part],
  )
  if (given.length === 0) return vacancy
  const next = { ...vacancy, ...Object.fromEntries(given.map((part) => [part, edit[part]])) }
  for (const part of ['words', 'activityId', 'count'] as const) if (edit[part] === null) delete next[part]
  return next
}

/** Changes what it says. Who is interested hears what; a consent to another firm does not hold for this one. */
export function decideEditVacancy(vacancy: Vacancy, command: Command, edit: VacancyEdit): Decision<Vacancy> {
  if (!isOpen(vacancy, command.at)) return { refusal: 'vacancy_over' }
  const edited = editedVacancy(vacancy, edit)
  if (edited === vacancy) return { next: vacancy }
  const fault = vacancyFault(edited, command.at)
  if (fault) return { refusal: fault.refusal }
  const next = withEvent(edited, command, 'edited')
  const changed = told.filter((part) => next[part] !== vacancy[part])
  const word: VacancyEffect[] =
    changed.length === 0
      ? []
      : [{ effect: 'vacancy', cause: causeOf(next), vacancyId: next._id, title: vacancy.title, changed }]
  return withEffects(next, command, word, next.validTo)
}

const causeOf = ({ _id, rev }: Vacancy): string => `${_id}:${rev}`

/** Ends it before its end. Who is still interested hears why. */
export function decideCloseVacancy(vacancy: Vacancy, command: Command, reason: string): Decision<Vacancy> {
  return vacancy.state === 'closed'
    ? { next: vacancy }
    : over({ ...vacancy, closedReason: reason }, command, 'closed')
}

/** Its end has come. */
export function decideVacancyPassing(vacancy: Vacancy, command: Command): Decision<Vacancy> | undefined {
  if (vacancy.state === 'closed' || vacancy.validTo > command.at) return undefined
  return over(vacancy, command, 'ended')
}

function over(vacancy: Vacancy, command: Command, event: 'closed' | 'ended'): { next: Vacancy } {
  const next: Vacancy = {
    ...withEvent(vacancy, command, event, vacancy.closedReason),
    state: 'closed',
    closedAt: command.at,
  }
  const { _id: vacancyId, title, closedReason } = next
  const effect: VacancyEffect = {
    effect: 'vacancy',
    cause: causeOf(next),
    vacancyId,
    title,
    ...(closedReason !== undefined && { reason: closedReason }),
  }
  return withEffects(next, command, [effect])
}
