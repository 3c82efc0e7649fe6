import type { Limits } from '#contract/community'
import { type Refusal, type RefusalCode, refuse } from '#contract/refusal'
import { decideWithdraw } from '#core/activity/shiftPlace'
import { type Aggregate, type Command, type Decision, noting, repeated, settled } from '#core/aggregate'
import type { Booking } from '#core/booking/booking'
import { decideCancel, decideForgetContact, decideRelease } from '#core/booking/decide'
import type { CallOffEffect, Effect, RevokeCertificatesEffect, SeatEffect } from '#core/effect'
import { type Certificate, decideRevokeCertificate } from '#core/hours/certificate'
import { decideAnswer, type Guardianship } from '#core/member/guardianship'
import { teamsOf } from '#core/member/member'
import { decidePost, newPost } from '#core/member/post'
import { decideDismiss, decideStepDown, type Proxyship } from '#core/member/proxyship'
import { decideSeat, newMembership } from '#core/team/membership'
import {
  bookings,
  certificates,
  dependents,
  guardianships,
  members,
  memberships,
  posts,
  proxyships,
  sessions,
  shiftPlaces,
} from '#store/collections'
import type { Documents } from '#store/documents'
import { faultFields, log } from '#store/log'
import { operator } from '#store/sdk'
import { align, remind, tellParties } from './align'
import { loadCommunity } from './community'
import {
  credit,
  freeDiary,
  freeSlot,
  moveDiary,
  noteNoShow,
  relistSignups,
  tell,
  tellLeaders,
  tellQueue,
  tellSupporters,
} from './effects'
import { release } from './files'
import { beginForgetting } from './forgetting'
import { closingNote, leftTeamNote, pausedNote, reversedNote, withdrawnNote } from './noticeText'
import { leaveSessions } from './offers'
import { recountRequests } from './recount'
import { decideNumberedGrant } from './volunteerNo'

/** Others may be faster this often before we give up; each loss means that somebody else moved on. */
const tries = 12

/** Effects begun in this call, by their content: two documents may owe each other, and that must end. */
type UnderWay = Set<string>

export type Changed<State> = { state: State; refusal?: undefined } | { refusal: Refusal; state?: undefined }

/**
 * Loads, decides and saves one aggregate, then does what it owes.
 *
 * A command that is already in the aggregate's past answers from the current state (`conflict` when it says something
 * else now). Whoever loses the race decides again on the fresh state. A refusal that leaves a trace is saved first.
 *
 * @param start what the aggregate is before its first event, where a command may create it.
 * @param underWay for a change that is itself an effect: the effects that led here, which are not begun again.
 */
export async function change<State extends Aggregate>(
  documents: Documents<State>,
  id: string,
  command: Command,
  decide: (state: State) => Decision<State> | Promise<Decision<State>>,
  start?: State,
  underWay: UnderWay = new Set(),
): Promise<Changed<State>> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const stored = await documents.get(id)
    const before = stored ?? start
    if (!before) return no('not_found')
    const past = repeated(before, command)
    if (past === 'conflict') return no('conflict')
    if (past === 'repeat') return { state: await payOffNow(documents, before, underWay) }
    const decision = await decide(before)
    if (!('next' in decision) || decision.next === undefined) return no(decision.refusal as RefusalCode)
    if (decision.next === before) {
      if (!stored || !command.mayComeAgain) return { state: before }
      if (!(await documents.save(stored, noting(stored, command)))) continue
      return { state: before }
    }
    const saved = stored ? await documents.save(stored, decision.next) : await documents.insert(decision.next)
    if (!saved) continue
    if (decision.refusal) return no(decision.refusal)
    return { state: await payOffNow(documents, decision.next, underWay) }
  }
  return no('conflict')
}

const no = (code: RefusalCode): { refusal: Refusal } => ({ refusal: refuse(code) })

/**
 * Does what a document owes, then notes that it is done. Safe to run twice and by two at once: whoever has changed the
 * document meanwhile carries the same effects on, and an effect done again changes nothing.
 */
export async function payOff<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
  underWay: UnderWay = new Set(),
): Promise<State> {
  if (state.pending.length === 0) return state
  await perform(state.pending, state.communityId, underWay)
  const after = settled(state)
  await documents.save(state, after)
  return after
}

/** The decision stands and is answered, whatever becomes of its effects now: what is still owed, `jobs` does. */
async function payOffNow<State extends Aggregate>(
  documents: Documents<State>,
  state: State,
  underWay: UnderWay,
): Promise<State> {
  try {
    return await payOff(documents, state, underWay)
  } catch (fault) {
    log('effects.owed', { id: state._id, ...faultFields(fault) })
    return state
  }
}

/** Does effects in their order. Each may have been done before; doing it again changes nothing. */
export async function perform(
  effects: readonly Effect[],
  communityId: string,
  underWay: UnderWay,
): Promise<void> {
  const now = Date.now()
  for (const effect of effects) {
    const name = JSON.stringify(effect)
    if (underWay.has(name)) continue
    underWay.add(name)
    switch (effect.effect) {
      case 'notice':
        await tell(effect, communityId, now)
        break
      case 'tellLeaders':
        await tellLeaders(effect, communityId, now)
        break
      case 'releaseFiles':
        await release(effect.fileIds, now)
        break
      case 'align':
        await align(effect, communityId, now, (id, command, decide) =>
          change(sessions, id, command, decide, undefined, underWay),
        )
        break
      case 'tellParties':
        await tellParties(effect, communityId, now)
        break
      case 'remind':
        await remind(effect, communityId, now)
        break
      case 'credit':
        await credit(effect, communityId, now)
        break
      case 'freeDiary':
        await freeDiary(effect.memberId, effect.heldFor, effect.at)
        break
      case 'moveDiary':
        await moveDiary(effect.memberId, effect.heldFor)
        break
      case 'freeSlot':
        await freeSlot(effect.shiftId, effect.memberId, effect.at)
        break
      case 'signups':
        await relistSignups(effect, now)
        break
      case 'noShow':
        await noteNoShow(effect)
        break
      case 'tellQueue':
        await tellQueue(effect, communityId, now)
        break
      case 'tellSupporters':
        await tellSupporters(effect, communityId, now)
        break
      case 'recount':
        await recountRequests(effect.communityId, effect.day)
        break
      case 'revokeCertificates':
        await revokeCertificates(effect, now, underWay)
        break
      case 'post': {
        const command = causedBy(effect.cause, now)
        const start = newPost(effect, communityId)
        insist(
          await change(
            posts,
            start._id,
            command,
            (post) => decidePost(post, command, effect),
            start,
            underWay,
          ),
        )
        break
      }
      case 'grant': {
        const command = causedBy(effect.cause, now)
        const granted = await change(
          members,
          effect.memberId,
          command,
          (member) => decideNumberedGrant(member, command, effect.grant, effect.licences),
          undefined,
          underWay,
        )
        insist(granted)
        break
      }
      case 'seat': {
        const { memberId, memberName, teamId } = effect
        const command = causedBy(effect.cause, now)
        const start = newMembership({ _id: memberId, name: memberName, communityId }, teamId)
        const seated = await change(
          memberships,
          start._id,
          command,
          (membership) => decideSeat(membership, command, effect),
          start,
          underWay,
        )
        insist(seated)
        if (effect.role === 'volunteer' && !effect.seated) await leaveBookings(effect, command, underWay)
        break
      }
      case 'callOff':
        await callOff(effect, now, underWay)
        break
      case 'forget':
        await beginForgetting(effect.memberId, communityId, now)
        break
      case 'giveBack':
        // a late repeat: the word stands again
        if ((await guardianships.get(effect.memberId))?.state !== 'given') {
          const paused = causedBy(effect.cause, now)
          await releaseAll(effect.memberId, paused, pausedNote, underWay)
          await leaveShifts(effect.memberId, paused, underWay)
        }
        break
    }
  }
}

/** Nobody holds more certificates. */
const manyCertificates = 500

/** What a reversal takes back may stand on paper: every certificate over that line holds no more. */
async function revokeCertificates(
  { memberId, seq }: RevokeCertificatesEffect,
  now: number,
  underWay: UnderWay,
): Promise<void> {
  const held = await certificates.find({ memberId }, ['issuedAt', -1], manyCertificates)
  for (const { _id } of held.filter((certificate) => certificate.seq >= seq)) {
    const command = causedBy(`${_id}:reversal:${seq}`, now)
    const rule = (certificate: Certificate) => decideRevokeCertificate(certificate, command, reversedNote)
    insist(await change(certificates, _id, command, rule, undefined, underWay))
  }
}

/** An effect that lost every race is not done yet; throwing keeps it owed. */
function insist({ refusal }: { refusal?: Refusal | undefined }): void {
  if (refusal?.code === 'conflict') throw new Error('too many writers at once')
}

/** No volunteer has more bookings before them. */
const manyClaims = 200

/** Who has left a team comes to nobody: what they had claimed there returns to the hall. */
async function leaveBookings(
  { memberId, teamId }: SeatEffect,
  command: Command,
  underWay: UnderWay,
): Promise<void> {
  const member = await members.get(memberId)
  // a late repeat: they have come back since
  if (member && teamsOf(member.roles, 'volunteer').includes(teamId)) return
  await releaseAll(memberId, command, leftTeamNote, underWay, { teamId })
}

/** Every claim of a volunteer whose time has not come returns to the hall, and the requesters hear why. */
function releaseAll(
  memberId: string,
  command: Command,
  note: string,
  underWay: UnderWay,
  only: { teamId?: string } = {},
): Promise<void> {
  const claimed = { claimerId: memberId, state: 'claimed', ...only, windowTo: operator.gt(command.at) }
  return moveAll(claimed, ['windowFrom', -1], command, underWay, (booking, limits) =>
    decideRelease(booking, command, memberId, note, limits),
  )
}

/** Moves every booking that is found by one rule. Another state is an answer; the same one means a lost race. */
async function moveAll(
  where: Record<string, unknown>,
  sort: readonly [string, 1 | -1],
  command: Command,
  underWay: UnderWay,
  rule: (booking: Booking, limits: Limits) => Decision<Booking>,
): Promise<void> {
  for (const { _id, communityId, state } of await bookings.find(where, sort, manyClaims)) {
    const community = await loadCommunity(communityId)
    if (!community) return
    const { limits } = community
    const moved = await change(
      bookings,
      _id,
      command,
      (booking) => rule(booking, limits),
      undefined,
      underWay,
    )
    if (moved.refusal?.code === 'conflict' && (await bookings.get(_id))?.state === state) insist(moved)
  }
}

/** Proxies and people one acts for, together with room to spare. */
const manyTies = 200

/**
 * Ends what is under way between a member and others. Own bookings nobody has come for yet are cancelled; who leaves
 * also gives back their claims, is nobody's proxy and has none, and answers for no minor. Whoever waits for them is told.
 */
async function callOff(
  { cause, memberId, what }: CallOffEffect,
  now: number,
  underWay: UnderWay,
): Promise<void> {
  const command = causedBy(cause, now)
  const leaving = what === 'everything'
  const note = leaving ? closingNote : withdrawnNote
  const open = { requesterId: memberId, state: operator.in(['open', 'claimed']) }
  await moveAll(open, ['createdAt', -1], command, underWay, (booking, limits) =>
    decideCancel(booking, command, note, limits),
  )
  if (!leaving) return forgetSensitive(memberId, causedBy(`${cause}:door`, now), underWay)
  await releaseAll(memberId, command, note, underWay)
  await leaveShifts(memberId, command, underWay)
  const own = await members.get(memberId)
  const community = own && (await loadCommunity(own.communityId))
  if (community) await leaveSessions(memberId, command, community.limits)
  const ties = [
    ...(await proxyships.find({ memberId, active: true }, ['since', -1], manyTies)),
    ...(await proxyships.find({ proxyId: memberId, active: true }, ['since', -1], manyTies)),
  ]
  for (const { _id } of ties) {
    const rule = (tie: Proxyship) =>
      tie.memberId === memberId ? decideDismiss(tie, command) : decideStepDown(tie, command)
    insist(await change(proxyships, _id, command, rule, undefined, underWay))
  }
  for (const { _id } of await guardianships.find({ guardianId: memberId }, ['since', -1], manyTies)) {
    const takeBack = (ward: Guardianship) =>
      decideAnswer(ward, command, memberId, { given: false, version: ward.version ?? '' })
    insist(await change(guardianships, _id, command, takeBack, undefined, underWay))
  }
}

/** Every slot at a shift whose time has not come is free again, and whoever runs the activity hears of it. */
async function leaveShifts(memberId: string, command: Command, underWay: UnderWay): Promise<void> {
  const promised = { memberId, state: 'confirmed', from: operator.gt(command.at) }
  for (const { _id, communityId } of await shiftPlaces.find(promised, ['from', -1], manyClaims)) {
    const community = await loadCommunity(communityId)
    if (!community) return
    const left = await change(
      shiftPlaces,
      _id,
      command,
      (place) => decideWithdraw(place, command, community.limits),
      undefined,
      underWay,
    )
    if ((await shiftPlaces.get(_id))?.state === 'confirmed') insist(left)
  }
}

/** What rested on the consent to keep what is sensitive: relatives' needs and birthdays, doors of bookings. */
async function forgetSensitive(memberId: string, command: Command, underWay: UnderWay): Promise<void> {
  await dependents.update({ memberId }, { needs: null, birthDay: null })
  const withDoor = { requesterId: memberId, contact: operator.neq(null) }
  await moveAll(withDoor, ['createdAt', -1], command, underWay, (booking) => decideForgetContact(booking))
}

/** The command behind an effect: no person's tap, but the event that caused it. */
function causedBy(cause: string, now: number): Command {
  return { key: cause, fingerprint: cause, at: now, mayComeAgain: true }
}
