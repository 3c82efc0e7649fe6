import type { Audience } from '#contract/activity'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { ageOn } from '#core/member/birthday'
import { type Attendee, type AudienceHome, notInvited } from './audience'
import type { Session } from './session'

/** 同行的人: who comes together, as far as a session asks. */
export interface Company {
  size: number
  /** Solar days, of those whose birthday is known. */
  births: Day[]
  /** Guests who are said to be under fourteen. */
  children: number
  /** Everybody else: taken for grown up, of no known age. */
  others: number
}

/** Each of them as the audience's rule looks at them, on the day of the session. */
function attendees({ births, children, others }: Company, day: Day): Attendee[] {
  return [
    ...births.map((born) => ({ age: ageOn({ day: born, calendar: 'solar' }, day) })),
    ...Array.from({ length: children }, () => ({ age: null, under14: true })),
    ...Array.from({ length: others }, () => ({ age: null })),
  ]
}

/**
 * Why these people may not come to a session, whoever else wants to; undefined when they may. Says the same as the
 * condition of the write that takes a place (`admitting`), with the reason.
 */
export function barTo(
  session: Pick<Session, 'audience' | 'from' | 'partyMax' | 'childAfter'>,
  company: Company,
  home: AudienceHome,
): RefusalCode | undefined {
  const { births, others, children, size } = company
  const audience: Audience = session.audience ?? {}
  const bar = notInvited(audience, home, attendees(company, dayOf(session.from)))
  if (bar) return bar
  const grownUp = others > 0 || births.some((born) => born <= session.childAfter)
  if (!grownUp && children + births.length > 0) return 'child_alone'
  return size > session.partyMax ? 'party_too_large' : undefined
}
