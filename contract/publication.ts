import * as v from 'valibot'
import { audience as homes } from './activity'
import { manyPictures } from './file'
import { type ContractRow, reply } from './shared/operation'
import type { Page } from './shared/scalars'
import { day, few, type Instant, id, instant, line, paging, paragraph, wholeNumber } from './shared/scalars'
import { dayMs } from './shared/time'
import { instantOf } from './shared/wallClock'

/** For whom a publication is: for these grids and estates, or for everybody. */
const audience = v.pick(homes, ['gridIds', 'estateIds'])
export type PublicationAudience = v.InferOutput<typeof audience>

/**
 * What can stand written. `bulletin`: news for some days. `policy`: what the state or the street gives or asks.
 * `guide`: how a matter is done. `pact`: what residents have agreed. `campaign`: work on many requests of one kind.
 * `station`: a place to rest. `standard`: what residents are promised.
 */
export const publicationKinds = [
  'bulletin',
  'policy',
  'guide',
  'pact',
  'campaign',
  'station',
  'standard',
] as const
export type PublicationKind = (typeof publicationKinds)[number]

/** `waiting`: for its second word, and nobody else reads it yet. `retired`: it holds no more, and is still read. */
export type PublicationState = 'draft' | 'waiting' | 'published' | 'retired'

/** What a rest station can have. */
export const stationThings = [
  'water',
  'seats',
  'charging',
  'first_aid',
  'microwave',
  'toilet',
  'cooling',
  'heating',
] as const
export type StationThing = (typeof stationThings)[number]

/** What the records can say of a promise. */
export const measures = [
  'answered_in_time',
  'resolved',
  'satisfied',
  'claimed_in_time',
  'booking_kept',
] as const
export type Measure = (typeof measures)[number]

/** Until when it stands: an instant, or a day to its end. */
const until = v.union([
  instant,
  v.pipe(
    day,
    v.transform((last) => (instantOf(last, '00:00') ?? 0) + dayMs),
  ),
])

const minuteOfDay = wholeNumber(0, 24 * 60)
/** On these days of the week, 1 for Monday to 7 for Sunday, between these minutes of the day. */
const openHours = v.pipe(
  v.object({
    days: v.pipe(few(wholeNumber(1, 7), 7), v.minLength(1)),
    fromMinute: minuteOfDay,
    toMinute: minuteOfDay,
  }),
  v.check(({ fromMinute, toMinute }) => toMinute > fromMinute, 'toMinute must be after fromMinute'),
)

/** One question of a guide, with what it is asked for. */
const guideQuestion = v.pipe(
  v.object({
    field: id,
    title: line(1, 40),
    /** Stands beside the question: why it is asked, or where the answer is found. */
    why: v.optional(line(1, 100)),
    kind: v.picklist(['text', 'number', 'choice', 'day']),
    options: v.optional(few(line(1, 20), 12)),
    /** It may stay empty. */
    optional: v.optional(v.literal(true)),
  }),
  v.check(({ kind, options = [] }) => kind !== 'choice' || options.length >= 2, 'a choice has two options'),
)

const promise = v.object({
  duty: line(1, 60),
  who: line(1, 40),
  standard: line(1, 80),
  limit: line(1, 40),
  measure: v.optional(v.picklist(measures)),
})

const link = v.union([v.object({ activityId: id }), v.object({ requestId: id })])

const pictures = v.pipe(
  few(id, manyPictures),
  v.check((ids) => new Set(ids).size === ids.length, 'names a picture twice'),
)

/** What every publication says. */
const words = { title: line(1, 40), body: paragraph(1, 3000) }

/** What it may say besides, see `partsOfKind`. */
const parts = {
  fileIds: pictures,
  /** What it is about. */
  links: few(link, 5),
  /** Whom it concerns; those see it on their first page. Everybody may read it. */
  audience,
  /** It stands on the first page until then. */
  pinnedUntil: until,
  /** It retires by itself then. */
  validTo: until,
  /** Whom to call. */
  phone: line(3, 30),
  /** Those whom it concerns get a message, as far as they have allowed one. */
  urgent: v.literal(true),
  /** The whole in plain words, before the text. */
  summary: paragraph(1, 200),
  /** Whom it is for. */
  concerns: line(1, 60),
  steps: few(line(1, 100), 12),
  bring: few(line(1, 60), 20),
  place: line(1, 60),
  hoursText: line(1, 60),
  /** How long it takes. */
  takesText: line(1, 40),
  /** The questions of a pre-acceptance; without them there is none. */
  questions: v.pipe(
    few(guideQuestion, 12),
    v.check((asked) => new Set(asked.map(({ field }) => field)).size === asked.length, 'asks a field twice'),
  ),
  /** What becomes of it, in order. */
  stages: few(line(1, 20), 8),
  /** Pictures of how it is now, beside `fileIds` of how it was. */
  afterFileIds: pictures,
  /** The category of the requests that a campaign gathers. */
  category: id,
  /** When a station is open. */
  hours: few(openHours, 7),
  things: few(v.picklist(stationThings), stationThings.length),
  promises: few(promise, 10),
}

export type GuideQuestion = v.InferOutput<typeof guideQuestion>
export type OpenHours = v.InferOutput<typeof openHours>
export type StandardPromise = v.InferOutput<typeof promise>
export type PublicationLink = v.InferOutput<typeof link>

const content = { ...words, ...v.partial(v.object(parts)).entries }
const wholeContent = v.object(content)
/** What one edition says. */
export type PublicationContent = v.InferOutput<typeof wholeContent>
export type PublicationPart = keyof PublicationContent

/** The parts that a kind has beside the shared ones, and those of them, or of the shared ones, that it needs. */
export const partsOfKind: Record<
  PublicationKind,
  { may: readonly PublicationPart[]; needs: readonly PublicationPart[] }
> = {
  bulletin: { may: ['urgent'], needs: ['validTo'] },
  policy: { may: ['summary', 'concerns'], needs: ['summary', 'concerns'] },
  guide: {
    may: ['concerns', 'steps', 'bring', 'place', 'hoursText', 'takesText', 'questions', 'stages'],
    needs: ['steps'],
  },
  pact: { may: [], needs: [] },
  campaign: { may: ['category', 'stages', 'afterFileIds'], needs: ['category', 'stages'] },
  station: { may: ['place', 'hours', 'things'], needs: ['place', 'hours'] },
  standard: { may: ['promises'], needs: ['promises'] },
}

/** The kinds of which an edition counts only by the word of a second person. */
export const secondWordKinds: readonly PublicationKind[] = ['policy', 'pact']

/** The edition that the editor read. If it is no longer the present one, nothing is written. */
const rev = v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER))

/** Without an id, it makes a new draft; with an id, it replaces that draft. */
export const publicationSaveDraft = v.object({
  publicationId: v.optional(id),
  rev,
  kind: v.picklist(publicationKinds),
  ...content,
})

/** A draft by its id, or the whole to publish at once. What needs a second word waits for it. */
export const publicationPublish = v.union([
  v.object({ publicationId: id, rev }),
  v.object({ kind: v.picklist(publicationKinds), ...content }),
])

/** The second word for what waits; `rev` says what was read. */
export const publicationApprove = v.object({ publicationId: id, rev })

/** Sends what waits for a second word back to whoever wrote it. */
export const publicationReturn = v.object({ publicationId: id, reason: line(1, 200) })

type Removable<Entries extends v.ObjectEntries> = {
  readonly [Name in keyof Entries]: v.NullishSchema<Entries[Name], undefined>
}
const removable = <Entries extends v.ObjectEntries>(entries: Entries) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, schema]) => [name, v.nullish(schema)]),
  ) as Removable<Entries>

/** Each part that is given replaces the old one; null takes away one that may be absent. */
export const publicationEdit = v.object({
  publicationId: id,
  rev,
  ...v.partial(v.object(words)).entries,
  ...removable(parts),
})

export const publicationRetire = v.object({ publicationId: id, reason: v.optional(line(1, 200)) })

/**
 * `published`, which is meant without it: the latest edition first. `retired`: what holds no more. `drafts` and
 * `waiting`: for those who write.
 */
export const publicationList = v.object({
  kind: v.optional(v.picklist(publicationKinds)),
  when: v.optional(v.picklist(['published', 'retired', 'drafts', 'waiting'])),
  ...paging,
})

/** Without `edition`, the present one. */
export const publicationGet = v.object({ publicationId: id, edition: v.optional(wholeNumber(1, 10_000)) })

export const publicationEditions = v.object({ publicationId: id, ...paging })

/** What of a station is there now, as somebody who was there said. */
export interface StationNow {
  open: boolean
  has: StationThing[]
  at: Instant
}

export interface PublicationCard {
  publicationId: string
  kind: PublicationKind
  state: PublicationState
  title: string
  /** The beginning of what it says. */
  lead: string
  /** When the present edition was published; of what was never published, when it was last written. */
  at: Instant
  edition: number
  pinnedUntil?: Instant
  validTo?: Instant
  audience?: PublicationAudience
  urgent?: true
  /** A station's place and hours, and what was said of it last. */
  place?: string
  hours?: OpenHours[]
  things?: StationThing[]
  now?: StationNow
}

/** One of what stands written, as the first page and the inbox tell of it. */
export interface PublicationNews {
  publicationId: string
  kind: PublicationKind
  title: string
  /** When it was published. */
  at: Instant
  pinned?: true
  urgent?: true
}

/** What a reader may do with it. */
export type PublicationStep = 'edit' | 'publish' | 'approve' | 'return' | 'retire' | 'say'

/** What a pact has beside its text: who stands behind it, by number alone, and the vote on its next edition. */
export interface PactShown {
  /** Of the edition that is shown: assents by tap, and on paper. */
  assents: number
  paper: number
  /** The reader has assented to it. */
  assented?: true
  vote?: PactVoteShown
  /** The last vote that is over. */
  lastVote?: PactVoteResult
}

/** A vote that runs. How it goes, nobody sees. */
export interface PactVoteShown {
  /** Its number among the pact's votes. */
  vote: number
  edition: number
  content: PublicationContent
  changed: PublicationPart[]
  opensAt: Instant
  closesAt: Instant
  least: number
  /** The reader has voted, by this ballot. */
  ballotId?: string
  /** For staff: how many have voted. */
  cast?: number
}

export interface PactVoteResult {
  vote: number
  edition: number
  yes: number
  no: number
  least: number
  passed: boolean
  at: Instant
}

export interface PublicationDetail extends PublicationCard {
  rev: number
  content: PublicationContent
  /** SHA-256 of the edition, see `editionText`. */
  hash?: string
  /** It is an older edition, and this one holds. */
  newer?: number
  /** The parts that this edition changed. */
  changed?: PublicationPart[]
  /** What waits for its second word, for those who write. */
  proposed?: { content: PublicationContent; who: string; at: Instant; own?: true }
  /** Why it was sent back to whoever wrote it. */
  returned?: string
  retiredReason?: string
  /** Of a pact that has an edition. */
  pact?: PactShown
  /** Of a station: who has said last how it is there, for those who write. */
  saidBy?: string
  steps: PublicationStep[]
}

export interface EditionLine {
  edition: number
  hash: string
  at: Instant
  /** Absent in the first. */
  changed?: PublicationPart[]
}

/** What a step left: the present edition, 0 while there is none. */
export interface PublicationMoved {
  publicationId: string
  edition: number
  state: PublicationState
}

export const publicationOperations = {
  'publication.saveDraft': { input: publicationSaveDraft, reply: reply<PublicationMoved>() },
  'publication.publish': { input: publicationPublish, reply: reply<PublicationMoved>() },
  'publication.approve': { input: publicationApprove, reply: reply<PublicationMoved>() },
  'publication.return': { input: publicationReturn, reply: reply<PublicationMoved>() },
  'publication.edit': { input: publicationEdit, reply: reply<PublicationMoved>() },
  'publication.retire': { input: publicationRetire, reply: reply<PublicationMoved>() },
  'publication.list': { input: publicationList, reply: reply<Page<PublicationCard>>() },
  'publication.get': { input: publicationGet, reply: reply<PublicationDetail>() },
  'publication.editions': { input: publicationEditions, reply: reply<Page<EditionLine>>() },
} as const satisfies Record<string, ContractRow>
