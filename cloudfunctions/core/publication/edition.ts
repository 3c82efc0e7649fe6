import type { PublicationContent, PublicationKind, PublicationPart } from '#contract/publication'
import { hexHash } from '#contract/shared/draw'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { canonicalJson } from '#core/change/canonicalJson'

/** One text of a publication, as it was published. It never changes. */
export interface Edition {
  /** `<publicationId>_<edition>` */
  _id: string
  communityId: string
  publicationId: string
  /** From 1. */
  edition: number
  kind: PublicationKind
  content: PublicationContent
  /** SHA-256 of `editionText`. */
  hash: string
  at: Instant
  /** Who wrote it, and whose second word it has. */
  writerId: MemberId
  writerName: string
  approverId?: MemberId
  approverName?: string
  /** The parts in which it differs from the one before; absent in the first. */
  changed?: PublicationPart[]
}

export const editionId = (publicationId: string, edition: number): string => `${publicationId}_${edition}`

/**
 * What the hash of an edition is taken of: its publication, number and kind, the hash of the edition before it (empty
 * for the first), and its parts in the order of their names, as JSON without spaces, in ASCII. Who wrote it is no part
 * of it, so that forgetting a person leaves the hash true.
 */
export const editionText = (
  { publicationId, edition, kind, content }: Pick<Edition, 'publicationId' | 'edition' | 'kind' | 'content'>,
  before: string,
): string =>
  canonicalJson([publicationId, edition, kind, before, content]).replace(
    /[^ -~]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export const editionHash = (
  edition: Pick<Edition, 'publicationId' | 'edition' | 'kind' | 'content'>,
  before: string,
): string => hexHash(editionText(edition, before))

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null)

/** The parts in which two texts differ, in the order of `partNames`. */
export const partsChanged = (before: PublicationContent, after: PublicationContent): PublicationPart[] =>
  partNames.filter((part) => !same(before[part], after[part]))

/** Every part, in the order in which it is shown. */
export const partNames = [
  'title',
  'summary',
  'concerns',
  'body',
  'steps',
  'bring',
  'place',
  'hoursText',
  'hours',
  'things',
  'takesText',
  'phone',
  'questions',
  'category',
  'stages',
  'promises',
  'fileIds',
  'afterFileIds',
  'links',
  'audience',
  'urgent',
  'pinnedUntil',
  'validTo',
] as const satisfies PublicationPart[]
