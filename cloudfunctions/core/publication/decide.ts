import type { PublicationContent, PublicationPart } from '#contract/publication'
import type { RefusalCode } from '#contract/shared/refusal'
import type { Instant } from '#contract/shared/scalars'
import { dayMs } from '#contract/shared/time'
import { type Command, type Decision, withEffects, withEvent } from '#core/change/aggregate'
import { partNames, partsChanged } from './edition'
import { leadOf, needsSecondWord, type Publication, writtenRev } from './publication'
import { published, putForward, type Writer } from './publishing'
import { isVoted, openVote, type Voting, voteClosesAt } from './vote'

/** It stands at most so long, and on the first page at most so long, from when it is written. */
export const longestStandingMs = 400 * dayMs
export const mostPinnedMs = 60 * dayMs

/** Whether a text's days lie ahead, and not too far. */
export function daysFault(
  { validTo, pinnedUntil }: PublicationContent,
  { at }: { at: Instant },
): Extract<RefusalCode, 'publication_ends' | 'publication_pinned'> | undefined {
  if (validTo !== undefined && (validTo <= at || validTo > at + longestStandingMs)) return 'publication_ends'
  if (pinnedUntil !== undefined && pinnedUntil > at + mostPinnedMs) return 'publication_pinned'
  return undefined
}

/** Writes a draft anew. `rev` is what the writer read. */
export function decideDraft(
  publication: Publication,
  command: Command,
  content: PublicationContent,
  rev?: number,
): Decision<Publication> {
  if (publication.state !== 'draft') return { refusal: 'not_a_draft' }
  if (rev !== undefined && rev !== writtenRev(publication)) return { refusal: 'conflict' }
  const next = {
    ...withEvent(publication, command, 'drafted'),
    content,
    lead: leadOf(content),
    at: command.at,
  }
  return withEffects(next, command, [])
}

/** Publishes a draft; what needs a second word waits for it, and nobody else reads it yet. */
export function decidePublishing(
  publication: Publication,
  command: Command,
  writer: Writer,
  rev?: number,
): Decision<Publication> {
  if (publication.state !== 'draft') return { refusal: 'not_a_draft' }
  if (rev !== undefined && rev !== writtenRev(publication)) return { refusal: 'conflict' }
  const fault = daysFault(publication.content, command)
  if (fault) return { refusal: fault }
  return needsSecondWord(publication)
    ? putForward({ ...publication, state: 'waiting' }, command, publication.content, writer)
    : published(publication, command, publication.content, writer)
}

/** What an edit gives; null takes a part away. */
export type ContentEdit = {
  readonly [Part in PublicationPart]?: PublicationContent[Part] | null | undefined
}

/** The text with an edit; the same object where it changes nothing. */
export function contentAfter(content: PublicationContent, edit: ContentEdit): PublicationContent {
  const given = partNames.filter((part) => edit[part] !== undefined)
  const next: PublicationContent = {
    ...content,
    ...Object.fromEntries(given.map((part) => [part, edit[part]])),
  }
  for (const part of given)
    if (edit[part] === null) delete next[part as Exclude<PublicationPart, 'title' | 'body'>]
  return partsChanged(content, next).length === 0 ? content : next
}

/** Changes what it says: of a draft the draft, else by a new edition, which may need a second word. */
export function decideNewEdition(
  publication: Publication,
  command: Command,
  edit: ContentEdit,
  writer: Writer,
  rev?: number,
): Decision<Publication> {
  const { state } = publication
  if (state === 'retired') return { refusal: 'publication_over' }
  if (state === 'waiting') return { refusal: 'second_word_waits' }
  if (publication.pact?.vote) return { refusal: 'vote_runs' }
  if (rev !== undefined && rev !== writtenRev(publication)) return { refusal: 'conflict' }
  const content = contentAfter(publication.content, edit)
  if (content === publication.content) return { next: publication }
  if (state === 'draft') return decideDraft(publication, command, content)
  const fault = daysFault(content, command)
  if (fault) return { refusal: fault }
  return needsSecondWord(publication)
    ? putForward(publication, command, content, writer)
    : published(publication, command, content, writer)
}

/**
 * The second word. Neither who wrote it last nor who has begun it gives it. A pact that has an edition is then voted
 * on, and what stands stays until the vote is over.
 */
export function decideSecondWord(
  publication: Publication,
  command: Command,
  approver: Writer,
  voting: Voting,
  rev?: number,
): Decision<Publication> {
  const waits = publication.proposed
  if (!waits) return { refusal: 'nothing_waits' }
  if (rev !== undefined && rev !== writtenRev(publication)) return { refusal: 'conflict' }
  if (approver._id === waits.byId || (publication.edition === 0 && approver._id === publication.writerId))
    return { refusal: 'own_word' }
  const votes = isVoted(publication)
  const fault = daysFault(waits.content, votes ? { at: voteClosesAt(command, voting) } : command)
  if (fault) return { refusal: fault }
  if (votes) return openVote(publication, command, waits, approver, voting)
  const writer = { _id: waits.byId, name: waits.byName }
  return published(publication, command, waits.content, writer, approver)
}

/** Sends what waits back to whoever wrote it; what stands stays. Who wrote it may take it back so as well. */
export function decideSendBack(
  publication: Publication,
  command: Command,
  reason: string,
): Decision<Publication> {
  if (!publication.proposed) return { refusal: 'nothing_waits' }
  const { edition } = publication
  const next: Publication = {
    ...withEvent(publication, command, 'returned', reason),
    state: edition === 0 ? 'draft' : publication.state,
    proposed: null,
    returned: reason,
  }
  return withEffects(next, command, [], next.wakesAt)
}

/** It holds no more; those who have its address still read it. A draft is thrown away. */
export function decideRetiring(
  publication: Publication,
  command: Command,
  reason: string | null,
): Decision<Publication> {
  return publication.state === 'retired'
    ? { next: publication }
    : retired({ ...publication, retiredReason: reason }, command, 'retired')
}

/** Its last day is over. */
export function decidePublicationPassing(
  publication: Publication,
  command: Command,
): Decision<Publication> | undefined {
  const { state, wakesAt } = publication
  if (state !== 'published' || wakesAt === null || wakesAt > command.at) return undefined
  return retired(publication, command, 'ended')
}

function retired(
  publication: Publication,
  command: Command,
  event: 'retired' | 'ended',
): { next: Publication } {
  const next: Publication = {
    ...withEvent(publication, command, event, publication.retiredReason ?? undefined),
    state: 'retired',
    pinnedUntil: 0,
    proposed: null,
    ...(publication.pact && { pact: { ...publication.pact, vote: null } }),
  }
  return withEffects(next, command, [])
}
