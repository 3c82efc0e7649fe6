import fc from 'fast-check'
import { type Tier, tiers } from '#contract/member'
import type { RequestState } from '#contract/request'
import { afterWorkMinutes, workMinutesBetween } from '#core/calendar/workHours'
import { repeatOf } from '#core/change/aggregate'
import { finishedStates, queueOf, type ServiceRequest, workdayMinutes } from '#core/request/request'
import { holdMinutes } from '#core/request/reserved'
import { commandAt, yes } from '#support/commands'
import {
  decisions,
  filedAt,
  filedRequest,
  officerOf,
  type RequestMove,
  requestRules,
} from '#support/requests'
import { dayMs, hourMs, minuteMs } from '#support/time'

const { calendar, limits } = requestRules
const moves = Object.keys(decisions) as RequestMove[]

const step = fc.record({
  move: fc.constantFrom(...moves),
  /** The tier of the person who tries. */
  tier: fc.constantFrom<Tier>(...tiers),
  holder: fc.boolean(),
  days: fc.integer({ min: 1, max: 9 }),
  /** How far the clock of the function that decides is behind. */
  behindMs: fc.constantFrom(0, 0, 6, 900),
  waitMs: fc.oneof(
    fc.integer({ min: 0, max: hourMs }),
    fc.integer({ min: 0, max: 3 * dayMs }),
    fc.integer({ min: 0, max: 60 * dayMs }),
  ),
})
/** Any minute of a year with its weekends, holidays and midnights. */
const start = fc.integer({ min: 0, max: 365 * 24 * 60 }).map((minutes) => filedAt - minutes * minuteMs)

/** The allowed changes of state. A move may also leave the state as it is. */
const edges: Record<RequestState, RequestState[]> = {
  filed: ['accepted', 'assigned', 'in_work', 'resolved', 'declined', 'closed'],
  accepted: ['assigned', 'in_work', 'resolved', 'declined', 'filed', 'closed'],
  assigned: ['in_work', 'resolved', 'declined', 'filed', 'accepted', 'closed'],
  in_work: ['resolved', 'declined', 'filed', 'accepted', 'closed'],
  resolved: ['closed', 'reopened'],
  closed: ['reopened'],
  declined: ['reopened'],
  reopened: ['accepted', 'assigned', 'in_work', 'resolved', 'declined', 'filed', 'closed'],
}

function holdsTogether(request: ServiceRequest): void {
  const finished = finishedStates.has(request.state)
  // There is one holder: the queue belongs to its tier, and only a person of that tier is assigned.
  expect(request.queue).toBe(queueOf(request.tier, 'grid1'))
  if (request.assigneeId !== null && !finished)
    expect(request.assigneeId.startsWith(`m_${request.tier}`)).toBe(true)
  expect(request.unfinished).toBe(!finished)
  expect(request.finishedAt !== null).toBe(finished)
  // A deadline runs unless the request is finished or waits for the resident.
  expect(request.deadline === null).toBe(finished || request.waiting !== null)
  if (request.deadline !== null) {
    expect(request.sortAt).toBe(request.deadline)
    const held = workMinutesBetween(request.heldSince, request.deadline, calendar)
    const atMost = holdMinutes(request.category, request.tier, limits)
    if (request.extensions === 0 && !request.events.some(({ event }) => event === 'asked')) {
      expect(held).toBe(atMost)
      expect(request.deadline).toBe(afterWorkMinutes(request.heldSince, atMost, calendar))
    }
  }
  const times = request.events.map(({ at }) => at)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  if (request.finishedAt !== null) expect(times).toContain(request.finishedAt)
  expect(request.respondedAt === null || request.respondedAt >= request.filedAt).toBe(true)
  if (request.wakesAt !== null && request.unfinished && !request.waiting)
    expect(request.wakesAt).toBe(request.deadline)
}

test('any order of commands and jumps of the clock keeps one holder, a rising timeline and deadlines in working time', () => {
  fc.assert(
    fc.property(start, fc.array(step, { maxLength: 25 }), (from, steps) => {
      const supporters = { m_zhou: { at: from, on: true, by: ['k'] } }
      let request = filedRequest({ supporters, supporterCount: 1 }, from)
      let now = from
      steps.forEach(({ move, tier, holder, days, behindMs, waitMs }, at) => {
        now += waitMs
        const who = officerOf(holder ? request.tier : tier)
        const command = commandAt(now - behindMs, `${move} ${at}`)
        const before = request
        const decision =
          move === 'extend'
            ? decisions.extend(request, command, who, days)
            : decisions[move](request, command, who)
        if (!decision?.next || decision.next === request) return
        request = decision.next
        holdsTogether(request)
        expect([before.state, ...edges[before.state]]).toContain(request.state)
        expect(request.rev).toBe(before.rev + 1)
        // From unfinished it is closed by its requester's withdrawal alone, and then nothing opens it again.
        if (before.unfinished && request.state === 'closed') expect(move).toBe('withdraw')
        if (before.withdrawn) expect(request).toMatchObject({ state: 'closed', onBoard: false })
        expect(request.events.slice(0, -1)).toEqual(before.events)
        expect(repeatOf(request, command)).toBe('repeat')
        // No supporter is lost, whatever happens to the request.
        expect(request.supporters).toBe(supporters)
        if (request.tier !== before.tier) {
          const moved = tiers.indexOf(request.tier) - tiers.indexOf(before.tier)
          expect(Math.abs(moved)).toBe(1)
          expect(request.heldSince).toBe(request.events.at(-1)?.at)
        }
      })
    }),
    { numRuns: 400 },
  )
})

test('a deadline that stood still for an answer goes on with the time that was left', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 0, max: 13 * 60 }),
      fc.integer({ min: 0, max: 20 * dayMs }),
      (from, used, pause) => {
        const request = filedRequest({}, from)
        const askedAt = afterWorkMinutes(from, used, calendar)
        const asked = decisions.ask(request, commandAt(askedAt, 'ask'), officerOf('grid'))
          .next as ServiceRequest
        const left = workMinutesBetween(askedAt, request.deadline as number, calendar)
        const answeredAt = Math.min(askedAt + pause, (asked.waiting?.resumesAt ?? 0) - 1)
        const answered = decisions.answer(asked, commandAt(answeredAt, 'answer')).next as ServiceRequest
        expect(workMinutesBetween(answeredAt, answered.deadline as number, calendar)).toBe(left)
        const forgotten = decisions.pass(asked, commandAt(asked.waiting?.resumesAt ?? 0, 'pass'))
          ?.next as ServiceRequest
        expect(asked.waiting?.resumesAt).toBe(
          afterWorkMinutes(askedAt, limits.waitDays * workdayMinutes(calendar), calendar),
        )
        expect(forgotten.waiting).toBeNull()
      },
    ),
  )
})

test('a question and its answer count from their events, also where the clock of the function is behind', () => {
  const at = filedAt + hourMs
  const grid = officerOf('grid')
  const accepted = yes(decisions.accept(filedRequest(), commandAt(at, 'accept'), grid))
  const asked = yes(decisions.ask(accepted, commandAt(at - 6, 'ask'), grid))
  expect(asked.waiting).toMatchObject({
    leftMinutes: workMinutesBetween(at, accepted.deadline as number, calendar),
    resumesAt: afterWorkMinutes(at, limits.waitDays * workdayMinutes(calendar), calendar),
  })
  const answered = yes(decisions.answer(asked, commandAt(at - 6, 'answer')))
  expect(answered.deadline).toBe(afterWorkMinutes(at, asked.waiting?.leftMinutes as number, calendar))
})
