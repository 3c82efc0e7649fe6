import type { Limits } from '#contract/community'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import { isRecorded, type LedgerLine } from '#core/hours/ledger'
import type { Membership } from './membership'

/** What is left of a probation; undefined where it is over, or there was none. */
export interface Probation {
  /** How many services are left, unless `until` comes first. */
  servicesLeft: number
  until: Instant
}

/** What says of a membership whether it is on probation. */
export type Probationer = Pick<Membership, 'memberId' | 'teamId' | 'state' | 'probationFrom'>

/** When probation ends at the latest; undefined where the leader has ended it, or there was none. */
export function probationEnds({ state, probationFrom }: Probationer, limits: Limits): Instant | undefined {
  if (state !== 'accepted' || !probationFrom) return undefined
  return probationFrom + limits.probationDays * dayMs
}

/** Counts services credited in a team since its probation began, without lines that were reversed. */
export const servedIn = (
  { memberId, teamId, probationFrom }: Probationer,
  credited: readonly Pick<LedgerLine, 'memberId' | 'teamId' | 'kind' | 'reversedKind' | 'creditedAt'>[],
): number =>
  credited
    .filter((line) => line.memberId === memberId && line.teamId === teamId && isRecorded(line))
    .filter(({ creditedAt }) => creditedAt >= (probationFrom ?? 0))
    .reduce((served, { kind }) => served + (kind === 'reversal' ? -1 : 1), 0)

/**
 * Probation ends after so many services or days, whichever comes first. `served`: services credited since it
 * began.
 */
export function probationOf(
  membership: Probationer,
  served: number,
  now: Instant,
  limits: Limits,
): Probation | undefined {
  const until = probationEnds(membership, limits)
  if (until === undefined || until <= now || served >= limits.probationServices) return undefined
  return { servicesLeft: limits.probationServices - served, until }
}

/** The leader ends a probation; nobody ends their own. */
export function decideEndProbation(
  membership: Membership,
  command: Command,
  by: MemberId,
): Decision<Membership> {
  if (membership.state !== 'accepted') return { refusal: 'not_found' }
  if (!membership.probationFrom) return { next: membership }
  if (by === membership.memberId) return { refusal: 'own_licence' }
  const next: Membership = { ...withEvent(membership, command, 'probation_ended'), probationFrom: null }
  return withEffects(
    next,
    command,
    [
      {
        effect: 'notice',
        noticeId: `n_${next._id}_${next.rev}_${next.memberId}`,
        to: next.memberId,
        kind: 'probation_over',
      },
    ],
    membership.wakesAt,
  )
}
