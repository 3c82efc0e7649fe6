import fc from 'fast-check'
import { defaultLimits as limits } from '#contract/shared/defaultLimits'
import type { Instant } from '#contract/shared/scalars'
import { type Command, type Decision, repeatOf } from '#core/change/aggregate'
import {
  type About,
  decideDeclinePerson,
  decideFollowUp,
  decideInterest,
  decideInvitePerson,
  decideLeavePlacement,
  decidePass,
  decidePersonLeaves,
  decidePlace,
  decideVacancyOver,
  decideWithdrawInterest,
  isBeingPassed,
  placementsJoined,
} from '#core/placement/decide'
import { figuresOf } from '#core/placement/figures'
import { placementWithout } from '#core/placement/forgetting'
import type { Placement } from '#core/placement/placement'
import { decidePlacementPassing } from '#core/placement/wakes'
import { commandAt, no, yes } from '#support/commands'
import {
  afterMonday,
  aVacancy,
  freshWay,
  interestedWay,
  invitedWay,
  placedWay,
  settledWay,
} from '#support/placements'
import { dayMs, hourMs, mondayNine } from '#support/time'

describe('a consent to pass name and number', () => {
  it('serves one passing, within its term, to the firm it named', () => {
    const passed = yes(decidePass(interestedWay(), afterMonday(hourMs), aVacancy, limits))
    expect(passed.consent?.passedAt).toBe(mondayNine + hourMs)
    expect(yes(decidePass(passed, afterMonday(2 * hourMs - 1), aVacancy, limits))).toBe(passed)
    expect(no(decidePass(passed, afterMonday(2 * hourMs), aVacancy, limits))).toBe('placement_consent_used')
    expect(no(decidePass(passed, afterMonday(hourMs + 1, 'tan'), aVacancy, limits))).toBe(
      'placement_consent_used',
    )
    const again = yes(decideInterest(passed, afterMonday(3 * hourMs, 'wang'), aVacancy, true, limits))
    expect(yes(decidePass(again, afterMonday(4 * hourMs), aVacancy, limits)).consent?.passedAt).toBe(
      mondayNine + 4 * hourMs,
    )
    const other = { ...aVacancy, firm: '亮亮家政' }
    expect(no(decidePass(interestedWay(), afterMonday(1), other, limits))).toBe('placement_no_consent')
  })
  it('is gone after its term, whether or not the timer has been there', () => {
    const termMs = limits.placementConsentDays * dayMs
    expect(no(decidePass(interestedWay(), afterMonday(termMs), aVacancy, limits))).toBe(
      'placement_no_consent',
    )
    const lapsed = yes(decidePlacementPassing(interestedWay(), afterMonday(termMs), limits))
    expect(lapsed.consent).toBeUndefined()
    expect(lapsed.state).toBe('interested')
  })
  it('is not needed to be interested, and is taken back by itself', () => {
    expect(no(decidePass(interestedWay(false), afterMonday(1), aVacancy, limits))).toBe(
      'placement_no_consent',
    )
    const back = yes(decideInterest(interestedWay(), afterMonday(1, 'wang'), aVacancy, false, limits))
    expect(back).toMatchObject({ state: 'interested' })
    expect(back.consent).toBeUndefined()
  })
  it('goes with the interest, and who was told of the person hears it', () => {
    const withdrawn = yes(decideWithdrawInterest(invitedWay(), afterMonday(5, 'wang'), aVacancy, limits))
    expect(withdrawn.consent).toBeUndefined()
    expect(withdrawn.pending).toMatchObject([{ to: 'm_zheng', kind: 'placement_withdrawn' }])
    expect(no(decidePass(withdrawn, afterMonday(6), aVacancy, limits))).toBe('placement_not_under_way')
    expect(
      yes(decideWithdrawInterest(interestedWay(), afterMonday(5, 'wang'), aVacancy, limits)).pending,
    ).toEqual([])
  })
})

describe('a way to work', () => {
  it('is decided by nobody about themselves, nor by whoever published or spoke for the person', () => {
    expect(no(decideInvitePerson(interestedWay(), afterMonday(1, 'wang'), aVacancy, undefined, limits))).toBe(
      'own_placement',
    )
    expect(no(decidePlace(invitedWay(), afterMonday(3, 'wang'), aVacancy, limits))).toBe('own_placement')
    const own = { ...aVacancy, publisherId: 'm_wang' }
    expect(no(decideInterest(freshWay(), afterMonday(0, 'wang'), own, true, limits))).toBe('own_vacancy')
    expect(no(decideInvitePerson(interestedWay(), afterMonday(1), own, undefined, limits))).toBe(
      'own_placement',
    )
    const spoken: Command = { ...afterMonday(0, 'zheng'), onBehalf: true }
    const forHer = settledWay(decideInterest(freshWay(), spoken, aVacancy, true, limits))
    expect(no(decidePass(forHer, afterMonday(1), aVacancy, limits))).toBe('own_word')
    expect(yes(decidePass(forHer, afterMonday(1, 'tan'), aVacancy, limits)).consent?.passedById).toBe('m_tan')
  })
  it('goes from interest over invitation to work, each once', () => {
    expect(no(decidePlace(interestedWay(), afterMonday(1), aVacancy, limits))).toBe('placement_not_under_way')
    const here = placedWay()
    expect(here).toMatchObject({ state: 'placed', stints: [{ placedAt: mondayNine + 2 }] })
    expect(here.consent).toBeUndefined()
    expect(yes(decidePlace(here, afterMonday(3), aVacancy, limits))).toBe(here)
    expect(yes(decideInterest(here, afterMonday(3, 'wang'), aVacancy, true, limits))).toBe(here)
    expect(no(decideWithdrawInterest(here, afterMonday(3, 'wang'), aVacancy, limits))).toBe('placement_works')
    const declined = yes(decideDeclinePerson(invitedWay(), afterMonday(3), aVacancy, '时间不合适', limits))
    expect(declined.pending).toMatchObject([{ kind: 'placement_declined', note: '时间不合适' }])
    expect(no(decideInterest(declined, afterMonday(4, 'wang'), aVacancy, true, limits))).toBe(
      'placement_declined',
    )
  })
  it('ends with the vacancy where nobody was invited; who was goes on', () => {
    const over = yes(decideVacancyOver(interestedWay(), afterMonday(9), aVacancy, '招满了', limits))
    expect(over).toMatchObject({ state: 'declined' })
    expect(over.consent).toBeUndefined()
    expect(over.pending).toMatchObject([{ kind: 'vacancy_closed', note: '招满了' }])
    const still = yes(decideVacancyOver(invitedWay(), afterMonday(9), aVacancy, undefined, limits))
    const closed = { ...aVacancy, state: 'closed' as const }
    expect(yes(decidePlace({ ...still, pending: [] }, afterMonday(10), closed, limits)).state).toBe('placed')
    expect(no(decideInvitePerson(interestedWay(), afterMonday(10), closed, undefined, limits))).toBe(
      'vacancy_over',
    )
  })
  it('loses what was said to it once it is long over', () => {
    const declined = settledWay(
      decideDeclinePerson(invitedWay(), afterMonday(3), aVacancy, '时间不合适', limits),
    )
    expect(declined.wakesAt).toBe(mondayNine + 3 + limits.wordsKeptDays * dayMs)
    const bare = yes(decidePlacementPassing(declined, afterMonday(3 + limits.wordsKeptDays * dayMs), limits))
    expect(JSON.stringify(bare)).not.toMatch(/时间不合适|周三来/)
    expect(bare.wakesAt).toBeNull()
  })
})

describe('a follow-up', () => {
  it('stands from its day until it is answered, then comes the next', () => {
    const first = limits.followUpFirstDays * dayMs
    const second = limits.followUpSecondDays * dayMs
    expect(no(decideFollowUp(placedWay(), afterMonday(first), aVacancy, true, limits))).toBe('follow_up_none')
    const due = settledWay(decidePlacementPassing(placedWay(), afterMonday(2 + first), limits))
    expect(due).toMatchObject({ asksAt: mondayNine + 2 + first, wakesAt: null })
    const still = settledWay(decideFollowUp(due, afterMonday(3 + first), aVacancy, true, limits))
    expect(still).toMatchObject({ asksAt: null, wakesAt: mondayNine + 2 + second })
    expect(no(decideFollowUp(still, afterMonday(4 + first), aVacancy, true, limits))).toBe('follow_up_none')
    const again = settledWay(decidePlacementPassing(still, afterMonday(2 + second), limits))
    const out = yes(decideFollowUp(again, afterMonday(3 + second), aVacancy, false, limits))
    expect(out).toMatchObject({ state: 'left', asksAt: null })
    expect(figuresOf([out], mondayNine + 100 * dayMs)).toEqual({
      ...{ interested: 1, invited: 1, placed: 1 },
      after: [
        { days: 30, known: 1, still: 1, unknown: 0 },
        { days: 90, known: 1, still: 0, unknown: 0 },
      ],
    })
  })
  it('says nothing of a day on which nobody asked', () => {
    const late = afterMonday(2 + 95 * dayMs)
    const out = yes(decideFollowUp(placedWay(), late, aVacancy, false, limits))
    expect(figuresOf([out], late.at).after).toEqual([
      { days: 30, known: 0, still: 0, unknown: 1 },
      { days: 90, known: 1, still: 0, unknown: 0 },
    ])
    const gone = yes(decidePersonLeaves(placedWay(), afterMonday(5 * dayMs), limits))
    expect(figuresOf([gone], late.at).after).toMatchObject([{ unknown: 1 }, { unknown: 1 }])
    const early = yes(decideLeavePlacement(placedWay(), afterMonday(5 * dayMs), aVacancy, '太远', limits))
    expect(figuresOf([early], late.at).after).toMatchObject([{ known: 1, still: 0 }, { known: 1 }])
    expect(figuresOf([early], mondayNine + 10 * dayMs).after).toEqual([])
  })
})

it('of two ways of one person the one that has come further goes on, and no work is lost', () => {
  const moved = { ...interestedWay(), _id: 'vac_1_m_paper', rev: 4 }
  const joined = placementsJoined(moved, { ...placedWay(), rev: 9 })
  expect(joined).toMatchObject({ state: 'placed', rev: 9 })
  const both = placementsJoined(placedWay(), { ...placedWay(), rev: 9 })
  expect(both.stints.map(({ leftAt }) => leftAt === undefined)).toEqual([false, true])
})

it('a forgotten person leaves the figures as they were', () => {
  const gone = { memberId: 'm_wang', name: '已注销的居民', words: '（删除）' }
  const before = settledWay(
    decideLeavePlacement(placedWay(), afterMonday(5 * dayMs), aVacancy, '家里有事', limits),
  )
  const after = placementWithout(before, gone)
  expect(JSON.stringify(after)).not.toMatch(/王姐|家里有事|周三来/)
  expect(figuresOf([after], mondayNine + 99 * dayMs)).toEqual(figuresOf([before], mondayNine + 99 * dayMs))
  expect(placementWithout(after, gone)).toBe(after)
})

const moves = [
  'interest',
  'interest_only',
  'withdraw',
  'invite',
  'pass',
  'place',
  'decline',
  'leave',
  'in_work',
  'out',
  'time',
  'over',
  'retry',
] as const

it('passes a number only while a consent stands, places nobody twice at once, and its shares are a recount, in any order', () => {
  const step = fc.record({
    move: fc.constantFrom(...moves),
    afterMs: fc.constantFrom(1, hourMs, 10 * dayMs, 31 * dayMs),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now: Instant = mondayNine
      let way = freshWay()
      let about: About = { ...aVacancy, validTo: mondayNine + 1_000 * dayMs }
      let last:
        | { command: Command; rule: (state: Placement, command: Command) => Decision<Placement> }
        | undefined
      /** The model: the consent that stands, and every time that somebody began, with what is known of each day. */
      let consent: { until: Instant; used?: Instant } | undefined
      const begun: { at: Instant; known: Map<number, boolean> }[] = []
      const shown = (command: Command) => {
        if (!isBeingPassed(way, command, about)) return
        expect(consent && consent.until > now).toBe(true)
        if (!consent) return
        consent.used ??= now
        expect(now - consent.used).toBeLessThan(hourMs)
      }
      const send = (rule: NonNullable<typeof last>['rule'], command: Command): boolean => {
        last = { command, rule }
        if (repeatOf(way, command)) return true
        const { next } = rule(way, command)
        if (next) way = { ...next, pending: [] }
        return next !== undefined
      }
      for (const [index, { move, afterMs }] of steps.entries()) {
        now += afterMs
        const by = (who: string): Command => ({ ...commandAt(now, `${move}${index}`, who) })
        const before = way
        const stint = begun.at(-1)
        if (move === 'interest' || move === 'interest_only') {
          const agrees = move === 'interest'
          if (send((state, command) => decideInterest(state, command, about, agrees, limits), by('wang'))) {
            const stands = consent && consent.until > now && consent.used === undefined
            if (
              way.state !== 'placed' &&
              !(agrees && stands && before.state !== 'withdrawn' && before.state !== 'left')
            )
              consent = agrees ? { until: now + limits.placementConsentDays * dayMs } : undefined
          }
        } else if (move === 'withdraw') {
          send((state, command) => decideWithdrawInterest(state, command, about, limits), by('wang'))
        } else if (move === 'invite') {
          send((state, command) => decideInvitePerson(state, command, about, undefined, limits), by('zheng'))
        } else if (move === 'pass') {
          if (send((state, command) => decidePass(state, command, about, limits), by('zheng')))
            shown(by('zheng'))
        } else if (move === 'place') {
          if (send((state, command) => decidePlace(state, command, about, limits), by('zheng')))
            if (before.state !== 'placed') begun.push({ at: now, known: new Map() })
        } else if (move === 'decline') {
          send((state, command) => decideDeclinePerson(state, command, about, undefined, limits), by('zheng'))
        } else if (move === 'leave' || move === 'in_work' || move === 'out') {
          const rule = (state: Placement, command: Command) =>
            move === 'leave'
              ? decideLeavePlacement(state, command, about, undefined, limits)
              : decideFollowUp(state, command, about, move === 'in_work', limits)
          const done = send(rule, by('zheng'))
          if (done && before.state === 'placed' && stint) {
            const days = [limits.followUpFirstDays, limits.followUpSecondDays]
            const open = days.filter((one) => !stint.known.has(one) && stint.at + one * dayMs <= now)
            if (move === 'in_work') for (const one of open) stint.known.set(one, true)
            if (move === 'out') for (const one of open.slice(-1)) stint.known.set(one, false)
            if (move !== 'in_work')
              for (const one of days) if (stint.at + one * dayMs > now) stint.known.set(one, false)
          }
        } else if (move === 'time') {
          const passed = decidePlacementPassing(way, commandAt(now, `time${index}`), limits)
          if (passed?.next) way = { ...passed.next, pending: [] }
        } else if (move === 'over') {
          about = { ...about, state: 'closed' }
          send((state, command) => decideVacancyOver(state, command, about, undefined, limits), by('time'))
        } else if (last && repeatOf(way, last.command)) {
          // what was sent before arrives once more, and is shown what it would be shown now
          shown({ ...last.command, at: now })
        }
        if (way.state !== 'interested' && way.state !== 'invited') consent = undefined
        expect(way.stints.filter(({ leftAt }) => leftAt === undefined).length).toBe(
          way.state === 'placed' ? 1 : 0,
        )
        if (way.consent) expect(consent?.until).toBe(way.consent.until)
        const figures = figuresOf([way], now)
        expect(figures.placed).toBe(begun.length)
        for (const days of [limits.followUpFirstDays, limits.followUpSecondDays]) {
          const reached = begun.filter((one) => one.at + days * dayMs <= now)
          const line = figures.after.find((one) => one.days === days) ?? { known: 0, still: 0, unknown: 0 }
          expect(line.known + line.unknown).toBe(reached.length)
          expect(line.known).toBe(reached.filter((one) => one.known.has(days)).length)
          expect(line.still).toBe(reached.filter((one) => one.known.get(days) === true).length)
        }
      }
    }),
    { numRuns: 300 },
  )
})
