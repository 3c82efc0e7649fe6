import type {
  PublicationCard,
  PublicationContent,
  PublicationDetail,
  PublicationStep,
} from '#contract/publication'
import type { Instant, MemberId } from '#contract/shared/scalars'
import type { Edition } from './edition'
import { isStanding, leadOf, type Publication } from './publication'

/** What a card needs. */
export const publicationCardFields = [
  'kind',
  'state',
  'lead',
  'content.title',
  'content.validTo',
  'content.audience',
  'content.urgent',
  'content.place',
  'content.hours',
  'content.things',
  'at',
  'edition',
  'pinnedUntil',
] as const

export type ListedPublication = Pick<
  Publication,
  '_id' | 'kind' | 'state' | 'lead' | 'at' | 'edition' | 'pinnedUntil'
> & { content: Omit<PublicationContent, 'body'> }

/** A publication in a list. */
export function publicationCardOf(publication: ListedPublication, now: Instant): PublicationCard {
  const { _id: publicationId, kind, lead, at, edition, pinnedUntil, content } = publication
  const { title, validTo, audience, urgent, place, hours, things } = content
  return {
    ...{ publicationId, kind, title, lead, at, edition },
    state: isOver(publication, now) ? 'retired' : publication.state,
    ...(pinnedUntil > now && { pinnedUntil }),
    ...(validTo !== undefined && { validTo }),
    ...(audience && { audience }),
    ...(urgent && { urgent }),
    ...(kind === 'station' && {
      ...(place && { place }),
      ...(hours && { hours }),
      ...(things && { things }),
    }),
  }
}

/** Whether it holds no more, whether or not the timer has been there. */
const isOver = (publication: ListedPublication, now: Instant): boolean =>
  publication.state === 'published' && !isStanding(publication, now)

/** Who reads: what they may write decides what they see of what waits. */
export interface PublicationReader {
  memberId: MemberId | undefined
  writes: boolean
}

/** What the reader may do with it, in the order it should be offered. */
export function publicationStepsFor(
  { state, proposed, writerId, edition, pact }: Publication,
  { memberId, writes }: PublicationReader,
): PublicationStep[] {
  if (!writes || state === 'retired') return []
  const steps: PublicationStep[] = []
  const own = proposed?.byId === memberId || (edition === 0 && writerId === memberId)
  if (proposed && !own) steps.push('approve')
  if (proposed) steps.push('return')
  if (state === 'draft') steps.push('publish')
  if (state !== 'waiting' && !pact?.vote) steps.push('edit')
  steps.push('retire')
  return steps
}

/** One publication as a reader sees it, in its present edition or in an older one. */
export function publicationDetailOf(
  publication: Publication,
  shown: Pick<Edition, 'edition' | 'content' | 'hash' | 'at' | 'changed'> | undefined,
  reader: PublicationReader,
  now: Instant,
): PublicationDetail {
  const { rev, proposed, returned, retiredReason, edition, hash } = publication
  const changed = shown ? (shown.changed ?? []) : publication.changed
  const content = shown?.content ?? publication.content
  const older = shown !== undefined && shown.edition < edition
  const own = shown ?? (edition > 0 ? { hash, edition } : undefined)
  return {
    ...publicationCardOf(
      {
        ...publication,
        ...(shown && { content, lead: leadOf(content), at: shown.at, edition: shown.edition }),
      },
      now,
    ),
    rev,
    content,
    ...(own && { hash: own.hash }),
    ...(older && { newer: edition }),
    ...(changed.length > 0 && { changed }),
    ...(reader.writes && proposed && { proposed: proposedOf(proposed, reader) }),
    ...(reader.writes && returned !== null && { returned }),
    ...(retiredReason !== null && { retiredReason }),
    steps: older ? [] : publicationStepsFor(publication, reader),
  }
}

const proposedOf = (
  { content, byName: who, at, byId }: NonNullable<Publication['proposed']>,
  { memberId }: PublicationReader,
): NonNullable<PublicationDetail['proposed']> => ({
  ...{ content, who, at },
  ...(byId === memberId && { own: true as const }),
})
