import { type Command, type Decision, owing, record } from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'
import { decideVerify, type Home, type Member, nobodys, type Voucher } from './member'

/** Whether the member has said a new place or name that nobody has confirmed yet. */
export const isMoving = <Some extends Pick<Member, 'state' | 'movedFrom'>>(
  member: Some,
): member is Some & { movedFrom: NonNullable<Member['movedFrom']> } =>
  member.state === 'pending' && (member.movedFrom ?? null) !== null

const sameHome = (a: Home, b: Home): boolean =>
  a.name === b.name && a.gridId === b.gridId && a.estateId === b.estateId && a.householdId === b.householdId

function tell(member: Member, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  const noticeId = `n_${member._id}_${member.rev}`
  return { effect: 'notice', noticeId, to: member._id, kind, ...(note === undefined ? {} : { note }) }
}

/** What is owed, with a closing that goes on. */
const settle = (next: Member, command: Command, effects: Effect[]): Decision<Member> =>
  owing(next, command, effects, next.closesAt ?? null)

/**
 * A resident lives elsewhere now, or is called otherwise. Who vouches for it settles it at once; otherwise it waits for
 * a worker of the grid it names, and the roles rest until then. While it waits nothing else can be tried: nobody finds
 * out by trying who lives where.
 */
export function decideMove(
  member: Member,
  command: Command,
  said: Partial<Home>,
  voucher?: Voucher,
): Decision<Member> {
  if (isMoving(member)) return { refusal: 'move_waiting' }
  if (member.state !== 'verified') return { refusal: 'not_verified' }
  const { name, gridId, estateId, householdId, registeredAt } = member
  const home: Home = { name, gridId, estateId, householdId, ...said }
  if (sameHome(home, member)) return { next: member }
  const renamed = home.name !== name
  const next: Member = {
    ...record(member, command, renamed ? 'renamed' : 'moved', renamed ? name : gridId),
    ...home,
    state: 'pending',
    registeredAt: command.at,
    movedFrom: { name, gridId, estateId, householdId, registeredAt },
  }
  if (voucher) return confirmed(next, nobodys({ ...command, key: `${command.key}:${voucher}` }), voucher)
  return settle(next, command, [
    tell(next, 'move_waiting'),
    {
      effect: 'tellQueue',
      queue: `grid:${next.gridId}`,
      noticeId: `n_move_${next._id}_${next.rev}`,
      kind: 'move_arrived',
      who: next.name,
      whoId: next._id,
    },
  ])
}

/** It stands: the roles count again, and what shows the old name follows. */
function confirmed(member: Member, command: Command, note?: string): Decision<Member> {
  const next: Member = {
    ...record(member, command, 'move_confirmed', note),
    state: 'verified',
    movedFrom: null,
  }
  const renamed = member.movedFrom && member.movedFrom.name !== member.name
  const effects: Effect[] = [tell(next, 'move_confirmed')]
  if (renamed) effects.push({ effect: 'rename', cause: `${next._id}:${next.rev}`, memberId: next._id })
  return settle(next, command, effects)
}

/** A worker's word on somebody who waits: on who they are, or on where they live and what they are called now. */
export function decideWord(
  member: Member,
  command: Command,
  accept: boolean,
  reason?: string,
  keptDays?: number,
): Decision<Member> {
  if (!isMoving(member)) return decideVerify(member, command, accept, reason, keptDays)
  if (accept) return confirmed(member, command, reason)
  const next: Member = {
    ...record(member, command, 'move_declined', reason),
    ...member.movedFrom,
    state: 'verified',
    movedFrom: null,
  }
  return settle(next, command, [tell(next, 'move_declined', reason)])
}

/** The household register confirms who waits, without a worker's word. */
export function decideVouched(member: Member, command: Command): Decision<Member> {
  return decideWord(member, nobodys(command), true, 'register')
}
