import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import type { Member } from '#core/member/member'
import { members } from '#store/collections'
import { savingWithin } from '#store/saving'

/** Longer than a function may run: an older pointer whose member is not the account's was left by a crash. */
const pointerMs = minuteMs
const tries = 12

/** What an account was before it pointed at a member who never took it; undefined where there was none. */
export function asBefore({ joinedTo, ...account }: Member): Member | undefined {
  const was = joinedTo?.was ?? null
  return was === null ? undefined : { ...account, state: was }
}

/**
 * The account points at the member, and is closed meanwhile. Pointing again is written anew, so that whoever is
 * about to take the pointer back loses. An account points at one member: a refusal where it has another, or is
 * about to.
 */
export async function pointAt(
  start: Member,
  paperId: MemberId,
  at: Instant,
): Promise<RefusalCode | undefined> {
  const pointed = await savingWithin(
    tries,
    members,
    start._id,
    async (stored): Promise<{ next?: Member; refusal?: RefusalCode }> => {
      const before = stored?.joinedTo
      if (before && before.memberId !== paperId) {
        const other = await members.get(before.memberId)
        if (other?.accountId === start._id) return { refusal: 'adopted_before' }
        if (before.at > at - pointerMs) return { refusal: 'conflict' }
      }
      const account = stored ?? start
      const was = before ? before.was : (stored?.state ?? null)
      return {
        next: {
          ...account,
          rev: account.rev + 1,
          state: 'closed',
          joinedTo: { memberId: paperId, at: Math.max(at, (before?.at ?? 0) + 1), was },
        },
      }
    },
  )
  return pointed ? pointed.refusal : 'conflict'
}

/** Takes a pointer back whose member did not take the account; the account is what it was. */
export async function unpoint(accountId: MemberId, paperId: MemberId): Promise<undefined> {
  const stored = await members.get(accountId)
  if (stored?.joinedTo?.memberId !== paperId) return
  if ((await members.get(paperId))?.accountId === accountId) return
  const before = asBefore(stored)
  if (before) await members.save(stored, { ...before, rev: stored.rev + 1 })
  else await members.remove(accountId, { rev: stored.rev })
}

/**
 * Who an account stands for: itself, the member who has taken it, or nobody any more. `undefined`: a pointer was
 * left of somebody who had no account.
 */
export async function standsFor(stored: Member, now: Instant): Promise<Member | 'gone' | undefined> {
  if (stored.state !== 'closed') return stored
  const { joinedTo } = stored
  if (!joinedTo) return 'gone'
  const paper = await members.get(joinedTo.memberId)
  if (paper?.accountId === stored._id) return paper.state === 'closed' ? 'gone' : paper
  if (joinedTo.at > now - pointerMs) return asBefore(stored)
  await unpoint(stored._id, joinedTo.memberId)
  return asBefore(stored)
}
