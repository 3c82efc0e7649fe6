import type { Community } from '#contract/community'
import type { RequestDetail } from '#contract/request'
import { requestDetail } from '#routes'
import { requestStateText, requestForwardText as words } from '#text/request/request'
import type { Forwarded } from '#ui/forward/forwarded'

/**
 * What is passed on of a request: the words that a worker has cleared for the board, whoever passes it on; undefined
 * where it is not on the board.
 */
export function forwardedRequest(
  { requestId, categoryTitle, published, state, withdrawn }: RequestDetail,
  { name: issuer }: Pick<Community, 'name'>,
): Forwarded | undefined {
  if (!published || withdrawn) return undefined
  const title = published.title ?? categoryTitle
  return {
    title: words.title(title),
    path: requestDetail(requestId),
    picture: { title, lines: [requestStateText[state]], issuer },
  }
}
