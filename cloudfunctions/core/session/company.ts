import type { Audience } from '#contract/activity'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Day } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import { ageOn } from '#core/member/birthday'
import { isCourse } from '#core/training/course'
import { type Attendee, type AudienceHome, notInvited } from './audience'
import type { Session } from './session'

/** Who comes with a party, as far as a session's audience asks. */
export interface Company {
  size: number
  /** Solar birthdays, where they are known. */
  births: Day[]
  /** How many guests are said to be under 14. */
  children: number
  /** How many others there are: they count as adults of unknown age. */
  others: number
  /** There are guests among them, of whom only the name is known. */
  named?: boolean
}

/** The people of a company as the audience's rule sees them, on the day of the session. */
function attendees({ births, children, others }: Company, day: Day): Attendee[] {
  return [
    ...births.map((born) => ({ age: ageOn({ day: born, calendar: 'solar' }, day) })),
    ...Array.from({ length: children }, () => ({ age: null, under14: true })),
    ...Array.from({ length: others }, () => ({ age: null })),
  ]
}

/**
 * Why this company may not come to a session; undefined when it may. It gives the reason for the condition of
 * the write that takes a place (`admitting`), so the two must agree.
 */
export function companyBar(
  session: Pick<Session, 'audience' | 'from' | 'partyMax' | 'childAfter' | 'course'>,
  company: Company,
  home: AudienceHome,
): RefusalCode | undefined {
  if (company.named && isCourse(session)) return 'trainee_guest'
  const { births, others, children, size } = company
  const audience: Audience = session.audience ?? {}
  const bar = notInvited(audience, home, attendees(company, dayOf(session.from)))
  if (bar) return bar
  const grownUp = others > 0 || births.some((born) => born <= session.childAfter)
  if (!grownUp && children + births.length > 0) return 'child_alone'
  return size > session.partyMax ? 'party_too_large' : undefined
}

/** What is known of one person of a party that stands; nobody remembers how old a guest was said to be. */
export type Person = 'grown_up' | 'child' | 'guest'

/** Why these may not leave a party without the others; who stays has somebody grown up, and a child where one is asked. */
export function leaversBar(
  { audience }: Pick<Session, 'audience'>,
  stay: readonly Person[],
  leave: readonly Person[],
): RefusalCode | undefined {
  if (!stay.includes('grown_up')) return 'child_alone'
  const needsChild = audience?.withChild && leave.some((person) => person !== 'grown_up')
  return needsChild && !stay.includes('child') ? 'needs_child' : undefined
}
