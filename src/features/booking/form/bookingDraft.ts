import type { HeldDraft } from '#cloud/kept/useDraft'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { dayOf } from '#contract/shared/wallClock'
import type { WindowDraft } from '#ui/field/windowDraft'

/** Windows most people want; `days` after today, times at +08:00. */
export const quickWindows = {
  tomorrowMorning: { days: 1, from: '09:00', to: '11:00' },
  tomorrowAfternoon: { days: 1, from: '14:00', to: '16:00' },
  nextMorning: { days: 2, from: '09:00', to: '11:00' },
} as const
export type QuickWindow = keyof typeof quickWindows

/** What is written on the page that books help, finished or not. */
export interface BookingDraft {
  /** Only where the page was opened without a service. */
  service?: string
  kind?: string
  /** Absent, as `actingFor`: for the person who books. Never both. */
  forDependentId?: string
  /** Somebody who has appointed the person who books. */
  actingFor?: MemberId
  description: string
  when: QuickWindow | 'own'
  /** Counts while `when` is `own`. */
  ownWindow: WindowDraft
  place: 'home' | 'accompany'
  meet: 'household' | 'elsewhere'
  /** Counts while `meet` is `elsewhere`. */
  address: string
  /** The chosen hints of the kind. */
  risks: readonly string[]
  /** There is nothing to mind; never together with `risks`. */
  noRisk: boolean
  riskWords: string
}

/** What a person types; the rest of a draft is chosen. */
export type BookingWords = Pick<BookingDraft, 'description' | 'address' | 'riskWords'>

/** Puts a choice into what is being written. */
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

const dayMs = 86_400_000

/** The window chosen, as day and times. */
export function windowDraftOf(draft: BookingDraft, now: Instant): WindowDraft {
  return draft.when === 'own' ? draft.ownWindow : windowOf(draft.when, now)
}

function windowOf(quick: QuickWindow, now: Instant): WindowDraft {
  const { days, from, to } = quickWindows[quick]
  const day: Day = dayOf(now + days * dayMs)
  return { day, from, to }
}

/** For whom it is: a dependent, somebody one acts for, or, without either, oneself. */
export function withWho(
  { forDependentId: _dependent, actingFor: _member, ...draft }: BookingDraft,
  who: Pick<BookingDraft, 'forDependentId' | 'actingFor'>,
): BookingDraft {
  return { ...draft, ...who }
}

/** Another kind of help: hints of the old kind no longer hold. */
export function withKind(draft: BookingDraft, kind: string): BookingDraft {
  return draft.kind === kind ? draft : { ...draft, kind, risks: [] }
}

/** A hint on or off; a hint and 「nothing to mind」 exclude each other. */
export function withRisk(draft: BookingDraft, hint: string): BookingDraft {
  const risks = draft.risks.includes(hint)
    ? draft.risks.filter((chosen) => chosen !== hint)
    : [...draft.risks, hint]
  return { ...draft, risks, noRisk: false }
}

export function withNoRisk(draft: BookingDraft): BookingDraft {
  return { ...draft, risks: [], noRisk: !draft.noRisk }
}
