import type { Community } from '#contract/community'
import type { VacancyCard } from '#contract/vacancy'
import { vacancyDetail } from '#routes'
import { vacancyText as words } from '#text/vacancy/vacancy'
import type { Forwarded } from '#ui/forward/forwarded'

/** What is passed on of a vacancy: what everybody may read. */
export function forwardedVacancy(vacancy: VacancyCard, { name: issuer }: Pick<Community, 'name'>): Forwarded {
  const { vacancyId, title, payText, hoursText, place, state } = vacancy
  const over = state === 'closed'
  return {
    title: over ? words.forwardOver(title) : words.forward(vacancy),
    path: vacancyDetail(vacancyId),
    picture: { title, lines: over ? [words.endedOn] : [payText, hoursText, place], issuer },
    moments: true,
  }
}
