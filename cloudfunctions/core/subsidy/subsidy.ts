import type { Day, Instant, MemberId } from '#contract/shared/scalars'
import type { SubsidyState } from '#contract/subsidy'
import type { Aggregate, Recorded } from '#core/change/aggregate'

/**
 * `owed` and `corrected` say what somebody is owed: more, or less than stood there. The others are about one of
 * these: `paid` takes it off what is left, `reversed` takes back the line that it is about.
 */
export type LineKind = 'owed' | 'corrected' | 'approved' | 'paid' | 'received' | 'reversed'

/** One line of a subsidy. It is never changed. */
export interface Line {
  /** Its number in the document, from 1. */
  n: number
  kind: LineKind
  /** Absent for a word: `approved` and `received`. */
  fen?: number
  at: Instant
  byId: MemberId
  byName: string
  /** The key of the line that it is about. */
  about?: string
  /** When the money was handed over. */
  day?: Day
  /** Where the printed sheet lies that was signed. */
  word?: string
  /** Why a person has reversed it; absent where a draw has replaced it. */
  reason?: string
}

/** What somebody has stated to get the subsidy of a course, under a consent of its own. */
export interface SubsidyClaim {
  at: Instant
  /** The version of the consent's wording. */
  version: string
  /** Where staff stated it for them: what they said, and where the paper lies. */
  word?: string
  withdrawnAt?: Instant
}

export type SubsidyEvent =
  | 'claimed'
  | 'withdrawn'
  | 'ground_over'
  | 'drawn'
  | 'approved'
  | 'paid'
  | 'received'
  | 'reversed'

/** The transport subsidy of one person in one course. Its lines sum up to what is owed less what was paid. */
export interface Subsidy extends Aggregate {
  /** `sub_<session>_<member>` */
  _id: string
  activityId: string
  sessionId: string
  memberId: MemberId
  /** The activity's title when it was last looked at. */
  title: string
  /** Null once the person was forgotten. */
  claim: SubsidyClaim | null
  /** Why they get it, sealed; null once it was withdrawn, or its term is over. */
  ground: string | null
  /** When the course ended as far as was known; the ground's term begins then. */
  courseEnds: Instant
  lines: Record<string, Line>
  /** When it came to rest: nothing waits for a word or for money. Null before; the term of the books begins then. */
  restsSince: Instant | null
  events: Recorded<SubsidyEvent>[]
}

/** The same, with sealed amounts. */
export type StoredSubsidy = Omit<Subsidy, 'lines'> & { lines: Record<string, StoredLine> }
export type StoredLine = Omit<Line, 'fen'> & { fen?: string }

export const subsidyId = (sessionId: string, memberId: MemberId): string => `sub_${sessionId}_${memberId}`
export const lineIdOf = ({ _id }: { _id: string }, key: string): string => `${_id}-${key}`

/** The document and the key that a line's id names. */
export function lineOfId(lineId: string): { subsidyId: string; key: string } {
  const dash = lineId.lastIndexOf('-')
  return { subsidyId: lineId.slice(0, dash), key: lineId.slice(dash + 1) }
}

/** Whoever states or does something. */
export interface Actor {
  _id: MemberId
  name: string
}

type Keyed<Each> = Each & { key: string }

/** A line that is owed, with what was done to it. */
export interface Story {
  key: string
  line: Line
  fen: number
  state: SubsidyState
  approved?: Line
  paid?: Keyed<Line>
  received?: Line
  reversed?: Line
}

const inOrder = <Some extends { n: number }>(lines: Record<string, Some>): Keyed<Some>[] =>
  Object.entries(lines)
    .map(([key, line]) => ({ ...line, key }))
    .sort((a, b) => a.n - b.n || (a.key < b.key ? -1 : 1))

/** All that was ever owed, the first first, each with what became of it. */
export function storiesOf({ lines }: Pick<Subsidy, 'lines'>): Story[] {
  const stories = new Map<string, Story>()
  for (const line of inOrder(lines)) {
    const { key, kind, about = '', fen = 0 } = line
    if (kind === 'owed' || kind === 'corrected') stories.set(key, { key, line, fen, state: 'owed' })
    const story = stories.get(about)
    if (!story) continue
    if (kind === 'approved') Object.assign(story, { approved: line, state: 'approved' })
    if (kind === 'paid') Object.assign(story, { paid: line, state: 'paid' })
    if (kind === 'received') Object.assign(story, { received: line, state: 'received' })
    if (kind === 'reversed') Object.assign(story, { reversed: line, state: 'reversed' })
  }
  return [...stories.values()]
}

export const isReversed = ({ state }: Pick<Story, 'state'>): boolean => state === 'reversed'
export const isPaid = ({ state }: Pick<Story, 'state'>): boolean => state === 'paid' || state === 'received'
/** Whether it still waits for a word or for money. */
export const isUnsettled = ({ state }: Pick<Story, 'state'>): boolean =>
  state === 'owed' || state === 'approved'

const sum = (stories: readonly Story[]): number => stories.reduce((all, { fen }) => all + fen, 0)

/** What stands: owed over all that was not reversed, and how much of it was paid. */
export function subsidySums(stories: readonly Story[]): { owedFen: number; paidFen: number } {
  const standing = stories.filter((story) => !isReversed(story))
  return { owedFen: sum(standing), paidFen: sum(standing.filter(isPaid)) }
}

/** The sum of all lines: what is owed less what was paid. */
export const balanceOf = ({ lines }: Pick<Subsidy, 'lines'>): number =>
  Object.values(lines).reduce((all, { fen = 0 }) => all + fen, 0)

/** The document with when it came to rest. */
export function atRest<
  Some extends Pick<Subsidy, 'courseEnds'> & { lines: Record<string, Omit<Line, 'fen'>> },
>(subsidy: Some): Some & { restsSince: Instant | null } {
  const waits = storiesOf({ lines: unsealedLines(subsidy.lines) }).some(isUnsettled)
  const latest = Math.max(subsidy.courseEnds, ...Object.values(subsidy.lines).map(({ at }) => at))
  return { ...subsidy, restsSince: waits ? null : latest }
}

/** Lines whose amounts do not matter. */
const unsealedLines = (lines: Record<string, Omit<Line, 'fen'>>): Record<string, Line> =>
  Object.fromEntries(
    Object.entries(lines).map(([key, { n, kind, at, byId, byName, about }]) => [
      key,
      { n, kind, at, byId, byName, ...(about !== undefined && { about }) },
    ]),
  )
