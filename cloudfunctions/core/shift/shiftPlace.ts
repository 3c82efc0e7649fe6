import type { Limits } from '#contract/community'
import type { Overlap } from '#contract/hours'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId, TeamId } from '#contract/shared/scalars'
import { dayMs, hourMs, minuteMs } from '#contract/shared/time'
import type { ShiftPlaceState, ShiftWait } from '#contract/shift'
import { attendanceOf, type Proof, type Report, serviceMinutes } from '#core/attendance/attendance'
import { type CodeMisses, isLocked } from '#core/attendance/wrongCodes'
import type { Attendance } from '#core/booking/booking'
import { isOverrun } from '#core/booking/waits'
import {
  type Aggregate,
  type Command,
  type Decision,
  type Recorded,
  unwritten,
  withEffects,
  withEvent,
} from '#core/change/aggregate'
import type { CreditEffect, Effect, LeadersEffect, NoticeEffect, WordEffect } from '#core/change/effect'
import { closedFor, type Shift } from './shift'

export type ShiftPlaceEvent =
  | 'signed_up'
  | 'withdrew'
  | 'checked_in'
  | 'checked_out'
  | 'closed_at_planned_end'
  | 'confirmed'
  | 'confirmed_by_silence'
  | 'absent'
  | 'moved'
  | 'cancelled'
  | 'added'
  | 'worded'

/** One volunteer's place at a shift, from signing up to the credited minutes. */
export interface ShiftPlace extends Aggregate {
  /** `<shiftId>_<memberId>`. */
  _id: string
  shiftId: string
  activityId: string
  sessionId: string
  /** Who published the activity, and is told when a volunteer cannot come. */
  coordinatorId: MemberId
  teamId: TeamId
  /** See `Shift.runBy`. */
  runBy?: TeamId | null
  memberId: MemberId
  memberName: string
  title: string
  shiftName: string
  from: Instant
  to: Instant
  state: ShiftPlaceState
  checkedIn: Attendance | null
  checkedOut: Attendance | null
  minutes: number | null
  /** The check-out came long after the shift's end. */
  overrun?: true
  /** Whoever runs the shift has added them by hand, and after its end; absent where they signed up. */
  added?: { byId: MemberId; late?: true }
  /** A check-in without a network arrived after the shift had been cancelled. */
  resumed?: true
  /** When they checked in or out, the volunteer could read the code that proves it. */
  readsCode?: true
  /** What of the minutes another attendance had counted already. */
  overlap?: Overlap
  events: Recorded<ShiftPlaceEvent>[]
}

/** What a volunteer's line in the ledger counts for one shift. */
export const shiftSource = (shiftId: string, memberId: MemberId): string => `shift:${shiftId}:${memberId}`

export const shiftPlaceId = (shiftId: string, memberId: MemberId): string => `${shiftId}_${memberId}`

/** The facts that a shift place copies from its shift; `decideAlign` brings later edits here. */
const factsOf = ({ coordinatorId, teamId, runBy, title, name, from, to }: Shift) => ({
  coordinatorId,
  teamId,
  ...(runBy !== undefined && { runBy }),
  title,
  shiftName: name,
  from,
  to,
})

/** A shift place before the first sign-up. */
export function newShiftPlace(shift: Shift, member: { _id: MemberId; name: string }): ShiftPlace {
  return {
    _id: shiftPlaceId(shift._id, member._id),
    communityId: shift.communityId,
    ...unwritten(),
    shiftId: shift._id,
    activityId: shift.activityId,
    sessionId: shift.sessionId,
    ...factsOf(shift),
    memberId: member._id,
    memberName: member.name,
    state: 'withdrawn',
    checkedIn: null,
    checkedOut: null,
    minutes: null,
  }
}

/** The volunteer holds a slot: it was neither given back nor taken away. */
export const holdsSlot = ({ state }: ShiftPlace): boolean => state !== 'withdrawn' && state !== 'cancelled'
/** The volunteer has promised its window. */
export const isPromised = ({ state }: ShiftPlace): boolean =>
  state === 'confirmed' || state === 'in_service' || state === 'done'

/** Why silence does not credit the minutes; undefined where it does, and where nothing is done. */
export function shiftWaitOf({
  state,
  checkedOut,
  resumed,
  overrun,
  readsCode,
}: Pick<ShiftPlace, 'state' | 'checkedOut' | 'resumed' | 'overrun' | 'readsCode'>): ShiftWait | undefined {
  if (state !== 'done') return undefined
  if (readsCode) return 'own'
  if (checkedOut?.how === 'planned_end') return 'forgotten'
  if (resumed) return 'resumed'
  return overrun ? 'overrun' : undefined
}

/** When time alone will next change it. */
function naturalWakesAt(place: ShiftPlace, limits: Limits): Instant | null {
  const { state, to, checkedIn, checkedOut } = place
  switch (state) {
    case 'confirmed':
      // whoever was added waits for the word as long as it may be given
      return place.added
        ? to + Math.max(limits.lateReportHours * hourMs, limits.wordDays * dayMs)
        : to + limits.lateReportHours * hourMs
    case 'in_service':
      return Math.max(to, checkedIn?.at ?? 0) + limits.lateReportHours * hourMs
    case 'done':
      return checkedOut && !shiftWaitOf(place)
        ? checkedOut.reportedAt + limits.silentConfirmDays * dayMs
        : null
    default:
      return null
  }
}

const settle = (
  next: ShiftPlace,
  command: Command,
  limits: Limits,
  effects: Effect[] = [],
): Decision<ShiftPlace> => withEffects(next, command, effects, naturalWakesAt(next, limits))

function tell(
  place: ShiftPlace,
  to: MemberId,
  kind: NoticeEffect['kind'],
  more: Pick<NoticeEffect, 'who' | 'whoId' | 'minutes' | 'note'> = {},
): NoticeEffect {
  return {
    effect: 'notice',
    noticeId: `n_${place._id}_${place.rev}_${to}`,
    to,
    kind,
    activityId: place.activityId,
    title: `${place.title}·${place.shiftName}`,
    windowFrom: place.from,
    ...more,
  }
}

/** Tells whoever runs the activity: the leaders of its team, or the coordinator who published it. */
function tellRunner(
  place: ShiftPlace,
  kind: NoticeEffect['kind'],
  more: Pick<NoticeEffect, 'who' | 'whoId' | 'minutes'>,
): NoticeEffect | LeadersEffect {
  const notice = tell(place, place.coordinatorId, kind, more)
  if (!place.runBy) return notice
  const { to: _, ...about } = notice
  return { ...about, effect: 'tellLeaders', teamId: place.runBy, noticeId: `n_${place._id}_${place.rev}` }
}

const freeDiary = ({ memberId, _id }: ShiftPlace, at: Instant): Effect => ({
  effect: 'freeDiary',
  memberId,
  heldFor: _id,
  at,
})
const freeSlot = ({ shiftId, memberId }: ShiftPlace, at: Instant): Effect => ({
  effect: 'freeSlot',
  shiftId,
  memberId,
  at,
})

/** Whether the volunteer may have a shift place; the caller asks the diary and the slot separately. */
export function decideShiftSignUp(
  place: ShiftPlace,
  shift: Shift,
  command: Command,
  limits: Limits,
): Decision<ShiftPlace> {
  if (place.state === 'confirmed' || place.state === 'in_service') return { next: place }
  const closed = closedFor(shift, command.at)
  if (closed) return { refusal: closed }
  if (holdsSlot(place)) return { refusal: 'shift_over' }
  const { added: _, ...before } = place
  const next: ShiftPlace = {
    ...withEvent(before, command, 'signed_up'),
    ...factsOf(shift),
    state: 'confirmed',
  }
  return settle(next, command, limits)
}

/** Why nobody can be added by hand; undefined until some days after the shift's end. */
export function addingBar(
  { state, to }: Pick<Shift, 'state' | 'to'>,
  now: Instant,
  { wordDays }: Limits,
): RefusalCode | undefined {
  if (state === 'cancelled') return 'shift_cancelled'
  return now > to + wordDays * dayMs ? 'word_late' : undefined
}

/** Whoever runs the shift adds a volunteer, also after it; the caller asks the diary and the slot separately. */
export function decideAddToShift(
  place: ShiftPlace,
  shift: Shift,
  command: Command,
  byId: MemberId,
  limits: Limits,
): Decision<ShiftPlace> {
  if (holdsSlot(place)) return { next: place }
  const bar = addingBar(shift, command.at, limits)
  if (bar) return { refusal: bar }
  const late = shift.to <= command.at
  const next: ShiftPlace = {
    ...withEvent(place, command, 'added'),
    ...factsOf(shift),
    state: 'confirmed',
    added: { byId, ...(late && { late: true as const }) },
  }
  const told = { who: command.who ?? '', whoId: byId }
  return settle(
    next,
    command,
    limits,
    byId === next.memberId ? [] : [tell(next, next.memberId, 'shift_added', told)],
  )
}

/** Whether a volunteer's place may be credited by word: it has begun, and no code says that they came. */
export const placeTakesWord = ({ state, from }: Pick<ShiftPlace, 'state' | 'from'>, now: Instant): boolean =>
  (state === 'confirmed' || state === 'absent') && from <= now

/** Two people say that the volunteer was there. What a code has said meanwhile stands. */
export function decideShiftWord(
  place: ShiftPlace,
  command: Command,
  { from, to, reason, proposedById, byId }: WordEffect,
  limits: Limits,
): Decision<ShiftPlace> {
  if (!placeTakesWord(place, command.at)) return { next: place }
  const { memberId } = place
  const attendance = { reportedAt: command.at, how: 'word' as const, late: true }
  const minutes = serviceMinutes(from, to, limits)
  const next: ShiftPlace = {
    ...withEvent(place, command, 'worded', reason),
    state: 'credited',
    checkedIn: { at: from, ...attendance },
    checkedOut: { at: to, ...attendance },
    minutes,
  }
  const told = tell(next, memberId, 'shift_worded', { minutes, note: reason })
  const credit = { ...creditOf(next, { from, to, minutes }), told, reason, proposedById, byId }
  return settle(next, command, limits, [freeDiary(place, command.at), minutes > 0 ? credit : told])
}

const creditOf = (
  { shiftId, memberId, teamId, title, shiftName, _id: id }: ShiftPlace,
  { from, to, minutes }: { from: Instant; to: Instant; minutes: number },
): CreditEffect => ({
  effect: 'credit',
  memberId,
  source: shiftSource(shiftId, memberId),
  minutes,
  teamId,
  title: `${title}·${shiftName}`,
  servedFrom: from,
  servedTo: to,
  shownOn: { collection: 'shiftPlaces', id },
})

/** The volunteer withdraws; possible until the shift begins. */
export function decideWithdrawShift(
  place: ShiftPlace,
  command: Command,
  limits: Limits,
): Decision<ShiftPlace> {
  if (place.state === 'withdrawn') return { next: place }
  if (place.state === 'cancelled') return { refusal: 'shift_cancelled' }
  if (place.state !== 'confirmed') return { refusal: 'conflict' }
  if (place.from <= command.at) return { refusal: 'shift_begun' }
  const next: ShiftPlace = { ...withEvent(place, command, 'withdrew'), state: 'withdrawn' }
  return settle(next, command, limits, [
    freeDiary(place, command.at),
    freeSlot(place, command.at),
    tellRunner(next, 'shift_withdrawn', { who: next.memberName, whoId: next.memberId }),
  ])
}

/**
 * A report of a check-in or check-out, and what its volunteer has typed wrong at the session. The wrong codes
 * are counted there, since a volunteer may try the same code as a resident.
 */
export interface ShiftReport extends Report {
  misses?: CodeMisses | undefined
  /** The volunteer could read the code of the session. */
  readsCode?: boolean
}

/** Time alone has ended this state, even where the timer is late. */
const isOver = (place: ShiftPlace, command: Command): boolean =>
  place.wakesAt !== null && place.wakesAt <= command.at

/** Whether the volunteer of a cancelled shift had come before it was cancelled. */
const cameBefore = ({ events }: ShiftPlace, proof: Proof, { codeStepSeconds }: Limits): boolean =>
  proof.at <= (events.at(-1)?.at ?? 0) + codeStepSeconds * 1000

/** A check-in from before the shift was cancelled goes on, and waits to be confirmed by name. */
export function decideShiftCheckIn(
  place: ShiftPlace,
  command: Command,
  { proof, typed, misses, readsCode }: ShiftReport,
  limits: Limits,
): Decision<ShiftPlace> {
  const cancelled = place.state === 'cancelled'
  if (!cancelled && place.state !== 'confirmed') return { refusal: 'conflict' }
  if (isOver(place, command)) return { refusal: 'too_late' }
  const opensAt = place.from - limits.checkInOpensMinutes * minuteMs
  if (command.at < opensAt) return { refusal: 'too_early' }
  if (isLocked(misses, command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return { refusal: 'code_wrong' }
  if (proof.at < opensAt) return { refusal: 'too_early' }
  if (cancelled && !cameBefore(place, proof, limits)) return { refusal: 'shift_cancelled' }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  const next: ShiftPlace = {
    ...withEvent(place, command, 'checked_in'),
    state: 'in_service',
    ...(cancelled && { resumed: true as const }),
    checkedIn: attendanceOf(proof, command.at, limits),
    ...(readsCode && { readsCode: true as const }),
  }
  return settle(next, command, limits)
}

export function decideShiftCheckOut(
  place: ShiftPlace,
  command: Command,
  { proof, typed, misses, readsCode }: ShiftReport,
  limits: Limits,
): Decision<ShiftPlace> {
  if (place.state !== 'in_service' || !place.checkedIn) return { refusal: 'conflict' }
  if (isOver(place, command)) return { refusal: 'too_late' }
  if (isLocked(misses, command.at, typed, limits)) return { refusal: 'code_locked' }
  if (!proof) return { refusal: 'code_wrong' }
  if (command.at - proof.at > limits.lateReportHours * hourMs) return { refusal: 'too_late' }
  // a code from before the check-in cannot prove the check-out
  if (proof.at < place.checkedIn.at) return { refusal: 'code_wrong' }
  const checkedOut = attendanceOf(proof, command.at, limits)
  const next: ShiftPlace = {
    ...withEvent(place, command, 'checked_out'),
    state: 'done',
    checkedOut,
    minutes: serviceMinutes(place.checkedIn.at, checkedOut.at, limits),
    ...(isOverrun(checkedOut.at, place.to, limits) && { overrun: true as const }),
    ...(readsCode && { readsCode: true as const }),
  }
  return settle(next, command, limits, waitsForWord(next))
}

/** Tells whoever may confirm a service by name that it waits for them: the coordinator, and the team's leaders. */
function waitsForWord(place: ShiftPlace): Effect[] {
  const wait = shiftWaitOf(place)
  if (wait === undefined || wait === 'forgotten') return []
  const { memberId, memberName, coordinatorId, teamId, minutes } = place
  const about = { who: memberName, whoId: memberId, minutes: minutes ?? 0 }
  const { to: _, ...notice } = tell(place, coordinatorId, `shift_${wait}`, about)
  const leaders: Effect = {
    ...notice,
    effect: 'tellLeaders',
    teamId,
    noticeId: `n_${place._id}_${place.rev}`,
  }
  return coordinatorId === memberId || place.runBy === teamId
    ? [leaders]
    : [{ ...notice, to: coordinatorId }, leaders]
}

/** Credits the minutes, because the person who runs the shift confirmed them or said nothing in time. */
function confirmed(
  place: ShiftPlace,
  command: Command,
  event: 'confirmed' | 'confirmed_by_silence',
  limits: Limits,
): Decision<ShiftPlace> {
  const { checkedIn, checkedOut, minutes, memberId } = place
  if (place.state === 'credited') return { next: place }
  if (place.state !== 'done' || !checkedIn || !checkedOut || minutes === null) return { refusal: 'conflict' }
  const next: ShiftPlace = { ...withEvent(place, command, event), state: 'credited' }
  const told = tell(next, memberId, 'shift_credited', { minutes })
  const credit = { ...creditOf(place, { from: checkedIn.at, to: checkedOut.at, minutes }), told }
  return settle(next, command, limits, [freeDiary(place, command.at), minutes > 0 ? credit : told])
}

export const decideConfirmShift = (
  place: ShiftPlace,
  command: Command,
  limits: Limits,
): Decision<ShiftPlace> => confirmed(place, command, 'confirmed', limits)

/**
 * What time alone does; undefined while nothing is due. A volunteer who never came is absent. A forgotten
 * check-out closes at the planned end and waits for a confirmation: it is never credited by silence. After a
 * check-out, silence credits.
 */
export function decideShiftPassing(
  place: ShiftPlace,
  command: Command,
  limits: Limits,
): Decision<ShiftPlace> | undefined {
  if (!isOver(place, command)) return undefined
  if (place.state === 'done') return confirmed(place, command, 'confirmed_by_silence', limits)
  if (place.state === 'in_service' && place.checkedIn) {
    const at = Math.max(place.to, place.checkedIn.at)
    const minutes = serviceMinutes(place.checkedIn.at, at, limits)
    const next: ShiftPlace = {
      ...withEvent(place, command, 'closed_at_planned_end'),
      state: 'done',
      checkedOut: { at, reportedAt: command.at, how: 'planned_end', late: true },
      minutes,
    }
    return settle(next, command, limits, [
      tellRunner(next, 'shift_closed', { who: next.memberName, whoId: next.memberId, minutes }),
    ])
  }
  // who was added after it never promised to come
  if (place.added?.late) {
    const gone: ShiftPlace = { ...withEvent(place, command, 'withdrew'), state: 'withdrawn' }
    return settle(gone, command, limits, [freeDiary(place, command.at), freeSlot(place, command.at)])
  }
  const next: ShiftPlace = { ...withEvent(place, command, 'absent'), state: 'absent' }
  return settle(next, command, limits, [
    freeDiary(place, command.at),
    tell(next, next.memberId, 'shift_missed'),
  ])
}

/** What an edited or cancelled shift means for a shift place that is not over. */
export function decideShiftAlign(
  place: ShiftPlace,
  shift: Shift,
  command: Command,
  limits: Limits,
): Decision<ShiftPlace> {
  if (place.state === 'confirmed' && shift.state === 'cancelled') {
    const next: ShiftPlace = { ...withEvent(place, command, 'cancelled'), state: 'cancelled' }
    return settle(next, command, limits, [
      freeDiary(place, command.at),
      freeSlot(place, command.at),
      tell(next, next.memberId, 'shift_cancelled'),
    ])
  }
  if (place.state !== 'confirmed' && place.state !== 'in_service') return { next: place }
  const facts = factsOf(shift)
  const same = Object.entries(facts).every(([key, value]) => place[key as keyof typeof facts] === value)
  if (same) return { next: place }
  const movedTime = place.from !== shift.from || place.to !== shift.to
  const next: ShiftPlace = { ...withEvent(place, command, 'moved'), ...facts }
  if (!movedTime) return settle(next, command, limits)
  const { memberId, _id: heldFor } = next
  const cause = `${heldFor}_${next.rev}`
  // the activity tells its volunteers, in one notice with all that its edit changed
  return settle(next, command, limits, [{ effect: 'moveDiary', cause, memberId, heldFor }])
}

/** Tells the volunteer, and who runs the shift, that it now lies on another promise of the volunteer. */
export function shiftClashNotices(
  place: ShiftPlace,
  { cause, heldFor, title }: { cause: string; heldFor: string; title: string },
): (NoticeEffect | LeadersEffect)[] {
  const { memberId, memberName, coordinatorId, runBy } = place
  const noticeOf = (to: MemberId, kind: NoticeEffect['kind']): NoticeEffect => ({
    ...tell(place, to, kind, kind === 'shift_clash' ? {} : { who: memberName, whoId: memberId }),
    noticeId: `n_${cause}_${heldFor}_${to}`,
    note: title,
  })
  const own = noticeOf(memberId, 'shift_clash')
  if (runBy) {
    const { to: _, ...about } = noticeOf(coordinatorId, 'shift_clash_of')
    return [own, { ...about, effect: 'tellLeaders', teamId: runBy, noticeId: `n_${cause}_${heldFor}` }]
  }
  return coordinatorId === memberId ? [own] : [own, noticeOf(coordinatorId, 'shift_clash_of')]
}
