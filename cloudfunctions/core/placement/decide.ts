import type { Limits } from '#contract/community'
import type { Instant } from '#contract/shared/scalars'
import { dayMs, hourMs } from '#contract/shared/time'
import { type Command, type Decision, withEvent } from '#core/change/aggregate'
import type { NoticeEffect } from '#core/change/effect'
import { isOpen, type Vacancy } from '#core/vacancy/vacancy'
import { type FirmConsent, isOnItsWay, type Placement, type Stint, standing, stintOf } from './placement'
import { settled } from './wakes'

/** What of a vacancy decides. */
export type About = Pick<Vacancy, '_id' | 'title' | 'firm' | 'state' | 'validTo' | 'publisherId'>

/** Looking again within this time is the same passing. */
const passingMs = hourMs

function tell(
  next: Placement,
  vacancy: Pick<About, '_id' | 'title'>,
  kind: NoticeEffect['kind'],
  more: Partial<NoticeEffect> = {},
): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${next._id}_${next.rev}`,
    to: next.memberId,
    kind,
    vacancyId: vacancy._id,
    title: vacancy.title,
    ...more,
  }
}

/** Whether the consent lets name and number go to the firm that the vacancy names now. */
export const consentStands = (
  consent: FirmConsent | undefined,
  { firm }: Pick<About, 'firm'>,
  now: Instant,
): consent is FirmConsent => consent !== undefined && consent.until > now && consent.firm === firm

/**
 * The person wants to go, and says whether their name and number may be passed to the firm. Said again, it gives the
 * consent anew, or takes it back and leaves the interest.
 */
export function decideInterest(
  placement: Placement,
  command: Command,
  vacancy: About,
  consents: boolean,
  limits: Limits,
): Decision<Placement> {
  const { at, whoId } = command
  const { state } = placement
  if (placement.memberId === vacancy.publisherId) return { refusal: 'own_vacancy' }
  if (state === 'placed') return { next: placement }
  if (state === 'declined') return { refusal: 'placement_declined' }
  const begins = !isOnItsWay(placement)
  if (!isOpen(vacancy, at) && (begins || consents)) return { refusal: 'vacancy_over' }
  const stands = consentStands(placement.consent, vacancy, at) && placement.consent.passedAt === undefined
  if (!begins && (consents ? stands : placement.consent === undefined)) return { next: placement }
  const { consent: _, reason: _reason, spokenById: _before, ...rest } = placement
  const event = begins ? 'interested' : consents ? 'consented' : 'consent_taken'
  const next: Placement = {
    ...withEvent<Placement>(rest, command, event, begins && consents ? 'consented' : undefined),
    ...(begins && ({ state: 'interested', since: at } as const)),
    ...(!begins && placement.reason !== undefined && { reason: placement.reason }),
    ...(command.onBehalf && whoId !== undefined && { spokenById: whoId }),
    ...(consents && { consent: { firm: vacancy.firm, until: at + limits.placementConsentDays * dayMs } }),
  }
  return settled(next, command, limits)
}

/** The person takes the interest back, and the consent with it; who is placed leaves instead. */
export function decideWithdrawInterest(
  placement: Placement,
  command: Command,
  vacancy: Pick<About, '_id' | 'title'>,
  limits: Limits,
): Decision<Placement> {
  if (placement.state === 'placed') return { refusal: 'placement_works' }
  if (!isOnItsWay(placement)) return { next: placement }
  const { consent, seenById, reason: _, ...rest } = placement
  const next: Placement = {
    ...withEvent<Placement>(rest, command, 'withdrawn'),
    state: 'withdrawn',
    since: command.at,
  }
  // a firm may know the number, or expect them: whoever spoke to it says so
  const heard = placement.state === 'invited' || consent?.passedAt !== undefined
  const told =
    heard && seenById !== undefined
      ? [
          tell(next, vacancy, 'placement_withdrawn', {
            to: seenById,
            who: next.memberName,
            whoId: next.memberId,
          }),
        ]
      : []
  return settled(next, command, limits, told)
}

/** Why somebody may not decide about this person: it is they themselves, or they have spoken for them. */
function barred(placement: Placement, { whoId }: Command, { publisherId }: Pick<About, 'publisherId'>) {
  if (whoId === placement.memberId || publisherId === placement.memberId) return 'own_placement' as const
  return whoId !== undefined && whoId === placement.spokenById ? ('own_word' as const) : undefined
}

/**
 * Name and number are passed to the firm, once for each consent. Whoever passes them may look again within the hour.
 */
export function decidePass(
  placement: Placement,
  command: Command,
  vacancy: About,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  const { at, whoId } = command
  if (!isOnItsWay(placement)) return { refusal: 'placement_not_under_way' }
  if (placement.state === 'interested' && !isOpen(vacancy, at)) return { refusal: 'vacancy_over' }
  const { consent } = placement
  if (!consentStands(consent, vacancy, at)) return { refusal: 'placement_no_consent' }
  if (consent.passedAt !== undefined)
    return isBeingPassed(placement, command, vacancy)
      ? { next: placement }
      : { refusal: 'placement_consent_used' }
  const passed: FirmConsent = { ...consent, passedAt: at, ...(whoId !== undefined && { passedById: whoId }) }
  const next: Placement = {
    ...withEvent(placement, command, 'passed', vacancy.firm),
    consent: passed,
    ...(whoId !== undefined && { seenById: whoId }),
  }
  return settled(next, command, limits)
}

/** Whether a consent that still stands is being used by this caller: what a late repeat finds is asked once more. */
export const isBeingPassed = (
  { consent }: Pick<Placement, 'consent'>,
  { at, whoId }: Pick<Command, 'at' | 'whoId'>,
  vacancy: Pick<About, 'firm'>,
): boolean =>
  consentStands(consent, vacancy, at) &&
  consent.passedAt !== undefined &&
  consent.passedById === whoId &&
  at < consent.passedAt + passingMs

/** Asks the person to come. Once asked, it changes nothing. */
export function decideInvitePerson(
  placement: Placement,
  command: Command,
  vacancy: About,
  words: string | undefined,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  if (placement.state === 'invited') return { next: placement }
  if (placement.state !== 'interested') return { refusal: 'placement_not_under_way' }
  if (!isOpen(vacancy, command.at)) return { refusal: 'vacancy_over' }
  const next: Placement = {
    ...withEvent(placement, command, 'invited', words),
    state: 'invited',
    since: command.at,
    ...(words !== undefined && { reason: words }),
    ...(command.whoId !== undefined && { seenById: command.whoId }),
  }
  const said = words === undefined ? {} : { note: words }
  return settled(next, command, limits, [tell(next, vacancy, 'placement_invited', said)])
}

/** The person begins to work there; the consent has served. Follow-ups come on the days that hold now. */
export function decidePlace(
  placement: Placement,
  command: Command,
  vacancy: About,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  if (placement.state === 'placed') return { next: placement }
  if (placement.state !== 'invited') return { refusal: 'placement_not_under_way' }
  const { consent: _, reason: _words, ...rest } = placement
  const days = [...new Set([limits.followUpFirstDays, limits.followUpSecondDays])].sort((a, b) => a - b)
  const stint: Stint = {
    placedAt: command.at,
    followUps: days.map((after) => ({ days: after, at: command.at + after * dayMs })),
  }
  const next: Placement = {
    ...withEvent<Placement>(rest, command, 'placed'),
    state: 'placed',
    since: command.at,
    stints: [...placement.stints, stint],
  }
  return settled(next, command, limits, [tell(next, vacancy, 'placement_placed')])
}

/** It came to nothing. */
export function decideDeclinePerson(
  placement: Placement,
  command: Command,
  vacancy: About,
  reason: string | undefined,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  if (placement.state === 'declined') return { next: placement }
  if (!isOnItsWay(placement)) return { refusal: 'placement_not_under_way' }
  const next = ended(placement, command, 'declined', reason)
  const said = reason === undefined ? {} : { note: reason }
  return settled(next, command, limits, [tell(next, vacancy, 'placement_declined', said)])
}

/** The person works there no longer; later follow-ups are not asked. */
export function decideLeavePlacement(
  placement: Placement,
  command: Command,
  vacancy: About,
  reason: string | undefined,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  if (placement.state === 'left') return { next: placement }
  const stint = stintOf(placement)
  if (!stint) return { refusal: 'placement_not_under_way' }
  const left = endedStint(stint, command.at, 'missed', 'out')
  const next = withStint(ended(placement, command, 'left', reason), left)
  const said = reason === undefined ? {} : { note: reason }
  return settled(next, command, limits, [tell(next, vacancy, 'placement_left', said)])
}

/**
 * Answers what stands. Still in work: so they were on every day that stands. Not in work: for the last of these days it
 * is known, for an earlier one nobody asked in time; they have left.
 */
export function decideFollowUp(
  placement: Placement,
  command: Command,
  vacancy: About,
  stillInWork: boolean,
  limits: Limits,
): Decision<Placement> {
  const refusal = barred(placement, command, vacancy)
  if (refusal) return { refusal }
  const stint = stintOf(placement)
  if (!stint || standing(stint, command.at).length === 0) return { refusal: 'follow_up_none' }
  const said = withEvent(placement, command, 'followed_up', stillInWork ? 'in_work' : 'out')
  if (stillInWork) {
    const followUps = stint.followUps.map((one) =>
      one.answer === undefined && one.at <= command.at ? { ...one, answer: 'in_work' as const } : one,
    )
    return settled({ ...withStint(said, { ...stint, followUps }), asksAt: null }, command, limits)
  }
  const next = withStint(
    { ...said, state: 'left', since: command.at, asksAt: null },
    endedStint(stint, command.at, 'out', 'out'),
  )
  return settled(next, command, limits, [tell(next, vacancy, 'placement_left')])
}

/**
 * The work is over. Of the follow-ups without an answer, the last that stands is answered by `now`, earlier ones were
 * missed, and `later` answers those whose day has not come.
 */
function endedStint(stint: Stint, at: Instant, now: 'out' | 'missed', later: 'out' | 'missed'): Stint {
  const last = standing(stint, at).at(-1)
  const followUps = stint.followUps.map((one) =>
    one.answer !== undefined
      ? one
      : { ...one, answer: one === last ? now : one.at <= at ? ('missed' as const) : later },
  )
  return { ...stint, leftAt: at, followUps }
}

const withStint = (placement: Placement, stint: Stint): Placement => ({
  ...placement,
  stints: [...placement.stints.slice(0, -1), stint],
})

function ended(
  placement: Placement,
  command: Command,
  state: 'declined' | 'left',
  reason: string | undefined,
): Placement {
  const { consent: _, reason: _before, ...rest } = placement
  return {
    ...withEvent<Placement>(rest, command, state, reason),
    state,
    since: command.at,
    asksAt: null,
    ...(reason !== undefined && { reason }),
  }
}

/** The vacancy is over: an interest ends with it, and whoever was invited goes on. Both hear of it. */
export function decideVacancyOver(
  placement: Placement,
  command: Command,
  vacancy: Pick<About, '_id' | 'title'>,
  reason: string | undefined,
  limits: Limits,
): Decision<Placement> {
  if (!isOnItsWay(placement)) return { next: placement }
  const said = reason === undefined ? {} : { note: reason }
  const noted = withEvent(placement, command, 'vacancy_over')
  const { consent: _, ...rest } = noted
  const next: Placement =
    placement.state === 'invited' ? noted : { ...rest, state: 'declined', since: command.at }
  return settled(next, command, limits, [tell(next, vacancy, 'vacancy_closed', said)])
}

/** The account closes: what is under way ends, and nobody asks after somebody who is gone. */
export function decidePersonLeaves(
  placement: Placement,
  command: Command,
  limits: Limits,
): Decision<Placement> {
  const stint = stintOf(placement)
  if (!stint && !isOnItsWay(placement)) return { next: placement }
  const { consent: _, reason: _words, ...rest } = withEvent(placement, command, stint ? 'left' : 'withdrawn')
  const next: Placement = { ...rest, state: stint ? 'left' : 'withdrawn', since: command.at, asksAt: null }
  return settled(
    stint ? withStint(next, endedStint(stint, command.at, 'missed', 'missed')) : next,
    command,
    limits,
  )
}

/** Of two ways through one vacancy, the one that has come further; what was worked stays of both. */
export function placementsJoined(moved: Placement, there: Placement): Placement {
  const rank: Record<Placement['state'], number> = {
    ...{ placed: 5, invited: 4, interested: 3 },
    ...{ left: 2, declined: 1, withdrawn: 0 },
  }
  const further = rank[moved.state] > rank[there.state] ? moved : there
  const other = further === moved ? there : moved
  const past = other.stints.map((stint) =>
    stint.leftAt === undefined ? endedStint(stint, stint.placedAt, 'missed', 'missed') : stint,
  )
  return { ...further, rev: there.rev, stints: [...past, ...further.stints] }
}
