import type { HeldDraft } from '#cloud/kept/useDraft'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf } from '#contract/shared/wallClock'
import type { WindowDraft } from '#ui/field/windowDraft'

/** The windows that most people want. `days` counts from today; times are at +08:00. */
export const quickWindows = {
  tomorrowMorning: { days: 1, from: '09:00', to: '11:00' },
  tomorrowAfternoon: { days: 1, from: '14:00', to: '16:00' },
  nextMorning: { days: 2, from: '09:00', to: '11:00' },
} as const
export type QuickWindow = keyof typeof quickWindows

/** A booking that is being written. */
export interface BookingDraft {
  /** Present only when the page was opened without a service. */
  service?: string
  kind?: string
  /** Without this and `actingFor` the booking is for the person who books. Both are never set. */
  forDependentId?: string
  /** The principal for whom the booking is. */
  actingFor?: MemberId
  description: string
  when: QuickWindow | 'own'
  /** It counts while `when` is `own`. */
  ownWindow: WindowDraft
  place: 'home' | 'accompany'
  meet: 'household' | 'elsewhere'
  /** It counts while `meet` is `elsewhere`. */
  address: string
  /** The chosen hints of the kind. */
  risks: readonly string[]
  /** Whether there is nothing to mind. Never together with `risks`. */
  noRisk: boolean
  riskWords: string
}

/** The typed fields. The other fields are chosen. */
export type BookingWords = Pick<BookingDraft, 'description' | 'address' | 'riskWords'>

/** Puts a choice into the draft. */
export type OnChoose = HeldDraft<BookingDraft>['choose']

export function emptyBooking(now: Instant): BookingDraft {
  return {
    description: '',
    when: 'tomorrowMorning',
    ownWindow: windowOf('tomorrowMorning', now),
    place: 'home',
    meet: 'household',
    address: '',
    risks: [],
    noRisk: false,
    riskWords: '',
  }
}

/** The chosen window, as a day and two times. */
export function windowDraftOf(draft: BookingDraft, now: Instant): WindowDraft {
  return draft.when === 'own' ? draft.ownWindow : windowOf(draft.when, now)
}

function windowOf(quick: QuickWindow, now: Instant): WindowDraft {
  const { days, from, to } = quickWindows[quick]
  const day: Day = dayOf(now + days * dayMs)
  return { day, from, to }
}

/** Sets for whom the booking is: a dependent, a principal, or, without either, the person who books. */
export function withWho(
  { forDependentId: _dependent, actingFor: _member, ...draft }: BookingDraft,
  who: Pick<BookingDraft, 'forDependentId' | 'actingFor'>,
): BookingDraft {
  return { ...draft, ...who }
}

/** Sets another kind of help and drops the hints of the old kind. */
export function withKind(draft: BookingDraft, kind: string): BookingDraft {
  return draft.kind === kind ? draft : { ...draft, kind, risks: [] }
}

/** Turns a hint on or off. A hint and `noRisk` exclude each other. */
export function withRisk(draft: BookingDraft, hint: string): BookingDraft {
  const risks = draft.risks.includes(hint)
    ? draft.risks.filter((chosen) => chosen !== hint)
    : [...draft.risks, hint]
  return { ...draft, risks, noRisk: false }
}

export function withNoRisk(draft: BookingDraft): BookingDraft {
  return { ...draft, risks: [], noRisk: !draft.noRisk }
}
