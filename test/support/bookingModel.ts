import assert from 'node:assert/strict'
import type { BookingState } from '#contract/booking'
import { scanCode, stepAt, typedCode } from '#contract/shared/attendanceCode'
import type { Instant } from '#contract/shared/scalars'
import { type Booking, isUnderWay } from '#core/booking/booking'
import { decideChange } from '#core/booking/change'
import { decideConfirm, decideSettle } from '#core/booking/confirm'
import {
  decideBookingPassing,
  decideCancel,
  decideCheckIn,
  decideCheckOut,
  decideClaim,
  decideRelease,
  type Volunteer,
} from '#core/booking/decide'
import { decideDispatch, decideInvite } from '#core/booking/dispatch'
import { decideEndedClaim, endedClaimsOf } from '#core/booking/endedClaims'
import { decideNoShow } from '#core/booking/noShow'
import { bookingWaitOf } from '#core/booking/waits'
import { type Command, type Decision, effectGraceMs, repeatOf, withEffectsDone } from '#core/change/aggregate'
import type { CreditEffect, Effect } from '#core/change/effect'
import { type Diary, withHold, withoutHold } from '#core/diary/diary'
import { li, limits, openBooking, reportOf, screenAt, secretOf, today, zhao } from './bookings'
import { dayMs, hourMs, minuteMs } from './time'

export const chen: Volunteer = { memberId: 'm_chen', name: '陈师傅', teamIds: ['repair'], licences: [] }
const volunteers = [li, zhao, chen]
const stepMs = limits.codeStepSeconds * 1000

/** The code that somebody uses: the one on the screen, or another. */
export type CodeChoice = 'now' | 'kept' | 'old' | 'future' | 'made_up' | 'other_claim' | 'ended_claim'
export type Move =
  | { move: 'claim' | 'release' | 'dispatch' | 'invite'; who: 0 | 1 | 2 }
  /** A leader who is not a volunteer settles a forgotten check-out. */
  | { move: 'settle'; minutes: number }
  | { move: 'cancel' }
  /** The requester moves the window to so long from now, changes the text, or does both. */
  | { move: 'change'; inMs?: number | undefined; words?: string | undefined }
  /** The requester, or a volunteer, reports that the other did not come. */
  | { move: 'noShow'; who: 'requester' | 0 | 1 | 2 }
  | { move: 'confirm' }
  | { move: 'pass' }
  /** Carries out the pending effects and clears them. */
  | { move: 'payOff' }
  /** Reads the pending effects, to carry them out later only. */
  | { move: 'readOwed' }
  | Report
  | { move: 'wait'; ms: number }
  | { move: 'repeat'; which: number; sameWords: boolean }
  | { move: 'lateEffects'; which: number }

interface Report {
  move: 'checkIn' | 'checkOut'
  who: 0 | 1 | 2
  code: CodeChoice
  typed: boolean
  agoMs: number
}

/** The transitions of the state machine in the glossary. */
const edges: Record<BookingState, BookingState[]> = {
  // to itself: somebody is invited, or told that nobody has claimed it, or it is changed
  open: ['open', 'claimed', 'in_service', 'cancelled', 'expired'],
  // to itself: its text is changed
  claimed: ['open', 'claimed', 'in_service', 'cancelled', 'expired'],
  in_service: ['done'],
  // to itself: the requester confirms a forgotten check-out, which still waits for the leader
  done: ['done', 'confirmed'],
  confirmed: [],
  // a check-in from before the claim ended
  cancelled: ['in_service'],
  expired: ['in_service'],
}

const turning: ReadonlySet<string> = new Set(['claimed', 'dispatched', 'released', 'no_show_claimer'])
const pick = ({ state, minutes, claimerId }: Booking) => ({ state, minutes, claimerId })

interface Sent {
  command: Command
  decide: (booking: Booking, command: Command) => Decision<Booking> | undefined
}

/** One booking, its volunteers' diaries and all commands that were sent to it, as the cloud keeps them. */
export class BookingModel {
  booking: Booking
  now: Instant
  readonly credits: CreditEffect[] = []
  private readonly diaries = new Map<string, Diary>()
  private readonly sent: Sent[] = []
  /** Claims that ended because their window was moved. */
  private movedClaims = 0
  /** When each person typed a wrong code, since their last right one. */
  readonly misses = new Map<string, Instant[]>()
  /** Effects that were pending at some time, and may be carried out again late. */
  private readonly owedOnce: Effect[][] = []

  /** @param onEffect is called for every effect, each time it is carried out. */
  constructor(
    more: Partial<Booking> = {},
    private readonly onEffect: (effect: Effect) => void = () => {},
  ) {
    this.booking = openBooking(more)
    this.now = this.booking.createdAt + minuteMs
  }

  run(move: Move): void {
    this.now += 1
    if (move.move === 'wait') this.now += move.ms
    else if (move.move === 'payOff') this.payOff()
    else if (move.move === 'readOwed') this.owedOnce.push(this.booking.pending)
    else if (move.move === 'lateEffects')
      this.perform(this.owedOnce[move.which % (this.owedOnce.length || 1)] ?? [])
    else if (move.move === 'repeat') this.repeat(move.which, move.sameWords)
    else this.send(this.decisionOf(move))
    this.check()
  }

  private decisionOf(
    move: Exclude<Move, { move: 'wait' | 'payOff' | 'readOwed' | 'lateEffects' | 'repeat' }>,
  ): Sent['decide'] {
    switch (move.move) {
      case 'claim': {
        const who = volunteers[move.who] as Volunteer
        return (booking, command) => {
          const decision = decideClaim(booking, command, who, today, limits)
          if (decision.next && decision.next !== booking) this.takeHold(who.memberId, command.at)
          return decision
        }
      }
      case 'dispatch': {
        const who = volunteers[move.who] as Volunteer
        return (booking, command) => {
          const decision = decideDispatch(booking, command, who, today, limits)
          if (decision.next && decision.next !== booking) this.takeHold(who.memberId, command.at)
          return decision
        }
      }
      case 'invite':
        return (booking, command) =>
          decideInvite(booking, command, [(volunteers[move.who] as Volunteer).memberId], limits)
      case 'settle':
        return (booking, command) =>
          decideSettle(
            booking,
            command,
            { memberId: 'm_leader' },
            { minutes: move.minutes, reason: '问过居民' },
            limits,
          )
      case 'release':
        return (booking, command) =>
          decideRelease(booking, command, (volunteers[move.who] as Volunteer).memberId, '有事', limits)
      case 'cancel':
        return (booking, command) => decideCancel(booking, command, '不用了', limits)
      case 'change': {
        const { inMs, words: description } = move
        const window =
          inMs === undefined ? undefined : { from: this.now + inMs, to: this.now + inMs + hourMs }
        return (booking, command) => {
          const decision = decideChange(booking, command, { window, description }, limits)
          if (decision.next && decision.next !== booking) this.checkChanged(booking, decision.next)
          return decision
        }
      }
      case 'noShow': {
        const { who } = move
        const by =
          who === 'requester'
            ? { memberId: 'm_wang', name: '王奶奶' }
            : { memberId: (volunteers[who] as Volunteer).memberId, name: '志愿者' }
        return (booking, command) => {
          const decision = decideNoShow(booking, command, by, '没有来', limits)
          // a no-show is never reported after a check-in, and never credits anything
          if (decision.next) assert.equal(booking.checkedIn, null)
          return decision
        }
      }
      case 'confirm':
        return (booking, command) => decideConfirm(booking, command, { stars: 5, comment: null }, limits)
      case 'pass':
        return (booking, command) => decideBookingPassing(booking, command, limits)
      default: {
        const decide = move.move === 'checkIn' ? decideCheckIn : decideCheckOut
        const { code, at } = this.codeFor(move)
        const volunteer = volunteers[move.who] as Volunteer
        return (booking, command) => {
          const ended = this.onEnded(booking, command, volunteer, move.move, { code, at })
          if (ended) return ended
          const report = reportOf(code, secretOf(booking), command.at, at)
          const decision = decide(booking, command, volunteer.memberId, report, limits)
          if (decision.next && !decision.refusal)
            this.checkAccepted(booking, decision.next, code, secretOf(booking))
          return decision
        }
      }
    }
  }

  /** As the cloud does, a code is tried on the claims of its volunteer that have ended. */
  private onEnded(
    booking: Booking,
    command: Command,
    { memberId, name }: Volunteer,
    step: Report['move'],
    { code, at }: { code: string; at: Instant | undefined },
  ): Decision<Booking> | undefined {
    const of = (claims: number) => reportOf(code, secretOf({ ...booking, claims }), command.at, at)
    if (isUnderWay(booking, memberId) && of(booking.claims).proof) return undefined
    for (const ended of endedClaimsOf(booking, memberId)) {
      const { proof, typed } = of(ended.claim)
      if (!proof) continue
      const decision = decideEndedClaim(booking, command, ended, { step, proof, typed, name }, limits)
      if (!decision.next || decision.next === booking) return decision
      if (step === 'checkIn') assert(proof.at <= ended.at + stepMs, 'a check-in after the claim had ended')
      if (decision.next.state === 'in_service' && decision.next.resumed && !booking.resumed) {
        assert.equal(booking.claims, ended.claim)
        const secret = secretOf({ ...booking, claims: ended.claim })
        this.checkAccepted({ ...booking, claimerId: memberId }, decision.next, code, secret)
      } else this.misses.delete(memberId)
      return decision
    }
    return undefined
  }

  /** The code that is used, and the time that the phone reports. */
  private codeFor({ who, code, typed, agoMs }: Report): { code: string; at?: Instant } {
    const secret = secretOf(this.booking)
    const read = (at: Instant) => screenAt(at, secret)[typed ? 'typed' : 'scan']
    const then = this.now - agoMs
    switch (code) {
      case 'now':
        return { code: read(this.now) }
      case 'kept':
        return { code: read(then), at: then }
      case 'old':
        return { code: read(then - 5 * minuteMs) }
      case 'future':
        return { code: read(this.now + 2 * stepMs + agoMs), at: this.now + 2 * stepMs + agoMs }
      case 'other_claim': {
        const other = secretOf({ ...this.booking, claims: this.booking.claims + 7 })
        return { code: screenAt(this.now, other)[typed ? 'typed' : 'scan'] }
      }
      case 'ended_claim': {
        const [ended] = endedClaimsOf(this.booking, (volunteers[who] as Volunteer).memberId)
        const past = secretOf({ ...this.booking, claims: ended?.claim ?? 0 })
        return { code: screenAt(then, past)[typed ? 'typed' : 'scan'], at: then }
      }
      case 'made_up': {
        const step = stepAt(this.now, limits.codeStepSeconds)
        const right = [step - 1, step, step + 1].map((one) => typedCode(secret, one))
        return {
          code: typed
            ? (['000000', '111111', '222222', '333333'].find((one) => !right.includes(one)) as string)
            : `LL1.${step}.AAAAAAAAAAAAAAAA`,
        }
      }
    }
  }

  /** Nobody types more wrong codes within a pause than start it, whatever happens between. */
  private countMiss(memberId: string): void {
    const pauseMs = limits.codePauseMinutes * minuteMs
    const lately = (this.misses.get(memberId) ?? []).filter((at) => this.now - at < pauseMs)
    this.misses.set(memberId, [...lately, this.now])
    assert(lately.length < limits.codeTries, 'typed on within a pause')
  }

  /** An accepted code was on the screen of this claim, within one step of the time that it proves. */
  private checkAccepted(before: Booking, after: Booking, code: string, secret: Uint8Array): void {
    const attended = after.state === 'in_service' ? after.checkedIn : after.checkedOut
    if (!attended) throw new Error('accepted without attendance')
    assert(attended.at <= this.now)
    assert.equal(attended.reportedAt, this.now)
    const near = stepAt(attended.at, limits.codeStepSeconds)
    const shown = [near - 1, near, near + 1].filter((step) =>
      [typedCode(secret, step), scanCode(secret, step)].includes(code),
    )
    assert(shown.length > 0)
    assert(Math.min(...shown) <= stepAt(this.now, limits.codeStepSeconds) + 1)
    assert(this.now - attended.at <= limits.lateReportHours * hourMs)
    this.misses.delete(before.claimerId ?? '')
  }

  private send(decide: Sent['decide']): void {
    const key = `c_${this.sent.length}`
    const sent: Sent = { command: { key, fingerprint: key, at: this.now }, decide }
    this.sent.push(sent)
    this.change(sent)
  }

  private repeat(which: number, sameWords: boolean): void {
    const sent = this.sent[which % (this.sent.length || 1)]
    if (!sent) return
    const { key, fingerprint } = sent.command
    const words = sameWords ? fingerprint : `${fingerprint} but different`
    const past = this.booking.events.some((event) => event.command === key)
    const command = { key, fingerprint: words, at: this.now }
    assert.equal(repeatOf(this.booking, command), past ? (sameWords ? 'repeat' : 'conflict') : undefined)
    if (past) this.change({ ...sent, command })
  }

  /** As the cloud changes an aggregate: a repeat, a refusal, or the next state with its effects. */
  private change({ command, decide }: Sent): void {
    const before = this.booking
    if (repeatOf(before, command)) return
    const decision = decide(before, command)
    if (!decision?.next || decision.next === before) return
    const { next, refusal } = decision
    assert.equal(next.rev, before.rev + 1)
    if (refusal) {
      assert.equal(refusal, 'code_wrong')
      const { wrongCodes, pending, dueAt } = next
      const told = pending.slice(before.pending.length)
      assert(told.every((effect) => effect.effect === 'tellLeaders' && effect.kind === 'codes_guessed'))
      const owed = told.length > 0 ? { pending, dueAt } : {}
      assert.deepEqual(next, { ...before, rev: next.rev, wrongCodes, ...owed })
      this.countMiss(before.claimerId ?? '')
    } else if (next.wordsGone && !before.wordsGone) this.checkWordless(before, next)
    else if (before.contact !== null && next.contact === null) this.checkForgotten(before, next)
    else this.checkMoved(before, next)
    this.booking = next
  }

  /**
   * A booking that is over, or waits for a leader, loses its contact when the term ends, and nothing else.
   */
  private checkForgotten(before: Booking, next: Booking): void {
    assert(
      ['confirmed', 'cancelled', 'expired'].includes(before.state) || bookingWaitOf(before) !== undefined,
    )
    const endedAt = before.events.at(-1)?.at ?? Number.NaN
    assert(this.now >= endedAt + limits.contactKeptDays * 24 * hourMs)
    const { rev, dueAt } = next
    const wakesAt = before.wordsGone ? null : endedAt + limits.wordsKeptDays * 24 * hourMs
    assert.deepEqual(next, { ...before, rev, dueAt, contact: null, wakesAt })
  }

  /** Later it loses its texts as well; its events and their times stay. */
  private checkWordless(before: Booking, next: Booking): void {
    assert(
      ['confirmed', 'cancelled', 'expired'].includes(before.state) || bookingWaitOf(before) !== undefined,
    )
    assert(this.now >= (before.events.at(-1)?.at ?? Number.NaN) + limits.wordsKeptDays * 24 * hourMs)
    const { rev, dueAt, events } = next
    const gone = { description: '', risks: '', comment: null, contact: null, wakesAt: null, wordsGone: true }
    assert.deepEqual(next, { ...before, rev, dueAt, events, ...gone })
    assert.deepEqual(
      events,
      before.events.map(({ note: _note, ...line }) => line),
    )
  }

  private checkMoved(before: Booking, next: Booking): void {
    const noted = next.events.at(-1)?.event === 'proved'
    if (noted) {
      const { state, minutes, claimerId } = before
      assert.deepEqual({ state, minutes, claimerId }, pick(next))
    } else assert(edges[before.state].includes(next.state), `${before.state} to ${next.state}`)
    const since = before.state !== 'claimed' && next.state === 'in_service' && !noted
    assert(!since || next.resumed, 'a check-in on nothing')
    assert.deepEqual(next.events.slice(0, -1), before.events)
    assert.equal(next.events.at(-1)?.at, this.now)
    assert.deepEqual(next.pending.slice(0, before.pending.length), before.pending)
    const fresh = next.pending.slice(before.pending.length)
    const credits = fresh.filter((effect): effect is CreditEffect => effect.effect === 'credit')
    assert.equal(credits.length, next.state === 'confirmed' && !noted && (next.minutes ?? 0) > 0 ? 1 : 0)
    for (const { memberId, minutes, servedFrom, servedTo } of credits)
      assert.deepEqual(
        { memberId, minutes, servedFrom, servedTo },
        {
          memberId: next.claimerId,
          minutes: next.minutes,
          servedFrom: next.checkedIn?.at,
          servedTo: next.checkedOut?.at,
        },
      )
    this.credits.push(...credits)
    if (next.state === 'confirmed') assert((next.minutes ?? 0) <= (before.minutes ?? 0), 'minutes were added')
    const last = next.events.at(-1)?.event
    if (before.state === 'claimed' && next.state === 'claimed')
      assert.equal(last, noted ? 'proved' : 'changed')
    if (next.windowFrom !== before.windowFrom) assert(last?.startsWith('moved'))
    if (before.checkedOut?.how === 'planned_end' && !noted)
      assert.equal(next.state === 'confirmed', last === 'settled')
    if (bookingWaitOf(before)) assert.notEqual(last, 'confirmed_by_silence')
    if (before.state === 'done' && next.state === 'done' && !noted) assert.equal(last, 'confirmed')
    if (before.stars !== null && next.state === 'confirmed') assert.equal(next.stars, before.stars)
    const owedAt = next.pending.length > 0 ? this.now + effectGraceMs : Number.POSITIVE_INFINITY
    const owedBefore = before.pending.length > 0 ? (before.dueAt ?? owedAt) : owedAt
    const due = Math.min(next.wakesAt ?? Number.POSITIVE_INFINITY, owedAt, owedBefore)
    assert.equal(next.dueAt ?? Number.POSITIVE_INFINITY, due)
  }

  /** A change never moves a claim, and nothing whose volunteer may be on the way. */
  private checkChanged(before: Booking, next: Booking): void {
    assert(before.state === 'open' || before.state === 'claimed')
    assert(this.now < before.windowTo, 'changed after its window')
    assert((next.changes ?? 0) <= limits.changesPerBooking)
    assert.equal(next.kind, before.kind)
    if (next.windowFrom === before.windowFrom && next.windowTo === before.windowTo) {
      assert.deepEqual(pick(next), pick(before))
      return
    }
    assert.equal(next.state, 'open')
    assert(next.windowFrom > this.now - 5_000, 'moved into the past')
    if (before.state === 'open') return
    assert(this.now < before.windowFrom - limits.checkInOpensMinutes * minuteMs, 'moved on the way')
    assert(next.invitedIds?.includes(before.claimerId as string), 'the claimer is not asked')
    assert.deepEqual(next.givenBackIds, before.givenBackIds, 'counted against the claimer')
    this.movedClaims += 1
  }

  private diaryOf(memberId: string): Diary {
    return this.diaries.get(memberId) ?? { _id: memberId, communityId: 'tubengkan', rev: 0, holds: [] }
  }

  private takeHold(memberId: string, at: Instant): void {
    const { _id, windowFrom, windowTo } = this.booking
    const held = withHold(this.diaryOf(memberId), { heldFor: _id, from: windowFrom, to: windowTo, at })
    if ('next' in held) this.diaries.set(memberId, held.next)
  }

  private perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.onEffect(effect)
    for (const effect of effects)
      if (effect.effect === 'freeDiary') {
        const next = withoutHold(this.diaryOf(effect.memberId), effect.heldFor, effect.at)
        if (next) this.diaries.set(effect.memberId, next)
      }
  }

  private payOff(): void {
    this.owedOnce.push(this.booking.pending)
    this.perform(this.booking.pending)
    this.booking = withEffectsDone(this.booking)
    assert.equal(this.booking.dueAt, this.booking.wakesAt)
  }

  /** What is always true. */
  private check(): void {
    const { booking } = this
    const { state, claimerId, minutes, checkedIn, checkedOut } = booking
    assert(this.credits.length <= 1)
    booking.events.reduce((before, event) => {
      assert(event.at >= before)
      return event.at
    }, 0)
    const claims = booking.events.filter(({ event }) => event === 'claimed' || event === 'dispatched').length
    const freed = booking.events.filter(({ event }) => event === 'no_show_claimer').length
    // a no-show that ended the booking keeps its claimer
    const turns = booking.events.map(({ event }) => event).filter((event) => turning.has(event))
    const last = booking.events.filter(({ event }) => event !== 'proved').at(-1)?.event
    const ended = state === 'expired' && last === 'no_show_claimer' ? 1 : 0
    // who had come before they gave it back has it again
    const resumed = booking.resumed && turns.at(-1) === 'released' ? 1 : 0
    const releases =
      booking.events.filter(({ event }) => event === 'released').length +
      freed -
      ended -
      resumed +
      this.movedClaims
    assert.equal(booking.claims, claims)
    assert(claims === releases || claims === releases + 1)
    assert.equal(claimerId !== null, claims > releases)
    assert.equal(checkedIn !== null, ['in_service', 'done', 'confirmed'].includes(state))
    assert.equal(checkedOut !== null, ['done', 'confirmed'].includes(state))
    assert.equal(minutes !== null, checkedOut !== null)
    if (checkedIn && checkedOut && minutes !== null) {
      assert(minutes >= 0)
      assert(minutes <= limits.maxServiceMinutes)
      assert(minutes * minuteMs <= Math.max(checkedOut.at - checkedIn.at, 0))
      assert(checkedOut.at <= checkedOut.reportedAt)
    }
    const { atRisk = null, invitedIds = [], givenBackIds = [] } = booking
    if (state === 'claimed') assert(atRisk === null && invitedIds.length === 0)
    assert.equal(new Set(invitedIds).size, invitedIds.length)
    assert.equal(new Set(givenBackIds).size, givenBackIds.length)
    const told = booking.events.filter(({ event }) => event === 'leaders_told').length
    const moved = booking.events.filter(({ event }) => event.startsWith('moved')).length
    assert(told <= claims + moved + 1, 'the leaders were told twice of one time that it was put up')
    if (['open', 'claimed', 'in_service'].includes(state)) assert(booking.wakesAt !== null)
    if (['claimed', 'in_service'].includes(state) && claimerId !== null && !booking.resumed)
      assert(
        this.diaryOf(claimerId).holds.some(
          ({ heldFor, from, to }) =>
            heldFor === booking._id && from === booking.windowFrom && to === booking.windowTo,
        ),
        'the claimer’s diary lost it, or holds another window',
      )
  }
}

/** Long enough for everything that time alone does. */
export const someDays = 10 * dayMs
