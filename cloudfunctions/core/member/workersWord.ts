import type { Command, Decision } from '#core/change/aggregate'
import { decideAsked } from './asked'
import { decideVerify, type Member, withoutPerson } from './member'
import { decideMoveWord, hasAsked, isMoving } from './moving'

/** Whether somebody has stated what waits, for the member or as the member. They do not decide on it. */
function hasStated({ _id, asked, filedById }: Member, whoId: Command['whoId']): boolean {
  return whoId !== undefined && [_id, asked?.whoId, filedById].includes(whoId)
}

/**
 * A worker's decision on a registration, on a change of home or name, or on what somebody else has stated for
 * a member. Nobody decides on what they have stated.
 */
export function decideVerifyOrMove(
  member: Member,
  command: Command,
  accept: boolean,
  reason?: string,
  keptDays?: number,
): Decision<Member> {
  if (hasStated(member, command.whoId)) return { refusal: 'own_word' }
  if (isMoving(member)) return decideMoveWord(member, command, accept, reason)
  if (hasAsked(member)) return decideAsked(member, command, accept, reason)
  return decideVerify(member, command, accept, reason, keptDays)
}

/** The household register confirms a waiting member without a worker. */
export function decideVouched(member: Member, command: Command): Decision<Member> {
  return decideVerifyOrMove(member, withoutPerson(command), true, 'register')
}

/** The grid whose workers decide on what waits. */
export const decidingGrid = (member: Member): Member['gridId'] =>
  hasAsked(member) ? member.asked.home.gridId : member.gridId
