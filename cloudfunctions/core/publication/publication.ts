import type { StageReached } from '#contract/campaign'
import {
  type PactVoteResult,
  type PactVoteShown,
  type PublicationContent,
  type PublicationKind,
  type PublicationPart,
  type PublicationState,
  partsOfKind,
  type StationNow,
  secondWordKinds,
} from '#contract/publication'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { clipped } from '#contract/shared/text'
import { type Aggregate, type Command, type Recorded, unwritten, withEvent } from '#core/change/aggregate'
import { partNames } from './edition'

export type PublicationEventName =
  | 'drafted'
  | 'proposed'
  | 'returned'
  | 'vote_opened'
  | 'voted_down'
  | 'published'
  | 'retired'
  | 'ended'
  | 'said'
  | 'staged'
  | 'resolved'

/** A text that waits for the word of a second person. */
export interface Proposed {
  content: PublicationContent
  byId: MemberId
  byName: string
  at: Instant
}

/** A new edition of a pact on which residents vote. */
export interface PactVote extends Omit<PactVoteShown, 'cast' | 'ballotId'> {
  pollId: string
  writerId: MemberId
  writerName: string
  approverId: MemberId
  approverName: string
}

/** What the votes of a pact are and were. */
export interface PactVotes {
  /** How many have been opened. */
  opened: number
  vote: PactVote | null
  last: PactVoteResult | null
}

/**
 * Something that stands written. Its present edition stands in it; all of them stand in `editions`, which nothing
 * changes.
 */
export interface Publication extends Aggregate {
  kind: PublicationKind
  state: PublicationState
  /** What the present edition says; of what was never published, what is written so far. */
  content: PublicationContent
  /** The beginning of what it says, for lists. */
  lead: string
  /** 0 before the first. */
  edition: number
  /** The parts that the present edition changed. */
  changed: PublicationPart[]
  /** That of the present edition; empty before the first. */
  hash: string
  writerId: MemberId
  writerName: string
  /** When the present edition was published; of what was never published, when it was last written. */
  at: Instant
  /** Until when it stands on the first page; 0 where it does not. */
  pinnedUntil: Instant
  proposed: Proposed | null
  /** Why the last proposal was sent back. */
  returned: string | null
  retiredReason: string | null
  /** Of a pact on whose editions there has been a vote. */
  pact?: PactVotes
  /** How often `rev` grew by what is no text of its own, see `writtenRev`; absent for never. */
  asides?: number
  /** Of a station: what was said of it last. */
  now?: StationNow
  /** Of a campaign: the stages that it has come to. */
  reached?: StageReached[]
  events: Recorded<PublicationEventName>[]
}

export function newPublication(
  _id: string,
  kind: PublicationKind,
  writer: { _id: MemberId; name: string; communityId: string },
  content: PublicationContent,
  at: Instant,
): Publication {
  return {
    _id,
    communityId: writer.communityId,
    ...unwritten(),
    kind,
    state: 'draft',
    content,
    lead: leadOf(content),
    edition: 0,
    changed: [],
    hash: '',
    writerId: writer._id,
    writerName: writer.name,
    at,
    pinnedUntil: 0,
    proposed: null,
    returned: null,
    retiredReason: null,
  }
}

/**
 * The `rev` of its text, which an editor has read. What is said beside the text leaves it as it is, so that nobody who
 * passes a station is in the way of whoever writes.
 */
export const writtenRev = ({ rev, asides = 0 }: Pick<Publication, 'rev' | 'asides'>): number => rev - asides

/** Appends an event that is no text of its own. */
export const withAside = (
  publication: Publication,
  command: Command,
  event: PublicationEventName,
  note?: string,
): Publication => ({
  ...withEvent(publication, command, event, note),
  asides: (publication.asides ?? 0) + 1,
})

/** Every picture that a text shows. */
export const picturesOfContent = ({ fileIds = [], afterFileIds = [] }: PublicationContent): string[] => [
  ...fileIds,
  ...afterFileIds,
]

/** So much of what it says stands on a card. */
const leadLength = 60

export function leadOf({ summary, body }: PublicationContent): string {
  const [first = ''] = (summary ?? body).split('\n')
  return clipped(first, leadLength)
}

export const needsSecondWord = ({ kind }: Pick<Publication, 'kind'>): boolean =>
  secondWordKinds.includes(kind)

/** Whether it holds now, whether or not the timer has been there. */
export const isStanding = (
  { state, content: { validTo } }: { state: PublicationState; content: { validTo?: Instant | undefined } },
  now: Instant,
): boolean => state === 'published' && (validTo === undefined || validTo > now)

const sharedParts: readonly PublicationPart[] = [
  'title',
  'body',
  'fileIds',
  'links',
  'phone',
  'audience',
  'pinnedUntil',
  'validTo',
]

/** Why a text cannot stand as one of this kind, with the part that it is about. */
export type ContentFault = { part: PublicationPart; fault: 'missing' | 'not_of_kind' }

/** What a text of this kind lacks, or has that its kind does not have; undefined where it is whole. */
export function contentFault(kind: PublicationKind, content: PublicationContent): ContentFault | undefined {
  const { may, needs } = partsOfKind[kind]
  const isGiven = (part: PublicationPart): boolean => {
    const value = content[part]
    return Array.isArray(value) ? value.length > 0 : value !== undefined
  }
  for (const part of partNames) {
    if (needs.includes(part) && !isGiven(part)) return { part, fault: 'missing' }
    if (isGiven(part) && !sharedParts.includes(part) && !may.includes(part))
      return { part, fault: 'not_of_kind' }
  }
  return undefined
}
