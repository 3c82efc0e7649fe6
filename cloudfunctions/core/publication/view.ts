import type {
  PublicationCard,
  PublicationContent,
  PublicationDetail,
  PublicationStep,
} from '#contract/publication'
import type { Instant, MemberId } from '#contract/shared/scalars'
import { saidToldMs } from '#contract/station'
import type { Edition } from './edition'
import { isStanding, leadOf, type Publication, writtenRev } from './publication'

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
  'now',
] as const

export type ListedPublication = Pick<
  Publication,
  '_id' | 'kind' | 'state' | 'lead' | 'at' | 'edition' | 'pinnedUntil' | 'now'
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
      ...saidOf(publication, now),
    }),
  }
}

/** What was said of it last, of the things that it still has, as long as it is told. */
function saidOf({ now: said, content }: ListedPublication, at: Instant): Pick<PublicationCard, 'now'> {
  if (!said || at >= said.at + saidToldMs) return {}
  return { now: { ...said, has: said.has.filter((thing) => content.things?.includes(thing)) } }
}

/** Whether it holds no more, whether or not the timer has been there. */
const isOver = (publication: ListedPublication, now: Instant): boolean =>
  publication.state === 'published' && !isStanding(publication, now)

/** Who reads: what they may write decides what they see of what waits. */
export interface PublicationReader {
  memberId: MemberId | undefined
  writes: boolean
  /** They may say how it is at a station. */
  says?: boolean
}

/** What the reader may do with it, in the order it should be offered. */
export function publicationStepsFor(
  { kind, state, proposed, writerId, edition, pact }: Publication,
  { memberId, writes, says }: PublicationReader,
): PublicationStep[] {
  if (state === 'retired') return []
  const steps: PublicationStep[] = kind === 'station' && state === 'published' && says ? ['say'] : []
  if (!writes) return steps
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
  const { proposed, returned, retiredReason, edition, hash } = publication
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
    rev: writtenRev(publication),
    content,
    ...(own && { hash: own.hash }),
    ...(older && { newer: edition }),
    ...(changed.length > 0 && { changed }),
    ...(reader.writes && proposed && { proposed: proposedOf(proposed, reader) }),
    ...(reader.writes && returned !== null && { returned }),
    ...(reader.writes && saidBy(publication)),
    ...(retiredReason !== null && { retiredReason }),
    steps: older ? [] : publicationStepsFor(publication, reader),
  }
}

/** Who has said it last, for those who write. */
function saidBy({ now, events }: Publication): Pick<PublicationDetail, 'saidBy'> {
  const who = now && events.filter(({ event }) => event === 'said').at(-1)?.who
  return who === undefined ? {} : { saidBy: who }
}

const proposedOf = (
  { content, byName: who, at, byId }: NonNullable<Publication['proposed']>,
  { memberId }: PublicationReader,
): NonNullable<PublicationDetail['proposed']> => ({
  ...{ content, who, at },
  ...(byId === memberId && { own: true as const }),
})
