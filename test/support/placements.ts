import { vacancyChanges } from '#app/placement/placementNotices'
import { defaultLimits as limits } from '#contract/shared/defaultLimits'
import type { Command, Decision } from '#core/change/aggregate'
import type { Effect } from '#core/change/effect'
import {
  type About,
  decideDeclinePerson,
  decideInterest,
  decideInvitePerson,
  decideLeavePlacement,
  decidePlace,
  decideVacancyOver,
  decideWithdrawInterest,
} from '#core/placement/decide'
import { newPlacement, type Placement } from '#core/placement/placement'
import { commandAt, yes } from './commands'
import { dayMs, mondayNine } from './time'

export const aVacancy: About = {
  ...{ _id: 'vac_1', title: '保洁员', firm: '清清家政', state: 'open' },
  ...{ validTo: mondayNine + 60 * dayMs, publisherId: 'm_zheng' },
}

/** A command so long after the Monday. */
export const afterMonday = (ms: number, who = 'zheng', word = who): Command =>
  commandAt(mondayNine + ms, `${word} ${ms}`, who)

/** The decided state, its effects done. */
export const settledWay = (decision: Decision<Placement> | undefined): Placement => ({
  ...yes(decision),
  pending: [],
})

export const freshWay = (): Placement =>
  newPlacement('vac_1', { _id: 'm_wang', name: '王姐', communityId: 'tubengkan' })

export const interestedWay = (consents = true): Placement =>
  settledWay(decideInterest(freshWay(), afterMonday(0, 'wang'), aVacancy, consents, limits))

export const invitedWay = (): Placement =>
  settledWay(decideInvitePerson(interestedWay(), afterMonday(1), aVacancy, '周三来', limits))

export const placedWay = (): Placement =>
  settledWay(decidePlace(invitedWay(), afterMonday(2), aVacancy, limits))

/** Every notice about vacancies and placement. */
export const toldOfPlacements: Effect[] = [
  ...[
    decideInvitePerson(interestedWay(), afterMonday(1), aVacancy, '周三上午来', limits),
    decideInvitePerson(interestedWay(), afterMonday(1), aVacancy, undefined, limits),
    decidePlace(invitedWay(), afterMonday(2), aVacancy, limits),
    decideDeclinePerson(invitedWay(), afterMonday(2), aVacancy, '时间不合适', limits),
    decideDeclinePerson(interestedWay(), afterMonday(2), aVacancy, undefined, limits),
    decideLeavePlacement(placedWay(), afterMonday(3), aVacancy, undefined, limits),
    decideVacancyOver(interestedWay(), afterMonday(3), aVacancy, '招满了', limits),
    decideVacancyOver(invitedWay(), afterMonday(4), aVacancy, undefined, limits),
  ].flatMap((decision) => decision.next?.pending ?? []),
  ...(decideWithdrawInterest(invitedWay(), afterMonday(2, 'wang'), aVacancy, limits).next?.pending ?? []),
  {
    effect: 'notice',
    noticeId: 'n_changed',
    to: 'm_wang',
    kind: 'vacancy_changed',
    ...{ vacancyId: 'vac_1', title: '保洁员', note: vacancyChanges(['firm', 'payText']) },
  },
]
