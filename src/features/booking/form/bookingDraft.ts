import type { HeldDraft } from '#cloud/kept/useDraft'
import type { SeriesDay } from '#contract/booking'
import type { ServiceKind } from '#contract/community'
import type { HelpPlace } from '#contract/shared/helpPlace'
import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import { bookingFormText } from '#text/booking/bookingForm'
import type { WindowDraft } from '#ui/field/windowDraft'
import { isToday, laterWindow, type QuickWindow } from './quickWindows'

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
  /** How often a tap has put words into `description`: its field begins anew with them. */
  filled?: number
  when: QuickWindow | 'own'
  /** It counts while `when` is `own`. */
  ownWindow: WindowDraft
  /** It counts while `when` is a window of today: the hours as they stood there when it was tapped. */
  todayWindow?: WindowDraft
  place: HelpPlace
  meet: 'household' | 'elsewhere'
  /** It counts while `meet` is `elsewhere`. */
  address: string
  /** Where an escort goes. It counts while `place` is `accompany`. */
  destination?: string
  /** The chosen hints of the kind. */
  risks: readonly string[]
  /** Whether there is nothing to mind. Never together with `risks`. */
  noRisk: boolean
  riskWords: string
  /** Two volunteers are wanted; never together with `weeks`. */
  hands?: 2
  /** The same every week, so many weeks. */
  weeks?: number
  /** Days of it whose tick was turned by hand: a public holiday is left out at first, any other day is not. */
  turned?: readonly Day[]
}

/** The typed fields. The other fields are chosen. */
export type BookingWords = Pick<BookingDraft, 'description' | 'address' | 'destination' | 'riskWords'>

/** Puts a choice into the draft. */
export type OnChoose = HeldDraft<BookingDraft>['choose']

export function emptyBooking(now: Instant): BookingDraft {
  return {
    description: '',
    when: 'tomorrowMorning',
    ownWindow: laterWindow('tomorrowMorning', now),
    place: 'home',
    meet: 'household',
    address: '',
    risks: [],
    noRisk: true,
    riskWords: '',
  }
}

const noWindow: WindowDraft = { day: '', from: '', to: '' }

/** The chosen window, as a day and two times. One of today is what was tapped, also when it is tapped or sent later. */
export function windowDraftOf({ when, ownWindow, todayWindow }: BookingDraft, now: Instant): WindowDraft {
  if (when === 'own') return ownWindow
  return isToday(when) ? (todayWindow ?? noWindow) : laterWindow(when, now)
}

/** Chooses a window. One's own begins with the hours that were chosen before. */
export function withWindow(
  draft: BookingDraft,
  { when, window, now }: { when: BookingDraft['when']; window: WindowDraft | undefined; now: Instant },
): BookingDraft {
  const next = { ...draft, when, ownWindow: windowDraftOf(draft, now) }
  return isToday(when) && window ? { ...next, todayWindow: window } : next
}

/** Sets for whom the booking is: a dependent, a principal, or, without either, the person who books. */
export function withWho(
  { forDependentId: _dependent, actingFor: _member, ...draft }: BookingDraft,
  who: Pick<BookingDraft, 'forDependentId' | 'actingFor'>,
): BookingDraft {
  return { ...draft, ...who }
}

/** Where a kind of help may be given, the proposed place first. */
export const placesOf = (kind: Pick<ServiceKind, 'places'> | undefined): readonly HelpPlace[] =>
  kind?.places ?? ['home', 'accompany']

/** Sets how many volunteers come. A series has one each time. */
export function withHands({ hands: _, ...draft }: BookingDraft, hands: 1 | 2): BookingDraft {
  if (hands === 1) return draft
  const { weeks: _weeks, turned: _turned, ...once } = draft
  return { ...once, hands }
}

/** Sets how many weeks; once without any. */
export function withWeeks({ weeks: _, ...draft }: BookingDraft, weeks: number | undefined): BookingDraft {
  if (weeks === undefined) return draft
  const { hands: _hands, ...alone } = draft
  return { ...alone, weeks }
}

/** Turns the tick of one day of a series. */
export function withTurned(draft: BookingDraft, day: Day): BookingDraft {
  const { turned = [] } = draft
  return { ...draft, turned: turned.includes(day) ? turned.filter((one) => one !== day) : [...turned, day] }
}

/** Whether a day of a series is to be booked. */
export const isTicked = ({ turned = [] }: BookingDraft, { day, holiday }: SeriesDay): boolean =>
  turned.includes(day) === (holiday !== undefined)

/** Sets another kind of help and its place; hints and sentences of the kind before are dropped. */
export function withKind(
  draft: BookingDraft,
  kind: ServiceKind,
  before: Pick<ServiceKind, 'sentences'> | undefined,
): BookingDraft {
  if (draft.kind === kind.kind) return draft
  const own = saidIn(draft.description).filter((words) => !before?.sentences?.includes(words))
  const { hands: _hands, weeks: _weeks, turned: _turned, ...once } = withWords(draft, own)
  const next: BookingDraft = {
    ...once,
    kind: kind.kind,
    risks: [],
    noRisk: true,
  }
  const [place] = placesOf(kind)
  return place === undefined ? next : { ...next, place }
}

const separator = bookingFormText.riskSeparator

/** The sentences of a description. */
export const saidIn = (description: string): string[] =>
  description.split(separator).flatMap((words) => words.trim() || [])

/** Puts a ready sentence into the description, or takes it out again. */
export function withSentence(draft: BookingDraft, sentence: string): BookingDraft {
  const said = saidIn(draft.description)
  return withWords(
    draft,
    said.includes(sentence) ? said.filter((words) => words !== sentence) : [...said, sentence],
  )
}

function withWords(draft: BookingDraft, said: readonly string[]): BookingDraft {
  if (said.length === saidIn(draft.description).length) return draft
  return { ...draft, description: said.join(separator), filled: (draft.filled ?? 0) + 1 }
}

/** Turns a hint on or off. Without a hint there is nothing to mind. */
export function withRisk(draft: BookingDraft, hint: string): BookingDraft {
  const risks = draft.risks.includes(hint)
    ? draft.risks.filter((chosen) => chosen !== hint)
    : [...draft.risks, hint]
  return { ...draft, risks, noRisk: risks.length === 0 }
}

export function withNoRisk(draft: BookingDraft): BookingDraft {
  return { ...draft, risks: [], noRisk: true }
}
