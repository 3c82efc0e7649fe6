import type { Checked, Faults } from '#cloud/call/checked'
import type { RawInputOf } from '#contract/operations'
import type { Day, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import type { VacancyDetail } from '#contract/vacancy'
import { vacancyFormText } from '#text/vacancy/vacancy'

/** A vacancy that is being written. */
export interface VacancyDraft {
  title: string
  firm: string
  payText: string
  hoursText: string
  place: string
  count: string
  validTo: Day | ''
  words: string
  /** Empty where it follows no course. */
  activityId: string
}
export type VacancyField = keyof typeof vacancyFormText.missing

const monthMs = 30 * dayMs

export const emptyVacancy = (now: Instant): VacancyDraft => ({
  ...{ title: '', firm: '', payText: '', hoursText: '', place: '', count: '', words: '', activityId: '' },
  validTo: dayOf(now + monthMs),
})

export const draftOfVacancy = (vacancy: VacancyDetail): VacancyDraft => {
  const { title, firm, payText, hoursText, place, count, validTo, words = '', activityId = '' } = vacancy
  return {
    ...{ title, firm, payText, hoursText, place, words, activityId },
    count: count === undefined ? '' : String(count),
    // the end is half-open
    validTo: dayOf(validTo - 1),
  }
}

type Written = Omit<RawInputOf<'vacancy.publish'>, 'validTo'> & { validTo: Instant }
const needed = ['title', 'firm', 'payText', 'hoursText', 'place'] as const
/** As far ahead as a vacancy may end. */
const mostAheadMs = 90 * dayMs

/** The vacancy to send, or the faults by field. */
export function checkVacancy(draft: VacancyDraft, now: Instant): Checked<Written, VacancyField> {
  const { missing } = vacancyFormText
  const said = {
    ...{ title: draft.title.trim(), firm: draft.firm.trim(), payText: draft.payText.trim() },
    ...{ hoursText: draft.hoursText.trim(), place: draft.place.trim() },
  }
  const typed = draft.count.trim()
  const count = Number(typed)
  const last = draft.validTo === '' ? undefined : instantOf(draft.validTo, '00:00')
  const validTo = (last ?? 0) + dayMs
  const faults: Faults<VacancyField> = {
    ...Object.fromEntries(needed.filter((part) => said[part] === '').map((part) => [part, missing[part]])),
    ...(typed !== '' && !(Number.isInteger(count) && count >= 1 && count <= 999) && { count: missing.count }),
    ...((validTo <= now || validTo > now + mostAheadMs) && { validTo: missing.validTo }),
  }
  if (Object.keys(faults).length > 0) return { faults }
  const words = draft.words.trim()
  return {
    input: {
      ...said,
      validTo,
      ...(words !== '' && { words }),
      ...(typed !== '' && { count }),
      ...(draft.activityId !== '' && { activityId: draft.activityId }),
    },
  }
}
