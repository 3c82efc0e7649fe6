import { closedName, erasedWords } from '#app/notice/noticeText'
import type { MemberId } from '#contract/shared/scalars'
import { minuteMs } from '#contract/shared/time'
import { closings } from '#store/collections'
import { walk } from '#store/fates'
import type { Closing } from '#store/rows/account'

/** Documents looked at in one read. */
const page = 200
/** What was on its way when the account closed has arrived by then: no call lives that long. */
const settleMs = minuteMs

/** Notes that somebody is to be forgotten; once, however often it is said. */
export async function beginForgetting(memberId: MemberId, communityId: string, now: number): Promise<void> {
  await closings.insert({ _id: memberId, communityId, dueAt: now + settleMs })
}

/**
 * Goes through every document once, from where the last run stopped. A name is copied to where people read it and has
 * no index there; closing an account is rare, and a page of documents costs one read. Doing it again changes nothing.
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
