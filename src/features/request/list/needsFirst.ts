import type { RequestCard } from '#contract/request'

/** Parts requests that are not over, those that need their requester's word first, from those that are. */
export function needsFirst(requests: readonly RequestCard[]): { ahead: RequestCard[]; over: RequestCard[] } {
  const isOver = ({ state }: RequestCard) => state === 'closed' || state === 'declined'
  const ahead = requests.filter((request) => !isOver(request))
  return {
    ahead: ahead.sort((a, b) => rank(a) - rank(b)),
    over: requests.filter(isOver),
  }
}

const rank = ({ state, waitingForAnswer }: RequestCard) => (waitingForAnswer || state === 'resolved' ? 0 : 1)
