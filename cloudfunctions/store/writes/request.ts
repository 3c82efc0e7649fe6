import type { MemberId } from '#contract/shared/scalars'
import type { ServiceRequest, Supporter } from '#core/request/request'
import { requests } from '#store/collections'
import { entryOf } from '#store/engine/entry'
import { plus } from '#store/words/changes'
import { not } from '#store/words/conditions'

/** Adds or ends a member's support; false where nothing changes. */
export function putSupport(requestId: string, memberId: MemberId, supporter: Supporter): Promise<boolean> {
  const own = entryOf<ServiceRequest>()('supporters', memberId)
  const { on } = supporter
  return requests.update(
    { _id: requestId, ...own.where({ on: on ? not(true) : true }) },
    { ...own.set(supporter), supporterCount: plus(on ? 1 : -1) },
  )
}
