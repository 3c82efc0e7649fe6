import { ownTeams, runs } from '#app/activity/running'
import { type Context, leadsTeam, type MemberContext, no, volunteerTeams, yes } from '#app/call/context'
import { sha256 } from '#app/call/ids'
import type { Change } from '#app/change/change'
import { relationBetween } from '#app/member/relations'
import type { Limits } from '#contract/community'
import type { Input } from '#contract/shared/operation'
import { type Answer, refuseOfAnother } from '#contract/shared/refusal'
import type { MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import type {
  ShiftLines,
  ShiftMoved,
  ShiftVolunteer,
  shiftAdd,
  shiftConfirm,
  shiftOne,
  shiftRoster,
} from '#contract/shift'
import { isClosing } from '#core/account/closing'
import type { Command } from '#core/change/aggregate'
import { type Shift, slotSettlesMs } from '#core/shift/shift'
import {
  addingBar,
  decideAddToShift,
  decideConfirmShift,
  decideShiftAlign,
  holdsSlot,
  placeTakesWord,
  type ShiftPlace,
  shiftWaitOf,
} from '#core/shift/shiftPlace'
import { members, memberships, shiftPlaces, shifts } from '#store/collections'
import { freeSlotSince } from '#store/writes/shift'
import { servedOf, takePlace } from './shift'

/** No shift has more volunteers, even with those who have withdrawn. */
const manyPlaces = 500
/** A session has at most ten shifts; those that were cancelled stay. */
const manyShifts = 100

const placesOf = (shiftId: string): Promise<ShiftPlace[]> =>
  shiftPlaces.find('byShift', { shiftId }, { limit: manyPlaces })

/** Whoever runs the activity runs its shifts, and a leader those whose minutes belong to the team. */
const mayRun = (context: Context, { teamId, runBy = null }: Pick<Shift, 'teamId' | 'runBy'>): boolean =>
  runs(context, { teamId: runBy }) || leadsTeam(context, teamId)

/** Shows the shifts of a session with their volunteers; a cancelled one where somebody has served at it. */
export async function roster(
  context: Context,
  { sessionId }: Input<typeof shiftRoster>,
): Promise<Answer<{ shifts: ShiftLines[] }>> {
  const found = await shifts.find('bySession', { sessionId }, { limit: manyShifts })
  const { at: now } = context.command
  const { limits } = context.community
  const run = found.filter((shift) => mayRun(context, shift))
  const places = await Promise.all(run.map(({ _id }) => placesOf(_id)))
  const lines = run.flatMap(({ _id: shiftId, state, name, teamId, from, to, capacity, free }, index) => {
    const volunteers = (places[index] ?? []).filter(holdsSlot).map((place) => volunteerOf(place, context))
    if (state === 'cancelled' && volunteers.length === 0) return []
    const mayAdd = free > 0 && !addingBar({ state, to }, now, limits) ? { mayAdd: true as const } : {}
    return [{ shiftId, name, teamId, from, to, capacity, free, ...mayAdd, volunteers }]
  })
  return yes({ shifts: lines })
}

function volunteerOf(place: ShiftPlace, { command, community, member }: Context): ShiftVolunteer {
  const { memberId, memberName, state, checkedIn, checkedOut } = place
  const forgotten = checkedOut?.how === 'planned_end'
  const word = checkedOut?.how === 'word'
  const mayWord =
    memberId !== member?._id &&
    placeTakesWord(place, command.at) &&
    command.at <= place.to + community.limits.wordDays * dayMs
  return {
    memberId,
    name: memberName,
    state,
    ...servedOf(place),
    ...(mayWord ? { mayWord: true as const } : {}),
    ...(word ? { word: true as const } : {}),
    ...(!forgotten && !word && (checkedIn?.late || checkedOut?.late) ? { late: true as const } : {}),
    ...(forgotten ? { forgotten: true as const } : {}),
  }
}

/** The shift, for whoever runs it. */
async function shiftRun(context: Context, shiftId: string): Promise<Shift | undefined> {
  const shift = await shifts.get(shiftId)
  return shift && mayRun(context, shift) ? shift : undefined
}

/** No team has more volunteers. */
const manySeats = 200

/** Lists who of the shift's team could be added to it: those who are not on it. */
export async function candidates(
  context: Context,
  { shiftId }: Input<typeof shiftOne>,
): Promise<Answer<{ items: { memberId: MemberId; name: string }[] }>> {
  const shift = await shiftRun(context, shiftId)
  if (!shift) return no('not_found')
  const seats = await memberships.find(
    'seats',
    { teamId: shift.teamId, state: 'accepted' },
    { limit: manySeats, fields: ['memberId', 'memberName'] },
  )
  const items = seats
    .filter(({ memberId }) => !shift.holders[memberId])
    .map(({ memberId, memberName: name }) => ({ memberId, name }))
  return yes({ items })
}

/**
 * Whoever runs the shift adds a volunteer, also some days after it: by the rules of a sign-up, and of the shift's
 * team where a leader does so.
 */
export async function add(
  context: MemberContext,
  { shiftId, memberId }: Input<typeof shiftAdd>,
): Promise<Answer<ShiftMoved>> {
  const { command, community, member } = context
  const shift = await shiftRun(context, shiftId)
  if (!shift) return no('not_found')
  const subject = await members.get(memberId)
  const teams = subject?.state === 'verified' && !isClosing(subject) ? volunteerTeams(subject) : []
  const fits = ownTeams(context) === 'every' ? teams.length > 0 : teams.includes(shift.teamId)
  if (!subject || !fits) return refuseOfAnother('not_in_team')
  const added = await takePlace(
    context,
    subject,
    shift,
    (place) => decideAddToShift(place, shift, command, member._id, community.limits),
    true,
  )
  return added.ok ? added : refuseOfAnother(added.code)
}

/**
 * Whoever runs a shift confirms its volunteers' minutes, which are then credited. Nobody confirms their own;
 * what waits for a word is confirmed by name, and not by somebody of the volunteer's dwelling or their proxy.
 */
export async function confirm(
  context: MemberContext,
  { shiftId, memberIds }: Input<typeof shiftConfirm>,
): Promise<Answer<{ volunteers: ShiftVolunteer[] }>> {
  const { command, community, member } = context
  const shift = await shifts.get(shiftId)
  if (!shift || !mayRun(context, shift)) return no('not_found')
  if (memberIds?.every((memberId) => memberId === member._id)) return no('own_shift')
  const before = await placesOf(shiftId)
  const meant = before.filter(
    (place) =>
      place.state === 'done' &&
      place.memberId !== member._id &&
      (memberIds ? memberIds.includes(place.memberId) : !shiftWaitOf(place)),
  )
  for (const { memberId } of meant.filter(shiftWaitOf))
    if (await relationBetween(member._id, memberId)) return no('related_word')
  for (const { _id } of meant) {
    const confirmed = await context.change(shiftPlaces, _id, command, (place) =>
      decideConfirmShift(place, command, community.limits),
    )
    if (confirmed.refusal) return confirmed.refusal
  }
  const after = await placesOf(shiftId)
  return yes({ volunteers: after.filter(holdsSlot).map((place) => volunteerOf(place, context)) })
}

/** Brings the places of a shift in line with it, and gives back the slots that a crash has left without a place. */
export async function alignPlaces(shift: Shift, limits: Limits, change: Change): Promise<void> {
  const now = Date.now()
  const { _id: shiftId, rev, holders } = shift
  const places = await placesOf(shiftId)
  for (const place of places) {
    const key = sha256(`${place._id}:${place.rev}:${rev}:align`).slice(0, 24)
    const command: Command = { key, fingerprint: key, at: now }
    if (decideShiftAlign(place, shift, command, limits).next === place) continue
    const aligned = await change(shiftPlaces, place._id, command, (state) =>
      decideShiftAlign(state, shift, command, limits),
    )
    // the shift stays due, so `jobs` tries again
    if (aligned.refusal) return
  }
  const slotted = new Set(places.filter(holdsSlot).map(({ memberId }) => memberId))
  let settlesAt: number | null = null
  for (const [memberId, { at }] of Object.entries(holders)) {
    if (slotted.has(memberId)) continue
    if (now - at < slotSettlesMs) settlesAt = Math.min(settlesAt ?? at + slotSettlesMs, at + slotSettlesMs)
    else await freeSlotSince(shiftId, memberId, at)
  }
  await shifts.update({ _id: shiftId, rev }, { dueAt: settlesAt })
}
