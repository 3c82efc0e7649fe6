import type { Checked, Faults } from '#cloud/call/checked'
import {
  type GuideQuestion,
  type OpenHours,
  type PublicationContent,
  type PublicationDetail,
  type PublicationKind,
  type PublicationLink,
  type PublicationPart,
  partsOfKind,
  type StandardPromise,
  type StationThing,
} from '#contract/publication'
import type { Day, FileId, Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { dayOf, instantOf } from '#contract/shared/wallClock'
import { publicationFormText } from '#text/publication/writing'

/** The parts that are typed: one line or a paragraph each. */
const typedParts = [
  'title',
  'body',
  'summary',
  'concerns',
  'place',
  'hoursText',
  'takesText',
  'phone',
] as const
type TypedPart = (typeof typedParts)[number]
/** The parts that are typed as a list, one item a line: so many items, each so long. */
export const listParts = {
  steps: { most: 12, length: 100 },
  bring: { most: 20, length: 60 },
  stages: { most: 8, length: 20 },
} as const
type ListPart = keyof typeof listParts

/** A publication that is being written. */
export interface PublicationDraft extends Record<TypedPart | ListPart, string> {
  /** What it changes, and the edition on which it was begun; absent for a new one. */
  publicationId?: string | undefined
  rev?: number | undefined
  kind: PublicationKind
  /** Empty where none is chosen. */
  category: string
  hours: readonly OpenHours[]
  things: readonly StationThing[]
  promises: readonly StandardPromise[]
  questions: readonly GuideQuestion[]
  links: readonly PublicationLink[]
  gridIds: readonly string[]
  estateIds: readonly string[]
  urgent: boolean
  validTo: Day | ''
  pinnedUntil: Day | ''
  /** The pictures that stand already. */
  fileIds: readonly FileId[]
}

export type PublicationField = keyof typeof publicationFormText.missing

const weekMs = 7 * dayMs
const longestStandingMs = 400 * dayMs
const mostPinnedMs = 60 * dayMs

/** Only a bulletin has to end; mostly within a week. */
export const usualEnd = (kind: PublicationKind, now: Instant): Day | '' =>
  kind === 'bulletin' ? dayOf(now + weekMs) : ''

export const emptyPublication = (
  now: Instant,
  kind: PublicationKind = 'bulletin',
  category = '',
): PublicationDraft => ({
  kind,
  ...{ title: '', body: '', summary: '', concerns: '', place: '', hoursText: '', takesText: '', phone: '' },
  ...{ steps: '', bring: '', stages: '', category, urgent: false, pinnedUntil: '' },
  ...{
    hours: [],
    things: [],
    promises: [],
    questions: [],
    links: [],
    gridIds: [],
    estateIds: [],
    fileIds: [],
  },
  validTo: usualEnd(kind, now),
})

/** The last day of what ends at an instant. */
const lastDay = (until: Instant | undefined): Day | '' => (until === undefined ? '' : dayOf(until - 1))

export function draftOfPublication({
  publicationId,
  rev,
  kind,
  content,
}: PublicationDetail): PublicationDraft {
  const { audience, steps = [], bring = [], stages = [], validTo, pinnedUntil, ...said } = content
  const { title, body, summary = '', concerns = '', place = '', hoursText = '', takesText = '' } = said
  const { phone = '', category = '', hours = [], things = [], promises = [], questions = [] } = said
  const { links = [], fileIds = [], urgent = false } = said
  return {
    ...{ publicationId, rev, kind, title, body, summary, concerns, place, hoursText, takesText, phone },
    ...{ steps: steps.join('\n'), bring: bring.join('\n'), stages: stages.join('\n') },
    ...{ category, hours, things, promises, questions, links, fileIds, urgent },
    ...{ gridIds: audience?.gridIds ?? [], estateIds: audience?.estateIds ?? [] },
    validTo: lastDay(validTo),
    pinnedUntil: lastDay(pinnedUntil),
  }
}

const itemsOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((item) => item.trim())
    .filter(Boolean)

const endOf = (day: Day | ''): Instant | undefined => {
  const begin = day === '' ? undefined : instantOf(day, '00:00')
  return begin === undefined ? undefined : begin + dayMs
}

/** The parts of a kind that are not shared by all. */
export const partsWritten = (kind: PublicationKind): readonly PublicationPart[] => partsOfKind[kind].may

/** What the draft says, finished or not; nothing of what its kind does not have. */
export function contentOf(draft: PublicationDraft): PublicationContent {
  const { title, body, phone, kind, gridIds, estateIds, category, urgent } = draft
  const may = partsWritten(kind)
  const validTo = endOf(draft.validTo)
  const pinnedUntil = endOf(draft.pinnedUntil)
  const own: Partial<PublicationContent> = {
    ...Object.fromEntries(
      typedParts.flatMap((part) => (draft[part].trim() === '' ? [] : [[part, draft[part].trim()]])),
    ),
    ...Object.fromEntries(
      (Object.keys(listParts) as ListPart[]).flatMap((part) => {
        const items = itemsOf(draft[part])
        return items.length === 0 ? [] : [[part, items]]
      }),
    ),
    ...(category !== '' && { category }),
    ...(draft.hours.length > 0 && { hours: [...draft.hours] }),
    ...(draft.things.length > 0 && { things: [...draft.things] }),
    ...(draft.promises.length > 0 && { promises: [...draft.promises] }),
    ...(draft.questions.length > 0 && { questions: [...draft.questions] }),
    ...(urgent && { urgent: true as const }),
  }
  return {
    ...Object.fromEntries(Object.entries(own).filter(([part]) => may.some((each) => each === part))),
    title: title.trim(),
    body: body.trim(),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(draft.links.length > 0 && { links: [...draft.links] }),
    ...(draft.fileIds.length > 0 && { fileIds: [...draft.fileIds] }),
    ...((gridIds.length > 0 || estateIds.length > 0) && {
      audience: {
        ...(gridIds.length > 0 && { gridIds: [...gridIds] }),
        ...(estateIds.length > 0 && { estateIds: [...estateIds] }),
      },
    }),
    ...(validTo !== undefined && { validTo }),
    ...(pinnedUntil !== undefined && { pinnedUntil }),
  }
}

/** A text to keep as a draft: it has a title and a body, and no list that is too long. */
export function checkDraft(draft: PublicationDraft): Checked<PublicationContent, PublicationField> {
  const { missing } = publicationFormText
  const content = contentOf(draft)
  const faults: Faults<PublicationField> = {
    ...(content.title === '' && { title: missing.title }),
    ...(content.body === '' && { body: missing.body }),
    ...Object.fromEntries(
      (Object.keys(listParts) as ListPart[]).flatMap((part) => {
        const { most, length } = listParts[part]
        const items = content[part] ?? []
        const wrong = items.length > most || items.some((item) => item.length > length)
        return wrong ? [[part, missing.list(most, length)]] : []
      }),
    ),
  }
  return Object.keys(faults).length > 0 ? { faults } : { input: content }
}

/** A text to publish: it has what its kind needs, and its days are ahead. */
export function checkPublication(
  draft: PublicationDraft,
  now: Instant,
): Checked<PublicationContent, PublicationField> {
  const { missing } = publicationFormText
  const { faults: begun, input } = checkDraft(draft)
  const content = input ?? contentOf(draft)
  const { validTo, pinnedUntil } = content
  const lacking = partsOfKind[draft.kind].needs.filter((part) => content[part] === undefined)
  const faults: Faults<PublicationField> = {
    ...Object.fromEntries(lacking.map((part) => [part, missing[part as PublicationField]])),
    ...(validTo !== undefined &&
      (validTo <= now || validTo > now + longestStandingMs) && { validTo: missing.validTo }),
    ...(pinnedUntil !== undefined &&
      pinnedUntil > now + mostPinnedMs && { pinnedUntil: missing.pinnedUntil }),
    ...begun,
  }
  return Object.keys(faults).length > 0 ? { faults } : { input: content }
}
