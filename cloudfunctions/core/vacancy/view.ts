import type { Instant } from '#contract/shared/scalars'
import type { VacancyCard } from '#contract/vacancy'
import { isOpen, type Vacancy } from './vacancy'

/** What a card needs. */
export const vacancyCardFields = [
  'title',
  'firm',
  'place',
  'payText',
  'hoursText',
  'validTo',
  'count',
  'state',
] as const

/** A vacancy in a list; one whose end has come is over, whether or not the timer has been there. */
export function vacancyCardOf(
  vacancy: Pick<Vacancy, '_id' | (typeof vacancyCardFields)[number]>,
  now: Instant,
): VacancyCard {
  const { _id: vacancyId, title, firm, place, payText, hoursText, validTo, count } = vacancy
  return {
    ...{ vacancyId, title, firm, place, payText, hoursText, validTo },
    ...(count !== undefined && { count }),
    state: isOpen(vacancy, now) ? 'open' : 'closed',
  }
}
