import { type Context, type MemberContext, no, rolesOf, yes } from '#app/call/context'
import { type Changed, tries } from '#app/change/change'
import { holdDiary, isTheirs } from '#app/diary/diary'
import { freeDiary } from '#app/diary/release'
import { guardianConsents, standingOf } from '#app/guardian/guardians'
import { countMiss } from '#app/session/codeTries'
import { doorOf } from '#app/session/door'
import { sessionSecret } from '#app/session/sessionSecret'
import type { Limits } from '#contract/community'
import { hasRole } from '#contract/shared/grants'
import type { Input } from '#contract/shared/operation'
import type { Answer, RefusalCode } from '#contract/shared/refusal'
import type { Page } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type {
  MyShift,
  ShiftMoved,
  ShiftPlaceState,
  ShiftServed,
  shiftAttend,
  shiftList,
  shiftMine,
  shiftOne,
  TeamShift,
} from '#contract/shift'
import { runsEvery } from '#core/activity/runs'
import { proveAttendance } from '#core/attendance/attendance'
import type { Decision } from '#core/change/aggregate'
import type { Member } from '#core/member/member'
import { roleChanges } from '#core/member/roles'
import { volunteeringFault } from '#core/member/volunteering'
import type { DoorList } from '#core/session/door'
import { closedFor, type Shift } from '#core/shift/shift'
import {
  decideShiftCheckIn,
  decideShiftCheckOut,
  decideShiftSignUp,
  decideWithdrawShift,
  newShiftPlace,
  type ShiftPlace,
  shiftPlaceId,
  shiftWaitOf,
} from '#core/shift/shiftPlace'
import { activities, doors, sessions, shiftPlaces, shifts } from '#store/collections'
import { above, oneOf } from '#store/words/conditions'
import { forgiveMisses } from '#store/writes/door'
import { renewSlot, takeSlot } from '#store/writes/shift'

/**
 * Takes a place at a shift. As with a claim, the diary is written first, so that nothing else of this
 * volunteer overlaps; then one conditional write on the shift decides the slot; then the place is recorded. A
 * crash in between leaves a hold or a slot without a place: the next clash removes the one, `alignPlaces` the
 * other.
 */
export async function signUp(
  context: MemberContext,
  { shiftId }: Input<typeof shiftOne>,
): Promise<Answer<ShiftMoved>> {
  const { command, community } = context
  const shift = await shifts.get(shiftId)
  if (!shift) return no('not_found')
  return takePlace(context, context.member, shift, (place) =>
    decideShiftSignUp(place, shift, command, community.limits),
  )
}

/** Gives a volunteer a place by a rule; `late`: also after the shift. */
export async function takePlace(
  { command, community, settings, change }: Context,
  member: Member,
  shift: Shift,
  decide: (place: ShiftPlace) => Decision<ShiftPlace>,
  late = false,
): Promise<Answer<ShiftMoved>> {
  const { _id: shiftId } = shift
  const standing = await standingOf(member, command.at, settings.sealing)
  const fault = volunteeringFault(standing)
  if (fault) return no(fault)
  const placeId = shiftPlaceId(shiftId, member._id)
  const moved = await change(
    shiftPlaces,
    placeId,
    command,
    async (place) => {
      const decision = decide(place)
      if (!decision.next || decision.next === place) return decision
      // the clock is read now: a hold or slot taken here must not be freed by what was given back since the
      // command
      const at = Date.now()
      const clash = await holdDiary(member, { heldFor: placeId, from: shift.from, to: shift.to, at })
      if (clash) return { refusal: clash }
      const refusal = await slotFor(shift, member._id, at, late)
      if (!refusal) return decision
      if (!(await isTheirs(placeId, member._id)))
        await freeDiary([{ effect: 'freeDiary', memberId: member._id, heldFor: placeId, at }])
      return { refusal }
    },
    newShiftPlace(shift, member),
  )
  // the guardian may have withdrawn meanwhile; whichever of the two writes comes second sees the other
  if (moved.state && standing.guardianConsents && !(await guardianConsents(member._id))) {
    // the slot was taken at the clock's time, so it is freed at the clock's time
    const back = { ...command, key: `${command.key}:guardian`, at: Date.now() }
    await change(shiftPlaces, placeId, back, (place) => decideWithdrawShift(place, back, community.limits))
    return no('guardian_needed')
  }
  return answered(moved)
}

/** Takes a slot of the shift as it was read. Answers why not; undefined where the member has one. */
async function slotFor(
  read: Shift,
  memberId: string,
  at: number,
  late: boolean,
): Promise<RefusalCode | undefined> {
  const { _id, from, to } = read
  for (let attempt = 0; attempt < tries; attempt++) {
    if (await takeSlot(read, memberId, at)) return undefined
    const shift = await shifts.get(_id)
    if (!shift) return 'not_found'
    const closed = closedFor(shift, late ? shift.from : at)
    if (closed) return closed
    if (shift.from !== from || shift.to !== to) return 'conflict'
    const own = shift.holders[memberId]
    if (own) {
      // the slot may be left from a tap that crashed, or from a withdrawal that has not freed it yet
      if (await renewSlot(read, memberId, own.at, at)) return undefined
    } else if (shift.free < 1) return 'shift_full'
  }
  return 'conflict'
}

const answered = ({ state, refusal }: Changed<ShiftPlace>): Answer<ShiftMoved> =>
  refusal ?? yes({ state: state.state, ...(state.minutes === null ? {} : { minutes: state.minutes }) })

export async function withdraw(
  { member, command, community, change }: MemberContext,
  { shiftId }: Input<typeof shiftOne>,
): Promise<Answer<ShiftMoved>> {
  return answered(
    await change(shiftPlaces, shiftPlaceId(shiftId, member._id), command, (place) =>
      decideWithdrawShift(place, command, community.limits),
    ),
  )
}

/** Whoever has read the code of a session can make its later ones, also when the office is gone; so long it counts. */
const codesKnownMs = 60 * dayMs

/**
 * Whether somebody could prove their own coming, because they published the activity or may see the session's code
 * (also with a role that rests), or might have seen it in an office that they have lost lately.
 */
function mayReadCodes({ identity, member, settings, command }: MemberContext, place: ShiftPlace): boolean {
  if (place.coordinatorId === member._id) return true
  const roles = rolesOf(identity, settings)
  const lost = roleChanges(member).filter(
    ({ change, at }) => change === 'revoked' && at > command.at - codesKnownMs,
  )
  const grants = [...member.roles, ...(identity.resting ?? []), ...lost]
  return (
    runsEvery({ roles: [...roles, ...grants.map(({ role }) => role)] }) ||
    (!!place.runBy && hasRole(grants, 'team_leader', { teamId: place.runBy }))
  )
}

const attend =
  (decide: typeof decideShiftCheckIn | typeof decideShiftCheckOut) =>
  async (context: MemberContext, said: Input<typeof shiftAttend>): Promise<Answer<ShiftMoved>> => {
    const { member, command, change } = context
    const placeId = shiftPlaceId(said.shiftId, member._id)
    return answered(
      await change(shiftPlaces, placeId, command, (place) => tryCode(context, place, said, decide)),
    )
  }

/**
 * Decides on a report with the wrong codes that its volunteer has typed at the session. Codes that are sent at
 * once are decided one by one: a wrong one is counted, a right one forgives, each by a guarded write.
 */
async function tryCode(
  context: MemberContext,
  place: ShiftPlace,
  { code, at }: Input<typeof shiftAttend>,
  decide: typeof decideShiftCheckIn | typeof decideShiftCheckOut,
): Promise<Decision<ShiftPlace>> {
  const { member, command, community, settings } = context
  const { limits } = community
  const typed = code.length === 6
  const readsCode = mayReadCodes(context, place)
  const proof = proveAttendance(code, {
    secret: sessionSecret(settings, place.sessionId),
    stepSeconds: limits.codeStepSeconds,
    now: command.at,
    at,
  })
  for (let attempt = 0; attempt < tries; attempt++) {
    const door = await doorAt(place, limits)
    const misses = door?.misses[member._id]
    const decision = decide(place, command, { proof, typed, misses, readsCode }, limits)
    if (!door || !typed) return decision
    if (!proof && decision.refusal === 'code_wrong') {
      if (await countMiss(context, door, async () => place)) return decision
    } else if (!decision.next || (await forgiveMisses(door._id, member._id, { misses }))) return decision
  }
  return { refusal: 'conflict' }
}

/** Reads the door list of a place's session. */
async function doorAt({ sessionId }: ShiftPlace, limits: Limits): Promise<DoorList | undefined> {
  const stored = await doors.get(sessionId)
  if (stored) return stored
  const session = await sessions.get(sessionId)
  return session && doorOf(session, limits)
}

export const checkIn = attend(decideShiftCheckIn)
export const checkOut = attend(decideShiftCheckOut)

/** Lists the caller's shifts: those ahead, the next first, or those that have been, the latest first. */
export async function mine(
  { member }: MemberContext,
  { when, cursor, limit = 20 }: Input<typeof shiftMine>,
): Promise<Answer<Page<MyShift>>> {
  const states: Record<typeof when, readonly ShiftPlaceState[]> = {
    upcoming: ['confirmed', 'in_service'],
    past: ['done', 'credited', 'absent', 'cancelled'],
  }
  const page = await shiftPlaces.page(
    'byMemberState',
    { memberId: member._id, state: oneOf(states[when]) },
    { cursor, limit, backwards: when === 'upcoming' },
  )
  return yes({ ...page, items: page.items.map(lineOf) })
}

const listed = ['activityId', 'title', 'name', 'from', 'to', 'capacity', 'free'] as const

/** Lists a team's shifts that are not over, the next first, whoever's activity they are at. */
export async function list(
  { command }: Context,
  { teamId, cursor, limit = 20 }: Input<typeof shiftList>,
): Promise<Answer<Page<TeamShift>>> {
  const ahead = { teamId, state: 'open' as const, to: above(command.at) }
  const page = await shifts.page('ofTeam', ahead, { cursor, limit, fields: listed })
  const ids = [...new Set(page.items.map(({ activityId }) => activityId))]
  // a call that broke off may have made shifts that nobody sees
  const shown = await activities.getMany(ids, { where: { published: true }, fields: ['title'] })
  const seen = new Set(shown.map(({ _id }) => _id))
  const items = page.items.filter(({ activityId }) => seen.has(activityId))
  return yes({ ...page, items: items.map(({ _id: shiftId, ...shift }) => ({ shiftId, ...shift })) })
}

const lineOf = (place: ShiftPlace): MyShift => ({
  shiftId: place.shiftId,
  activityId: place.activityId,
  sessionId: place.sessionId,
  title: place.title,
  name: place.shiftName,
  teamId: place.teamId,
  from: place.from,
  to: place.to,
  state: place.state,
  ...servedOf(place),
})

/** The minutes and times of service of a place. */
export function servedOf(place: ShiftPlace): ShiftServed {
  const { minutes, overlap, checkedIn, checkedOut } = place
  const waits = shiftWaitOf(place)
  return {
    ...(waits === undefined ? {} : { waits }),
    ...(minutes === null ? {} : { minutes }),
    ...(overlap === undefined ? {} : { overlap }),
    ...(checkedIn ? { checkedInAt: checkedIn.at } : {}),
    ...(checkedOut ? { checkedOutAt: checkedOut.at } : {}),
  }
}
