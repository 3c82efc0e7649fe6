import type { Unreached } from '#contract/callList'

/** Somebody with everything that one event should be told of. */
export interface PersonToCall {
  key: string
  /** What is most at stake for them. */
  first: Unreached
  notices: Unreached[]
}
/** An event, with the people to call because of it. */
export interface EventToCall {
  key: string
  first: Unreached
  people: PersonToCall[]
}

const eventOf = ({ activityId, bookingId, requestId }: Unreached): string =>
  activityId ?? bookingId ?? requestId ?? ''

/** The list by event and, inside one, by person; each where its first notice stands. */
export function byEvent(items: readonly Unreached[]): EventToCall[] {
  const events = new Map<string, EventToCall>()
  for (const notice of items) {
    const key = eventOf(notice)
    const event = events.get(key) ?? { key, first: notice, people: [] }
    events.set(key, event)
    const person = event.people.find(({ first }) => first.memberId === notice.memberId)
    if (person) person.notices.push(notice)
    else event.people.push({ key: notice.noticeId, first: notice, notices: [notice] })
  }
  return [...events.values()]
}
