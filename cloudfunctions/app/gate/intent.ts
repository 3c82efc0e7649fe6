import type { Operation } from '#contract/operations'
import type { Command } from '#core/change/aggregate'
import { intents } from '#store/collections'

/** Operations that change nothing for the caller, or that nobody in particular sends. */
const unmarked: ReadonlySet<Operation> = new Set<Operation>([
  'community.get',
  'community.whole',
  'desk.begin',
  'desk.poll',
  'desk.list',
  'member.me',
  'member.dependents',
  'member.pending',
  'member.search',
  'member.roles',
  'member.accessLog',
  'member.export',
  'member.unfinished',
  'guardian.list',
  'team.list',
  'team.roster',
  'booking.list',
  'booking.get',
  'booking.code',
  'request.similar',
  'request.list',
  'request.get',
  'request.hands',
  'request.rates',
  'file.url',
  'session.code',
  'session.roster',
  'shift.mine',
  'shift.roster',
  'session.mine',
  'session.drawProof',
  'activity.list',
  'activity.get',
  'activity.templates',
  'hours.statement',
  'hours.honours',
  'hours.months',
  'hours.leaderboard',
  'hours.digest',
  'hours.verify',
  'hours.certificates',
  'certificate.get',
  'certificate.verify',
  'report.overview',
  'inbox.list',
])

/** Operations whose one deciding write remembers its command; a second record would cost every sign-up a call. */
const selfMarked: ReadonlySet<Operation> = new Set<Operation>(['session.signUp'])

/** Whether an operation only reads, or is nobody's in particular. */
export const isRead = (op: Operation): boolean => unmarked.has(op)

/** Whether the command is known to have been sent before, in the same words; it may have had its effect. */
export async function isRepeat(op: Operation, { key, fingerprint }: Command): Promise<boolean> {
  return !unmarked.has(op) && !selfMarked.has(op) && (await intents.get(key))?.fingerprint === fingerprint
}

/**
 * Whether the command still says what its commandId has stood for. The documents a command changes know their own
 * past; this also knows a commandId that is used on another document.
 */
export async function keepsItsWord(op: Operation, command: Command, communityId: string): Promise<boolean> {
  if (unmarked.has(op) || selfMarked.has(op)) return true
  const { key: _id, fingerprint, at } = command
  if (await intents.insert({ _id, communityId, fingerprint, at })) return true
  return (await intents.get(_id))?.fingerprint === fingerprint
}
