import { environmentSettings } from '#app/call/settings'
import { carryHours } from '#app/hours/carry'
import { closedName } from '#app/notice/noticeText'
import { minuteMs } from '#contract/shared/time'
import { emptied } from '#core/account/closing'
import type { JoinEffect } from '#core/change/effect'
import { absorbed } from '#core/enrolment/adopting'
import { joinings, members, volunteerNumbers } from '#store/collections'
import { joinWalk } from '#store/joins'
import type { Joining } from '#store/rows/account'
import { saving } from '#store/saving'
import type { SealedSpot } from '#store/sealing/sealedFields'

/** One read brings so many documents. */
const page = 200
/** Calls that were under way when the account was joined have ended by then: no call lasts that long. */
const settleMs = minuteMs

/** Notes that an account is to be joined. Noting it again changes nothing. */
export const beginJoining = ({ from, to }: JoinEffect, communityId: string, now: number): Promise<boolean> =>
  joinings.insert({ _id: from, communityId, to, dueAt: now + settleMs })

/**
 * Goes through every document once, from where the last run stopped, as forgetting does: names of members stand
 * in more places than there are indexes for, and adopting is rare. Then the hours, then the two themselves. True
 * when it came to its end; doing it again changes nothing.
 *
 * @param note keeps where it is after each page; a run that is not the last keeps nothing, so that the last sees all.
 */
export async function join(
  { _id: from, to, communityId, cursor }: Joining,
  stopAt: number,
  now: number,
  note?: (cursor: NonNullable<Joining['cursor']>) => Promise<unknown>,
): Promise<boolean> {
  const joined = { from, to }
  const { sealing } = environmentSettings()
  let after = cursor?.after ?? ''
  const begin = joinWalk.findIndex(({ collection }) => collection === cursor?.collection)
  for (const walked of joinWalk.slice(Math.max(begin, 0))) {
    for (;;) {
      const { read, last, concerned } = await walked.page(after, page, joined)
      for (const id of concerned) await walked.joinIn(id, joined, sealing)
      if (read < page) break
      after = last
      await note?.({ collection: walked.collection, after })
      if (performance.now() > stopAt) return false
    }
    after = ''
  }
  await carryHours(joined, communityId, now)
  await absorb(joined)
  return true
}

/** The timer's run: it begins when no call of before can be under way any more, and is the last. */
export async function joinToTheEnd(joining: Joining, stopAt: number): Promise<void> {
  const { _id } = joining
  const note = (cursor: NonNullable<Joining['cursor']>) => joinings.update({ _id }, { cursor })
  if (await join(joining, stopAt, Date.now(), note)) await joinings.remove(_id)
}

/** The member takes over what the account's own document holds; of that remains what its ledger hangs on. */
async function absorb({ from, to }: { from: string; to: string }): Promise<void> {
  const { sealing } = environmentSettings()
  const account = await members.get(from)
  if (!account?.joinedTo) return
  const anew = (text: string, field: 'phone' | 'birth'): string => {
    const spot = (id: string): SealedSpot => ({ collection: 'members', id, field })
    return sealing.seal(sealing.open(text, spot(from)), spot(to))
  }
  const { next: after } = await saving(members, to, (member) => ({
    next: member && member.state !== 'closed' ? absorbed(member, account, anew) : undefined,
  }))
  const { volunteerNo } = account
  if (volunteerNo && after?.volunteerNo === volunteerNo)
    await volunteerNumbers.update({ _id: volunteerNo, memberId: from }, { memberId: to })
  await saving(members, from, (stored) => ({
    next: stored && {
      ...emptied(stored, closedName),
      rev: stored.rev + 1,
      events: stored.events.slice(-1),
      pending: stored.pending,
      dueAt: stored.pending.length > 0 ? stored.dueAt : null,
      joinedTo: stored.joinedTo ?? account.joinedTo ?? null,
    },
  }))
}
