import type { MemberId } from '#contract/shared/scalars'
import { isClosing } from '#core/account/closing'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import type { NoticeEffect } from '#core/change/effect'
import type { AskedHome, Home, Member, Voucher } from './member'
import { confirmed, decideMove, hasAsked, isMoving, sameHome, tell as tellMember, unasked } from './moving'

/** Tells the member of it, or the other of what became of it. */
function tellOf(member: Member, asked: AskedHome, kind: NoticeEffect['kind'], note?: string): NoticeEffect {
  const toMember = kind === 'home_asked'
  return {
    effect: 'notice',
    noticeId: `n_${member._id}_${member.rev}_${kind}`,
    to: toMember ? member._id : asked.whoId,
    kind,
    ...(toMember ? { who: asked.who, whoId: asked.whoId } : { who: member.name, whoId: member._id }),
    ...(note === undefined ? {} : { note }),
  }
}

const withMore = (decision: Decision<Member>, command: Command, more: NoticeEffect): Decision<Member> =>
  decision.next ? withEffects(decision.next, command, [more], decision.next.wakesAt) : decision

/** Somebody states another home or name for the member. One at a time waits. */
export function decideAskFor(
  member: Member,
  command: Command,
  said: Partial<Home>,
  by: { who: string; whoId: MemberId },
): Decision<Member> {
  if (isMoving(member) || hasAsked(member)) return { refusal: 'move_waiting' }
  if (member.state !== 'verified') return { refusal: 'not_verified' }
  const { name, gridId, estateId, householdId } = member
  const home: Home = { name, gridId, estateId, householdId, ...said }
  if (sameHome(home, member)) return { next: member }
  const asked: AskedHome = { home, ...by }
  const next: Member = { ...withEvent(member, command, 'asked_for'), asked, askedAt: command.at }
  return withEffects(
    next,
    command,
    [
      tellOf(next, asked, 'home_asked'),
      tellOf(next, asked, 'home_asked_for'),
      {
        effect: 'tellQueue',
        queue: `grid:${home.gridId}`,
        noticeId: `n_asked_${next._id}_${next.rev}`,
        kind: 'home_asked_arrived',
        who: by.who,
        whoId: by.whoId,
      },
    ],
    next.wakesAt,
  )
}

/** The member states their home or name themselves. It takes the place of what somebody else has stated. */
export function decideOwnMove(
  member: Member,
  command: Command,
  said: Partial<Home>,
  voucher?: Voucher,
): Decision<Member> {
  if (!hasAsked(member)) return decideMove(member, command, said, voucher)
  const { asked } = member
  const moved = decideMove(member, command, said, voucher)
  if (moved.next === member) return declined(member, command, asked)
  return moved.next ? withMore(moved, command, tellOf(moved.next, asked, 'home_not_agreed')) : moved
}

/** The member agrees, as if they had stated it themselves, or does not. */
export function decideOwnWord(
  member: Member,
  command: Command,
  accept: boolean,
  voucher?: Voucher,
): Decision<Member> {
  if (!hasAsked(member)) return { refusal: 'already_decided' }
  const { asked } = member
  if (!accept) return declined(member, command, asked)
  if (isClosing(member)) return { refusal: 'closing' }
  const moved = decideMove({ ...member, ...unasked }, command, asked.home, voucher)
  if (!moved.next) return moved
  const next: Member = isMoving(moved.next) ? { ...moved.next, filedById: asked.whoId } : moved.next
  return withMore({ next }, command, tellOf(next, asked, 'home_agreed'))
}

function declined(member: Member, command: Command, asked: AskedHome, reason?: string): Decision<Member> {
  const next: Member = { ...withEvent(member, command, 'asked_declined', reason), ...unasked }
  return withEffects(next, command, [tellOf(next, asked, 'home_not_agreed', reason)], next.wakesAt)
}

/** What a dismissed proxy has stated waits no longer; what anybody else has stated does. */
export function decideUnask(member: Member, command: Command, whoId: MemberId): Decision<Member> {
  if (!hasAsked(member) || member.asked.whoId !== whoId) return { next: member }
  return declined(member, command, member.asked)
}

/** A worker's decision on what somebody else has stated for the member. */
export function decideAsked(
  member: Member & { asked: AskedHome },
  command: Command,
  accept: boolean,
  reason?: string,
): Decision<Member> {
  const { asked } = member
  if (!accept) {
    const no = declined(member, command, asked, reason)
    return no.next ? withMore(no, command, tellMember(no.next, 'move_declined', reason)) : no
  }
  const { name, gridId, estateId, householdId, registeredAt } = member
  const renamed = asked.home.name !== name
  const moved: Member = {
    ...withEvent(member, command, renamed ? 'renamed' : 'moved', renamed ? name : gridId),
    ...asked.home,
    ...unasked,
    registeredAt: command.at,
    movedFrom: { name, gridId, estateId, householdId, registeredAt },
  }
  const done = confirmed(moved, { ...command, key: `${command.key}:confirmed` }, reason)
  return withMore(done, command, tellOf(moved, asked, 'home_agreed'))
}
