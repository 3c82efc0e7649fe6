import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { Effect, NoticeEffect } from '#core/change/effect'
import { type AskedHome, type Home, type Member, type Voucher, withNameKey, withoutPerson } from './member'

/** Whether the member has stated a new home or name that nobody has confirmed yet. */
export const isMoving = <Some extends Pick<Member, 'state' | 'movedFrom'>>(
  member: Some,
): member is Some & { movedFrom: NonNullable<Member['movedFrom']> } =>
  member.state === 'pending' && (member.movedFrom ?? null) !== null

/** Whether somebody else has stated a home or a name for the member, and nobody has decided on it. */
export const hasAsked = <Some extends Pick<Member, 'asked'>>(
  member: Some,
): member is Some & { asked: AskedHome } => (member.asked ?? null) !== null

export const unasked = { asked: null, askedAt: null } as const

export const sameHome = (a: Home, b: Home): boolean =>
  a.name === b.name && a.gridId === b.gridId && a.estateId === b.estateId && a.householdId === b.householdId

export function tell(member: Member, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  const noticeId = `n_${member._id}_${member.rev}`
  return { effect: 'notice', noticeId, to: member._id, kind, ...(note === undefined ? {} : { note }) }
}

/** The new state with its effects; a closing that is under way continues, and the name is found as it is now. */
const settle = (next: Member, command: Command, effects: Effect[]): Decision<Member> =>
  withEffects(withNameKey(next), command, effects, next.closesAt ?? null)

/**
 * A resident has a new home or a new name. A voucher confirms it at once; otherwise a worker of the grid it
 * names decides, and the roles rest until then. While it waits no other change is accepted, so that nobody
 * can find out by trying who lives where.
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
    ...withEvent(member, command, renamed ? 'renamed' : 'moved', renamed ? name : gridId),
    ...home,
    ...(hasAsked(member) && unasked),
    state: 'pending',
    registeredAt: command.at,
    movedFrom: { name, gridId, estateId, householdId, registeredAt },
  }
  if (voucher)
    return confirmed(next, withoutPerson({ ...command, key: `${command.key}:${voucher}` }), voucher)
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

/** Confirms the change: the roles count again, and documents with the old name follow. */
export function confirmed(member: Member, command: Command, note?: string): Decision<Member> {
  const next: Member = {
    ...withEvent(member, command, 'move_confirmed', note),
    state: 'verified',
    movedFrom: null,
    filedById: null,
  }
  const renamed = member.movedFrom && member.movedFrom.name !== member.name
  const effects: Effect[] = [tell(next, 'move_confirmed')]
  if (renamed) effects.push({ effect: 'rename', cause: `${next._id}:${next.rev}`, memberId: next._id })
  return settle(next, command, effects)
}

/** A worker's decision on a change of home or name. */
export function decideMoveWord(
  member: Member & { movedFrom: NonNullable<Member['movedFrom']> },
  command: Command,
  accept: boolean,
  reason?: string,
): Decision<Member> {
  if (accept) return confirmed(member, command, reason)
  const next: Member = {
    ...withEvent(member, command, 'move_declined', reason),
    ...member.movedFrom,
    state: 'verified',
    movedFrom: null,
    filedById: null,
  }
  return settle(next, command, [tell(next, 'move_declined', reason)])
}
