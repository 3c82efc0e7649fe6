import assert from 'node:assert/strict'
import type { Instant } from '#contract/shared/scalars'
import type { Report } from '#core/attendance/attendance'
import { isLocking, withMiss, withoutMisses } from '#core/attendance/wrongCodes'
import { windowsOverlap } from '#core/booking/booking'
import {
  type Aggregate,
  type Command,
  type Decision,
  repeatOf,
  withEffectsDone,
} from '#core/change/aggregate'
import type { CreditEffect, Effect } from '#core/change/effect'
import { type Diary, holdSettlesMs, withHold, withHoldMoved, withoutHold } from '#core/diary/diary'
import { firstBreak, type LedgerLine, nextEntry } from '#core/hours/ledger'
import { countedOnce } from '#core/hours/union'
import { type DoorList, decideGuessed, newDoor } from '#core/session/door'
import { reshapeShift, type Shift, slotSettlesMs } from '#core/shift/shift'
import {
  decideConfirmShift,
  decideShiftAlign,
  decideShiftCheckIn,
  decideShiftCheckOut,
  decideShiftPassing,
  decideShiftSignUp,
  decideWithdrawShift,
  holdsSlot,
  isPromised,
  newShiftPlace,
  type ShiftPlace,
  shiftPlaceId,
  shiftWaitOf,
} from '#core/shift/shiftPlace'
import { aSession } from './sessions'
import { aShift, limits, reportAt, reportOf } from './shifts'
import { hourMs, minuteMs, mondayNine } from './time'

export type Move =
  | { move: 'signUp'; who: number; shift: number; dies: 'after the diary' | 'after the slot' | 'never' }
  | { move: 'withdraw' | 'checkIn' | 'checkOut'; who: number; shift: number; agoMs: number; how: How }
  /** Types wrong codes one after the other, for the step that comes next. */
  | { move: 'guess'; who: number; shift: number; times: number }
  | { move: 'confirm'; who: number; shift: number }
  | { move: 'reshape'; shift: number; hours: number; capacity: number; cancel: boolean }
  | { move: 'tick' }
  | { move: 'late'; which: number }
  | { move: 'repeat'; which: number }
  | { move: 'wait'; ms: number }

/** How a right code is told. */
type How = 'typed' | 'scan'

const people = ['m_zhao', 'm_li', 'm_chen', 'm_wu']
type Decide = (place: ShiftPlace, command: Command) => Decision<ShiftPlace> | undefined

/** Two shifts that overlap, four volunteers, their diaries and ledgers, as the cloud keeps them. */
export class ShiftModel {
  now: Instant = mondayNine - 3 * hourMs
  readonly shifts = [
    aShift(),
    aShift({ _id: 'sh_2', name: '搬桌椅', from: mondayNine + hourMs, to: mondayNine + 3 * hourMs }),
  ]
  readonly places = new Map<string, ShiftPlace>()
  private readonly diaries = new Map<string, Diary>()
  private readonly ledgers = new Map<string, LedgerLine[]>()
  private readonly sent: { placeId: string; command: Command; decide: Decide }[] = []
  private readonly owedOnce: Effect[] = []
  /** The door list of the session that both shifts belong to. */
  private door: DoorList = newDoor(aSession({}, { sessionId: 's_1', from: mondayNine }), limits)
  /** Wrong codes of each person in a row, as somebody beside them counts. */
  private readonly guesses = new Map<string, { count: number; last: Instant }>()
  /** Who was locked at least once. */
  readonly locked = new Set<string>()
  /** An edit has forced a clash on somebody who had promised both windows. */
  private forced = false

  run(move: Move): void {
    this.now += 1
    switch (move.move) {
      case 'signUp':
        this.signUp(this.at(move.shift), people[move.who] as string, move.dies)
        break
      case 'reshape':
        this.reshape(move.shift, move)
        break
      case 'tick':
        this.tick()
        break
      case 'late': {
        const effect = this.owedOnce[move.which % (this.owedOnce.length || 1)]
        if (effect) this.perform([effect])
        break
      }
      case 'repeat': {
        const sent = this.sent[move.which % (this.sent.length || 1)]
        if (sent) this.change(sent.placeId, { ...sent.command, at: this.now }, sent.decide)
        break
      }
      case 'wait':
        this.now += move.ms
        break
      case 'guess':
        for (let time = 0; time < move.times; time++) {
          this.now += 1
          this.guess(shiftPlaceId(this.at(move.shift)._id, people[move.who] as string))
        }
        break
      default:
        this.send(shiftPlaceId(this.at(move.shift)._id, people[move.who] as string), this.decisionOf(move))
    }
    this.check()
  }

  private at = (index: number): Shift => this.shifts[index] as Shift

  private decisionOf(move: Extract<Move, { who: number }>): Decide {
    if (move.move === 'withdraw') return (place, command) => decideWithdrawShift(place, command, limits)
    if (move.move === 'confirm') return (place, command) => decideConfirmShift(place, command, limits)
    const decide = move.move === 'checkIn' ? decideShiftCheckIn : decideShiftCheckOut
    const { agoMs, how } = 'agoMs' in move ? move : { agoMs: 0, how: 'scan' as const }
    return (place, command) =>
      this.tryCode(place, command, reportAt(command.at - agoMs, { now: command.at, how }), decide)
  }

  /** Types a code that is on no screen. */
  private guess(placeId: string): void {
    const state = this.places.get(placeId)?.state
    const decide = state === 'in_service' ? decideShiftCheckOut : decideShiftCheckIn
    this.send(placeId, (place, command) => {
      const wrong = ['000000', '111111', '222222', '333333'].map((code) => reportOf(code, command.at))
      const report = wrong.find(({ proof }) => !proof)
      if (!report) throw new Error('every code is right')
      return this.tryCode(place, command, report, decide)
    })
  }

  /** The order of app/shift: the count at the door decides first; a wrong code is counted, a right one forgives. */
  private tryCode(
    place: ShiftPlace,
    command: Command,
    report: Report,
    decide: typeof decideShiftCheckIn,
  ): Decision<ShiftPlace> {
    const { memberId, coordinatorId, teamId } = place
    const decision = decide(place, command, { ...report, misses: this.door.misses[memberId] }, limits)
    if (!report.typed) return decision
    if (!report.proof && decision.refusal === 'code_wrong') {
      const misses = withMiss(this.door.misses, memberId, command.at, limits)
      const counted = misses[memberId]
      if (!counted) throw new Error('a miss was not counted')
      const member = { _id: memberId, name: memberId }
      if (!isLocking(counted, limits)) this.door = { ...this.door, misses, rev: this.door.rev + 1 }
      else {
        const guessed = decideGuessed(this.door, command, member, counted, { coordinatorId, teamId })
        this.door = guessed.next ?? this.door
        this.locked.add(memberId)
      }
      this.countGuess(memberId)
    } else if (decision.next) {
      assert(!this.isPaused(memberId), 'a typed code was taken within the pause')
      this.door = { ...this.door, misses: withoutMisses(this.door.misses, memberId), rev: this.door.rev + 1 }
      this.guesses.delete(memberId)
    }
    return decision
  }

  private isPaused(memberId: string): boolean {
    const { count, last } = this.guesses.get(memberId) ?? { count: 0, last: 0 }
    return count >= limits.codeTries && this.now - last < limits.codePauseMinutes * minuteMs
  }

  /** Nobody types more wrong codes in a row than begin the pause, whatever they do between. */
  private countGuess(memberId: string): void {
    assert(!this.isPaused(memberId), 'typed on within a pause')
    const { count, last } = this.guesses.get(memberId) ?? { count: 0, last: 0 }
    const goesOn = this.now - last < limits.codePauseMinutes * minuteMs
    this.guesses.set(memberId, { count: goesOn ? count + 1 : 1, last: this.now })
  }

  /** Whoever was locked is told of once to the coordinator and once to the team's leaders, and nobody else is. */
  private checkTold(): void {
    const told = this.door.pending.map((effect) =>
      effect.effect === 'notice' || effect.effect === 'tellLeaders'
        ? `${effect.effect} ${effect.noticeId}`
        : effect.effect,
    )
    const owed = [...this.locked].flatMap((memberId) =>
      ['notice', 'tellLeaders'].map((effect) => `${effect} n_s_1_guessed_${memberId}`),
    )
    assert.deepEqual([...new Set(told)].sort(), owed.sort())
    for (const [memberId, { count }] of this.guesses)
      assert(count < limits.codeTries || this.locked.has(memberId), 'a lock that nobody hears of')
  }

  /** The order of app/shift: diary, slot, shift place; a crash may come after each. */
  private signUp(shift: Shift, memberId: string, dies: Extract<Move, { move: 'signUp' }>['dies']): void {
    const placeId = shiftPlaceId(shift._id, memberId)
    const before = this.places.get(placeId) ?? newShiftPlace(shift, { _id: memberId, name: memberId })
    const command = this.command()
    const decision = decideShiftSignUp(before, shift, command, limits)
    if (!decision.next || decision.next === before) return
    const window = { heldFor: placeId, from: shift.from, to: shift.to, at: this.now }
    if (!this.holdDiary(memberId, window) || dies === 'after the diary') return
    if (!this.takeSlot(shift, memberId)) {
      if (!this.isTheirs(placeId)) this.freeDiary(memberId, placeId, this.now)
      return
    }
    if (dies === 'after the slot') return
    this.save(before, decision.next)
    this.sent.push({ placeId, command, decide: (place) => ({ next: place }) })
  }

  private takeSlot(shift: Shift, memberId: string): boolean {
    const held = shift.holders[memberId]
    if (!held && shift.free < 1) return false
    if (!held) shift.free -= 1
    shift.holders = { ...shift.holders, [memberId]: { at: this.now } }
    shift.rev += 1
    shift.dueAt = Math.min(shift.dueAt ?? Number.POSITIVE_INFINITY, this.now + slotSettlesMs)
    return true
  }

  private freeSlot(shiftId: string, memberId: string, until: Instant): void {
    const shift = this.shifts.find(({ _id }) => _id === shiftId) as Shift
    const held = shift.holders[memberId]
    if (!held || held.at > until) return
    const { [memberId]: _, ...others } = shift.holders
    Object.assign(shift, { holders: others, free: shift.free + 1, rev: shift.rev + 1 })
  }

  private reshape(index: number, { hours, capacity, cancel }: Extract<Move, { move: 'reshape' }>): void {
    const shift = this.at(index)
    const from = shift.from + hours * hourMs
    const shaped = reshapeShift(
      shift,
      { from, to: from + 2 * hourMs, capacity, ...(cancel ? { state: 'cancelled' as const } : {}) },
      this.now,
    )
    if (!('next' in shaped)) return
    this.forced ||= hours !== 0
    this.shifts[index] = shaped.next
  }

  /**
   * What the timer does: changes shift places by time, carries effects out, compares shifts with their
   * places.
   */
  private tick(): void {
    for (const place of [...this.places.values()]) {
      if (place.dueAt === null || place.dueAt > this.now) continue
      if (decideShiftPassing(place, this.command(), limits))
        this.send(place._id, (state, command) => decideShiftPassing(state, command, limits))
    }
    for (const shift of this.shifts) {
      if (shift.dueAt === null || shift.dueAt > this.now) continue
      const own = [...this.places.values()].filter(({ shiftId }) => shiftId === shift._id)
      for (const place of own)
        this.send(place._id, (state, command) => decideShiftAlign(state, shift, command, limits))
      let settlesAt: Instant | null = null
      for (const [memberId, { at }] of Object.entries(shift.holders)) {
        const place = this.places.get(shiftPlaceId(shift._id, memberId))
        if (place && holdsSlot(place)) continue
        if (this.now - at >= slotSettlesMs) this.freeSlot(shift._id, memberId, at)
        else settlesAt = Math.min(settlesAt ?? Number.POSITIVE_INFINITY, at + slotSettlesMs)
      }
      shift.dueAt = settlesAt
    }
    for (const place of [...this.places.values()]) {
      if (place.dueAt === null || place.dueAt > this.now) continue
      this.perform(place.pending)
      this.places.set(place._id, withEffectsDone(place))
    }
  }

  private command(): Command {
    const key = `c_${this.sent.length}_${this.now}`
    return { key, fingerprint: key, at: this.now }
  }

  private send(placeId: string, decide: Decide): void {
    const command = this.command()
    this.sent.push({ placeId, command, decide })
    this.change(placeId, command, decide)
  }

  private change(placeId: string, command: Command, decide: Decide): void {
    const before = this.places.get(placeId)
    if (!before || repeatOf(before as Aggregate, command)) return
    const decision = decide(before, command)
    if (decision?.next && decision.next !== before) this.save(before, decision.next)
  }

  private save(before: ShiftPlace, next: ShiftPlace): void {
    assert.equal(next.rev, before.rev + 1)
    assert.deepEqual(next.events.slice(0, -1), before.events)
    if (before.state === 'credited') assert.fail('credited minutes are final')
    const owed = next.pending.slice(before.pending.length)
    assert.equal(
      owed.some(({ effect }) => effect === 'credit'),
      next.state === 'credited' && (next.minutes ?? 0) > 0,
    )
    if (next.events.at(-1)?.event === 'confirmed_by_silence') assert.equal(shiftWaitOf(before), undefined)
    this.owedOnce.push(...owed)
    this.places.set(next._id, next)
  }

  private perform(effects: readonly Effect[]): void {
    for (const effect of effects)
      if (effect.effect === 'credit') this.credit(effect)
      else if (effect.effect === 'freeDiary') this.freeDiary(effect.memberId, effect.heldFor, effect.at)
      else if (effect.effect === 'freeSlot') this.freeSlot(effect.shiftId, effect.memberId, effect.at)
      else if (effect.effect === 'moveDiary') {
        const next = withHoldMoved(
          this.diaryOf(effect.memberId),
          effect.heldFor,
          this.places.get(effect.heldFor) as ShiftPlace,
        )
        if (next) this.diaries.set(effect.memberId, next)
      }
  }

  private credit(effect: CreditEffect): void {
    const lines = this.ledgers.get(effect.memberId) ?? []
    if (lines.some(({ source }) => source === effect.source)) return
    this.ledgers.set(effect.memberId, [
      ...lines,
      nextEntry(lines.at(-1), countedOnce(effect, lines), 'tubengkan', this.now),
    ])
  }

  private diaryOf = (memberId: string): Diary =>
    this.diaries.get(memberId) ?? { _id: memberId, communityId: 'tubengkan', rev: 0, holds: [] }

  private freeDiary(memberId: string, heldFor: string, until: Instant): void {
    const next = withoutHold(this.diaryOf(memberId), heldFor, until)
    if (next) this.diaries.set(memberId, next)
  }

  private isTheirs(heldFor: string): boolean {
    const place = this.places.get(heldFor)
    return place !== undefined && isPromised(place)
  }

  private holdDiary(memberId: string, window: Parameters<typeof withHold>[1]): boolean {
    for (;;) {
      const taken = withHold(this.diaryOf(memberId), window)
      if ('next' in taken) {
        this.diaries.set(memberId, taken.next)
        return true
      }
      const { heldFor, at } = taken.clash
      if (this.now - at < holdSettlesMs || this.isTheirs(heldFor)) return false
      this.freeDiary(memberId, heldFor, at)
    }
  }

  /** What is always true. */
  private check(): void {
    this.checkTold()
    for (const shift of this.shifts) {
      const held = Object.keys(shift.holders)
      assert(shift.free >= 0)
      assert.equal(shift.free, shift.capacity - held.length)
      for (const { memberId } of this.placesAt(shift))
        assert(held.includes(memberId), 'a place without a slot')
    }
    for (const { _id, memberId, from, to, minutes, checkedIn, checkedOut } of this.places.values()) {
      const place = this.places.get(_id) as ShiftPlace
      const held = this.diaryOf(memberId).holds.find(({ heldFor }) => heldFor === _id)
      // who had come before it was cancelled goes on without slot and hold
      if (isPromised(place) && !place.resumed) assert(held, 'the volunteer’s diary lost it')
      for (const other of this.places.values())
        if (
          !this.forced &&
          other._id !== _id &&
          other.memberId === memberId &&
          isPromised(other) &&
          isPromised(place) &&
          !(place.resumed || other.resumed)
        )
          assert(!windowsOverlap({ from, to }, other), 'two promises at once')
      assert.equal(minutes !== null, checkedOut !== null)
      if (place.resumed) {
        const cancelledAt = place.events.filter(({ event }) => event === 'cancelled').at(-1)?.at ?? 0
        assert(checkedIn && checkedIn.at <= cancelledAt + limits.codeStepSeconds * 1000)
      }
      if (checkedIn && checkedOut && minutes !== null) {
        assert(minutes >= 0 && minutes <= limits.maxServiceMinutes)
        assert(minutes * minuteMs <= checkedOut.at - checkedIn.at)
        assert(checkedOut.how !== 'planned_end' || checkedOut.at <= Math.max(to, checkedIn.at))
      }
    }
    assert(this.credited() <= this.confirmedMinutes())
  }

  private placesAt = ({ _id }: Shift): ShiftPlace[] =>
    [...this.places.values()].filter((place) => place.shiftId === _id && holdsSlot(place) && !place.resumed)

  confirmedMinutes(): number {
    const credited = [...this.places.values()].filter(({ state }) => state === 'credited')
    return credited.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
  }
  credited(): number {
    for (const lines of this.ledgers.values()) assert.equal(firstBreak(lines), undefined)
    return [...this.ledgers.values()].flat().reduce((sum, { minutes }) => sum + minutes, 0)
  }

  /** Carries all effects out, and repairs after every crash. */
  rest(): void {
    for (let round = 0; round < 3; round++) {
      this.run({ move: 'wait', ms: 2 * minuteMs })
      this.run({ move: 'tick' })
    }
    assert.equal(this.credited(), this.confirmedMinutes())
    for (const shift of this.shifts) {
      const slotted = this.placesAt(shift).map(({ memberId }) => memberId)
      assert.deepEqual(Object.keys(shift.holders).sort(), slotted.sort())
      assert.equal(shift.dueAt, null)
    }
  }
}
