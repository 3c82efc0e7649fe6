import { closedName, erasedWords } from '#app/notice/noticeText'
import type { MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { closings } from '#store/collections'
import { walk } from '#store/fates'
import type { Closing } from '#store/rows/account'

/** One read brings so many documents. */
const page = 200
/** Calls that were under way when the account closed have ended by then: no call lasts that long. */
const settleMs = minuteMs

/** Notes that somebody is to be forgotten. Noting it again changes nothing. */
export async function beginForgetting(memberId: MemberId, communityId: string, now: number): Promise<void> {
  await closings.insert({ _id: memberId, communityId, dueAt: now + settleMs })
}

/**
 * Goes through every document once, from where the last run stopped. Names are copied to where people read
 * them and have no index there; closing an account is rare, so reading every page is cheap enough. Doing it
 * again changes nothing.
 */
export async function forget({ _id: memberId, cursor }: Closing, stopAt: number): Promise<void> {
  const gone = { memberId, name: closedName, words: erasedWords }
  let after = cursor?.after ?? ''
  const from = walk.findIndex(({ collection }) => collection === cursor?.collection)
  for (const walked of walk.slice(Math.max(from, 0))) {
    for (;;) {
      const { read, last, concerned } = await walked.page(after, page, gone)
      for (const id of concerned) await walked.forgetIn(id, gone)
      if (read < page) break
      after = last
      await closings.update({ _id: memberId }, { cursor: { collection: walked.collection, after } })
      if (performance.now() > stopAt) return
    }
    after = ''
  }
  await closings.remove(memberId)
}
