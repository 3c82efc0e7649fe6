import { decideBookingWord, decideObject } from '#core/booking/word'
import type { Decision } from '#core/change/aggregate'
import type { Effect, WordEffect } from '#core/change/effect'
import { decideHonour, decidePropose, newHonour } from '#core/hours/honour'
import { decideAddToShift, decideShiftWord, newShiftPlace } from '#core/shift/shiftPlace'
import { claimedBooking, li, limits } from './bookings'
import { commandAt, yes } from './commands'
import { aShift, signedUp } from './shifts'
import { hourMs, mondayNine } from './time'

const ten = mondayNine + hourMs
const command = commandAt(mondayNine)
const early = commandAt(mondayNine - hourMs)

/** Services that are credited by word: proposed, declined, approved, objected to. */
export function toldOfWords(): Decision<{ pending: Effect[] }>[] {
  const times = { from: mondayNine, to: mondayNine + hourMs }
  const word = { about: 'shift' as const, id: 'sh_1', title: '元宵节猜灯谜·签到引导', ...times }
  const honour = newHonour(
    {
      ...{ _id: 'ho_1', communityId: 'tubengkan', memberId: 'm_zhao', memberName: '赵师傅', teamId: 'women' },
      ...{ kind: 'word', word, minutes: 60, reason: '手机没电' },
    },
    { _id: 'm_chen', name: '陈队长' },
    command,
  )
  const effect: WordEffect = {
    ...{ effect: 'word' as const, cause: 'c', about: 'booking' as const, id: 'b_1', reason: '手机没电' },
    ...{ memberId: li.memberId, memberName: li.name, proposedById: 'm_chen', byId: 'm_feng', ...times },
  }
  const booked = decideBookingWord(claimedBooking(), commandAt(ten), effect, limits)
  const feng = { _id: 'm_feng', name: '冯队长' }
  return [
    decidePropose(honour, command, honour),
    decideHonour(honour, command, feng, { accept: false, reason: '没有看到他' }),
    booked,
    decideObject(yes(booked), commandAt(ten + hourMs), '没有人来过', limits),
    decideShiftWord(signedUp(), commandAt(ten), effect, limits),
    decideAddToShift(
      newShiftPlace(aShift(), { _id: 'm_x', name: '老何' }),
      aShift(),
      early,
      'm_feng',
      limits,
    ),
  ]
}
